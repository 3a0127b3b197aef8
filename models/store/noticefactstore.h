#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

#include <map>
#include <vector>

namespace waitline {

class Connection;

/// What operations did to the lines of one order, as a notice tells it.
class NoticeFactStore final {
public:
    explicit NoticeFactStore(Connection &connection) : m_connection(connection) {}

    using UnitsOfLines = std::map<OrderLineId, Units>;
    [[nodiscard]] UnitsOfLines allocated(OrderId order, const std::vector<OperationId> &operations);
    [[nodiscard]] UnitsOfLines cancelled(OrderId order, const std::vector<OperationId> &operations);
    /// How many units fewer each line was amended to have, from an operation on; what was raised again counts against it.
    [[nodiscard]] UnitsOfLines lowered(OrderId order, OperationId first);

    struct Shipped {
        UnitsOfLines units;
        Money consumed = 0;
    };
    [[nodiscard]] Shipped shipped(OrderId order, const std::vector<OperationId> &operations);

private:
    Connection &m_connection;
};

} // namespace waitline
