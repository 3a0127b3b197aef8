#include "models/domain/rank.h"

#include <algorithm>
#include <optional>

namespace waitline {

RankKey beside(const RankKey &anchor, Side side, const RankKey *neighbour)
{
    constexpr qint64 gap = qint64(1) << 40;
    const auto sameGroup = [&](const RankKey &other) {
        return other.urgency == anchor.urgency && other.placedAt == anchor.placedAt && other.line == anchor.line;
    };
    // Sequence 0 belongs to the line the group is named after, wherever it stands now: nobody else is given it.
    std::optional<qint64> bound;
    if (neighbour && sameGroup(*neighbour))
        bound = neighbour->sequence;
    if (anchor.sequence < 0 && side == Side::After)
        bound = std::min<qint64>(bound.value_or(0), 0);
    if (anchor.sequence > 0 && side == Side::Before)
        bound = std::max<qint64>(bound.value_or(0), 0);
    RankKey key = anchor;
    if (bound)
        key.sequence = anchor.sequence + (*bound - anchor.sequence) / 2;
    else
        key.sequence = anchor.sequence + (side == Side::Before ? -gap : gap);
    return key;
}

} // namespace waitline
