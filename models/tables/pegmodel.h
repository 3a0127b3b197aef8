#pragma once

#include "models/services/purchasepegs.h"
#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// Whom the goods of a purchase are for: each line, under it the waiting lines it covers, and what is left over.
/// OrderIdRole is the order of a waiting line; KindRole a PegModel::Kind.
class PegModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Who, Units_, Promised };
    enum Kind { Goods, Covered, LeftOver, More };

    explicit PegModel(QObject *parent = nullptr);

    void setView(const PurchaseView &view);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Kind kind = Goods;
        QString what;
        QString who;
        Units units = 0;
        std::optional<QDate> promised;
        OrderId order;
    };
    ColumnHeads m_heads;
    std::vector<Row> m_rows;
};

} // namespace waitline
