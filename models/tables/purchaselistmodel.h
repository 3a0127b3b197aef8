#pragma once

#include "models/services/purchaselist.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

/// Purchases and drafts of them. IdRole is the number, KindRole 1 for a draft; StatusRole a PurchaseState.
class PurchaseListModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Number, State, Supplier, Expected, FirstExpected, Slip, ToCome, Value, Customers, Reference };
    static constexpr int columns = Reference + 1;

    explicit PurchaseListModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const PurchaseFilter &filter() const { return m_question.filter; }
    void setFilter(const PurchaseFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Purchases;
    [[nodiscard]] QString text(const PurchaseRow &row, Column column) const;
    [[nodiscard]] static QVariant number(const PurchaseRow &row, Column column);

    PurchaseQuestion m_question;
};

/// "Part received".
[[nodiscard]] QString purchaseStateText(PurchaseState state);
/// "5 days late", "2 days sooner"; empty when the day has not moved.
[[nodiscard]] QString slipText(qint64 days);

} // namespace waitline
