#pragma once

#include "models/domain/money.h"
#include "models/services/orderview.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

namespace waitline {

enum class OrderLineStatus { Waiting, Allocated, Shipped, Cancelled };

/// The lines of an order, for reading. IdRole is the order line; StatusRole an OrderLineStatus.
class OrderLinesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, Ordered, Cancelled, Shipped, Allocated, Waiting, Place, Eta, Promise, Price, Value };
    static constexpr int columns = Value + 1;

    explicit OrderLinesModel(QObject *parent = nullptr);
    void setOrder(const OrderView &order, const Currency &currency);
    [[nodiscard]] const OrderView &order() const { return m_order; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const OrderLineView &view, Column column) const;
    [[nodiscard]] static QVariant number(const OrderLineView &view, Column column);

    ColumnHeads m_heads;
    OrderView m_order;
    Currency m_currency;
};

} // namespace waitline
