#pragma once

#include "models/domain/allocationplan.h"
#include "models/domain/eta.h"

#include <vector>

namespace waitline {

/// Units of one supply that one waiting line would get.
struct Peg {
    size_t entry = 0; ///< of the waiting lines given
    Units units = 0;
    bool completes = false; ///< with them the line is served in full

    friend bool operator==(const Peg &, const Peg &) = default;
};

/// What becomes of one supply.
struct PeggedSupply {
    std::vector<Peg> pegs; ///< in rank order
    Units leftOver = 0; ///< nobody waits for these

    friend bool operator==(const PeggedSupply &, const PeggedSupply &) = default;
};

/// Lays `supplies` (by expected day) along the line, after the units `available`: which lines each of them covers. The
/// walk is that of coverage(): a line's ETA is the day of the supply that completes it. `waiting` holds the units of
/// the waiting lines in rank order. Computed, never stored.
[[nodiscard]] std::vector<PeggedSupply> pegSupplies(Units available, std::span<const Supply> supplies, std::span<const Units> waiting);

/// The same under any policy, each supply given out by planAllocation when it comes: first what is free now, then each
/// supply, under a policy of its own where it has one. What whole lines leave over joins the next supply.
[[nodiscard]] std::vector<PeggedSupply> giveOut(Units available, std::span<const Supply> supplies, std::span<const WaitingEntry> queue,
                                                AllocationPolicy policy);

} // namespace waitline
