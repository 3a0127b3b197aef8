#pragma once

#include "models/domain/id.h"
#include "models/domain/policy.h"

#include <limits>
#include <span>
#include <vector>

namespace waitline {

/// One line of a product's waiting line, as the plan sees it.
struct WaitingEntry {
    OrderLineId line;
    Units waiting = 0;
    bool depositMet = true; ///< whether the order's deposit requirement is met; read by paid-first only
};

/// What one line gets, and where it stood when it got it.
struct PlannedAllocation {
    size_t entry = 0; ///< index into the queue given
    OrderLineId line;
    Units units = 0;
    qint64 place = 0; ///< 1 = first in line
    Units unitsAhead = 0; ///< waiting units ranked ahead

    friend bool operator==(const PlannedAllocation &, const PlannedAllocation &) = default;
};

struct AllocationPlan {
    std::vector<PlannedAllocation> given; ///< in rank order, units > 0
    Units leftFree = 0;
};

/// Gives `available` units to the queue (in rank order, head first) under a policy (product.md §2.3).
/// Pure and total: negative availability gives nothing; the same input gives the same plan.
[[nodiscard]] AllocationPlan planAllocation(Units available, std::span<const WaitingEntry> queue, AllocationPolicy policy);

/// How many entries from the head of the queue suffice to plan `available` units: every entry waits for
/// at least one unit, so first-come and one-each never look further than that.
[[nodiscard]] qint64 entriesNeeded(Units available, AllocationPolicy policy);
/// The units waiting from the head on after which nothing more needs to be looked at: first-come is done with the
/// entry that takes the last of them.
[[nodiscard]] Units unitsNeeded(Units available, AllocationPolicy policy);

/// An allocated line that may have to give units back.
struct AllocatedEntry {
    OrderLineId line;
    Units allocated = 0;
};

struct TakenBack {
    OrderLineId line;
    Units units = 0;
    friend bool operator==(const TakenBack &, const TakenBack &) = default;
};

/// Takes `shortage` units back from the lowest-ranked lines (product.md §2.7).
/// `lowestFirst` is in reverse rank order; takes less only when the lines hold less.
[[nodiscard]] std::vector<TakenBack> planTakeBack(Units shortage, std::span<const AllocatedEntry> lowestFirst);

} // namespace waitline
