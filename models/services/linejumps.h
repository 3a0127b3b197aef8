#pragma once

#include "models/domain/result.h"
#include "models/store/jumpstore.h"
#include "models/store/queuestore.h"

namespace waitline {

class Connection;

/// Somebody went ahead by what people decided, and who still waits that was pushed back or passed over by it, or would have
/// got more by the product's own policy.
struct LineJump {
    StoredJump jump;
    std::vector<OrderId> stillBehind; ///< the first of them, in rank order
    qint64 moreBehind = 0;

    /// Lines it went ahead of; negative: it was put back by so many.
    [[nodiscard]] qint64 ahead() const { return jump.move.placeBefore - jump.move.placeAfter; }
    [[nodiscard]] bool canBeUndone() const
    {
        const bool isLater = jump.kind == StoredJump::Kind::Priority && jump.priorities.now != jump.priorities.after;
        return jump.kind != StoredJump::Kind::Policy && !jump.isUndone && jump.isWaiting && !isLater;
    }
};

/// Moves, raised priorities and receipts under another policy than their product's, the latest first.
[[nodiscard]] Result<std::vector<LineJump>> lineJumps(Connection &connection);
/// Product by product: was it served in the order of the line?
[[nodiscard]] Result<std::vector<StoredFairness>> fairness(Connection &connection);
/// The lines of a product that were served while higher-ranked ones still waited, the latest first.
[[nodiscard]] Result<std::vector<StoredException>> fairnessExceptions(Connection &connection, ProductId product);

} // namespace waitline
