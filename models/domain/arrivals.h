#pragma once

#include "models/domain/allocationplan.h"
#include "models/domain/eta.h"

namespace waitline {

/// The day on which each waiting line (in rank order) is served in full; an invalid one: not by what is known to come. What
/// is free now and each supply, by day, are given out by planAllocation under the policy; what whole lines leave over joins
/// the next supply. Never before `today`, nor before `release` where one is set. Under first-come these are the days of
/// coverage().
[[nodiscard]] std::vector<QDate> servedOn(Units available, std::span<const Supply> supplies, std::span<const WaitingEntry> queue,
                                          AllocationPolicy policy, QDate today, std::optional<QDate> release);

} // namespace waitline
