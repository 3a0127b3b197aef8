#pragma once

#include "models/domain/allocationplan.h"

namespace waitline {

/// Units a waiting line loses when an edition becomes smaller.
struct EditionCut {
    size_t entry = 0; ///< index into the line given
    OrderLineId line;
    Units cut = 0;
    Units keeps = 0; ///< of the units that wait

    friend bool operator==(const EditionCut &, const EditionCut &) = default;
};

struct EditionPlan {
    std::vector<EditionCut> cuts; ///< in rank order, cut > 0
    Units cut = 0;
    qint64 emptied = 0; ///< lines that keep nothing of what waits
    Units leftFree = 0; ///< nobody is given these: there are enough, or whole lines leave them

    friend bool operator==(const EditionPlan &, const EditionPlan &) = default;
};

/// Who keeps what when only `left` units are there for the lines that wait (in rank order): given out as planAllocation
/// does under the policy, and the rest is cut. Units allocated already are not in question.
[[nodiscard]] EditionPlan planShortEdition(Units left, std::span<const WaitingEntry> queue, AllocationPolicy policy);

} // namespace waitline
