#pragma once

#include "models/domain/id.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace waitline {

class Connection;

/// What an operation changed on an order where no document of its own says it.
struct OrderChange {
    OperationId operation;
    OrderId order;
    OrderLineId line; ///< invalid: the order as a whole
    QString subject; ///< "units", "priority"
    qint64 before = 0;
    qint64 after = 0;
};

/// The cancellation that was made last of those that stand.
struct LastCancellation {
    OperationId operation;
    std::vector<std::pair<OrderLineId, Units>> units;
};

/// Changes of orders as they are told later, and taken back.
class OrderChangeStore final {
public:
    explicit OrderChangeStore(Connection &connection) : m_connection(connection) {}

    void record(const OrderChange &change);
    void recordSplit(OperationId operation, OrderLineId from, OrderLineId to, Units units);
    [[nodiscard]] std::optional<LastCancellation> lastCancellation(OrderId order);
    /// The units of a line that `cancellation` took count as cancelled no more.
    void takeBackCancellation(OperationId cancellation, OrderLineId line, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
