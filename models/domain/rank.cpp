#include "models/domain/rank.h"

namespace waitline {

RankKey beside(const RankKey &anchor, Side side, const RankKey *neighbour)
{
    constexpr qint64 gap = qint64(1) << 40;
    const auto sameGroup = [&](const RankKey &other) {
        return other.urgency == anchor.urgency && other.placedAt == anchor.placedAt && other.line == anchor.line;
    };
    RankKey key = anchor;
    if (neighbour && sameGroup(*neighbour))
        key.sequence = anchor.sequence + (neighbour->sequence - anchor.sequence) / 2;
    else
        key.sequence = anchor.sequence + (side == Side::Before ? -gap : gap);
    return key;
}

} // namespace waitline
