#pragma once

#include "models/services/receiptcustomers.h"
#include "models/services/receivingservice.h"
#include "models/services/stockbook.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

namespace waitline {

enum class ServedStatus { Completed, StillWaits, GetsNothing };

/// Whom a receipt serves, or would serve, and behind them those that get nothing, each with the reason. IdRole is the
/// order line; StatusRole a ServedStatus.
class ServedModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Product, Place, Customer, Order, Units, Remaining, Usual, Why, OrderAndPlace };
    static constexpr int columns = OrderAndPlace + 1;

    explicit ServedModel(QObject *parent = nullptr);
    /// The customers of the outcome's orders are told by customersOf(); without them the names stay empty. `asUsual` is
    /// what each product's own policy would do, where another one is chosen.
    void setOutcome(const ReceiptOutcome &outcome, OrderCustomers customers, const ReceiptOutcome *asUsual = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        LineUnits units;
        QString sku;
        QString why;
        std::optional<waitline::Units> usual = {}; ///< units it would get by its product's own policy
    };
    void addUsual(const ReceiptOutcome &asUsual);
    [[nodiscard]] QString text(const Row &row, Column column) const;
    [[nodiscard]] static QVariant number(const Row &row, Column column);

    ColumnHeads m_heads;
    std::vector<Row> m_rows;
    OrderCustomers m_customers;
};

} // namespace waitline
