#pragma once

#include "models/domain/result.h"
#include "models/store/jumpstore.h"
#include "models/store/queuestore.h"

namespace waitline {

class Connection;

/// A move in line, and who still stands behind it because of it.
struct LineJump {
    StoredJump jump;
    std::vector<OrderId> stillBehind; ///< the first of them, in rank order
    qint64 moreBehind = 0;

    /// Lines it went ahead of; negative: it was put back by so many.
    [[nodiscard]] qint64 ahead() const { return jump.move.placeBefore - jump.move.placeAfter; }
    [[nodiscard]] bool canBeUndone() const { return !jump.isUndone && jump.isWaiting; }
};

/// All moves, the latest first.
[[nodiscard]] Result<std::vector<LineJump>> lineJumps(Connection &connection);
/// Product by product: was it served in the order of the line?
[[nodiscard]] Result<std::vector<StoredFairness>> fairness(Connection &connection);
/// The servings of a product that passed somebody over, the latest first.
[[nodiscard]] Result<std::vector<StoredException>> fairnessExceptions(Connection &connection, ProductId product);

} // namespace waitline
