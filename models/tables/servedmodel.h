#pragma once

#include "models/services/receiptcustomers.h"
#include "models/services/receivingservice.h"
#include "models/services/stockbook.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

namespace waitline {

enum class ServedStatus { Completed, StillWaits };

/// Whom a receipt serves, or would serve. IdRole is the order line; StatusRole a ServedStatus.
class ServedModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Product, Place, Customer, Order, Units, Remaining };
    static constexpr int columns = Remaining + 1;

    explicit ServedModel(QObject *parent = nullptr);
    /// The customers of the outcome's orders are told by customersOf(); without them the names stay empty.
    void setOutcome(const ReceiptOutcome &outcome, const OrderCustomers &customers);
    [[nodiscard]] const ReceiptOutcome &outcome() const { return m_outcome; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const ReceiptOutcome::Served &served, Column column) const;
    [[nodiscard]] static QVariant number(const LineUnits &served, Column column);

    ColumnHeads m_heads;
    ReceiptOutcome m_outcome;
    OrderCustomers m_customers;
};

} // namespace waitline
