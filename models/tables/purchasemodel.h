#pragma once

#include "models/services/openpurchases.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

enum class PurchaseStatus { OnTime, Overdue };

/// Purchases something is still to come of. IdRole is the purchase; StatusRole a PurchaseStatus.
class PurchaseModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Number, Supplier, Reference, Expected, Lines, ToCome, Late };
    static constexpr int columns = Late + 1;

    explicit PurchaseModel(Session &session, QObject *parent = nullptr);

    /// Number (typed or scanned, with or without "PO-"), reference or supplier; empty: all.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Purchases;
    [[nodiscard]] static QString text(const OpenPurchase &purchase, Column column);
    [[nodiscard]] static QVariant number(const OpenPurchase &purchase, Column column);

    QString m_filter;
    Column m_sort = Expected;
    bool m_descending = false;
};

} // namespace waitline
