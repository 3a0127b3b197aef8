#pragma once

#include "models/domain/id.h"

#include <optional>
#include <utility>
#include <vector>

namespace waitline {

class Connection;

/// The cancellation that was made last of those that stand; what came back from a customer is none.
struct LastCancellation {
    OperationId operation;
    std::vector<std::pair<OrderLineId, Units>> units;
};

/// Lines taken apart, and cancellations taken back.
class CorrectionStore final {
public:
    explicit CorrectionStore(Connection &connection) : m_connection(connection) {}

    void recordSplit(OperationId operation, OrderLineId from, OrderLineId to, Units units);
    [[nodiscard]] std::optional<LastCancellation> lastCancellation(OrderId order);
    /// What an operation cancelled and what still counts as cancelled, line by line.
    [[nodiscard]] std::vector<std::pair<OrderLineId, Units>> standingOf(OperationId operation);
    /// The units of a line that `cancellation` took count as cancelled no more.
    void takeBackCancellation(OperationId cancellation, OrderLineId line, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
