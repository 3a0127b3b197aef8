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

/// Units that became a line of their own.
struct LineSplit {
    OperationId operation;
    OrderLineId from;
    OrderLineId to;
    Units units = 0;
};

/// Lines taken apart and joined again, and cancellations taken back.
class CorrectionStore final {
public:
    explicit CorrectionStore(Connection &connection) : m_connection(connection) {}

    void recordSplit(OperationId operation, OrderLineId from, OrderLineId to, Units units);
    /// What was split off a line last.
    [[nodiscard]] std::optional<LineSplit> lastSplitOff(OrderLineId from);
    /// Whether an operation other than the split changed, moved, promised, cancelled or shipped units of one of its halves,
    /// or served the one that was split off.
    [[nodiscard]] bool isTouchedSince(const LineSplit &split);
    /// Removes the line that was split off, which nothing but its split knows: the operations of both tell of the change
    /// of the line that stays.
    void removeHalf(const LineSplit &split);
    [[nodiscard]] std::optional<LastCancellation> lastCancellation(OrderId order);
    /// What an operation cancelled and what still counts as cancelled, line by line.
    [[nodiscard]] std::vector<std::pair<OrderLineId, Units>> standingOf(OperationId operation);
    /// The units of a line that `cancellation` took count as cancelled no more.
    void takeBackCancellation(OperationId cancellation, OrderLineId line, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
