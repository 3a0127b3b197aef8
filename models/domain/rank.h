#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <compare>

namespace waitline {

/// Where a line stands in its product's waiting line; the smaller key is served first (product.md §2.1).
/// A line that was moved (§2.6) carries the key of the line it was put beside and a sequence ≠ 0:
/// negative is before that line, positive after it.
struct RankKey {
    qint64 urgency = 0; ///< −priority, so that ascending order is order of service
    Instant placedAt = 0;
    qint64 line = 0;
    qint64 sequence = 0;

    [[nodiscard]] static RankKey natural(int priority, Instant placedAt, OrderLineId line)
    {
        return {-qint64(priority), placedAt, line.value, 0};
    }
    [[nodiscard]] bool isMoved() const { return sequence != 0; }
    friend auto operator<=>(const RankKey &, const RankKey &) = default;
};

enum class Side { Before, After };

/// The key directly before or after `anchor`, given its neighbour on that side (nullptr: none).
/// Halves the gap between the two; a gap starts at 2^40, so 40 moves to the same spot fit.
/// Returns `anchor` itself when no key is left between the two; callers then refuse the move.
[[nodiscard]] RankKey beside(const RankKey &anchor, Side side, const RankKey *neighbour);

} // namespace waitline
