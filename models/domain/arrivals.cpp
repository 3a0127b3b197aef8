#include "models/domain/arrivals.h"

#include <algorithm>

namespace waitline {

std::vector<QDate> servedOn(Units available, std::span<const Supply> supplies, std::span<const WaitingEntry> queue, AllocationPolicy policy,
                            QDate today, std::optional<QDate> release)
{
    const QDate earliest = release ? std::max(today, *release) : today;
    std::vector<QDate> days(queue.size());
    std::vector<WaitingEntry> left(queue.begin(), queue.end());
    std::vector<size_t> entryOf(queue.size());
    for (size_t i = 0; i < queue.size(); ++i)
        entryOf[i] = i;
    Units free = std::max<Units>(available, 0);
    const auto give = [&](QDate day) {
        const AllocationPlan plan = planAllocation(free, left, policy);
        free = plan.leftFree;
        for (const PlannedAllocation &given : plan.given) {
            left[given.entry].waiting -= given.units;
            if (left[given.entry].waiting == 0)
                days[entryOf[given.entry]] = std::max(earliest, day);
        }
        size_t kept = 0;
        for (size_t i = 0; i < left.size(); ++i) {
            if (left[i].waiting == 0)
                continue;
            left[kept] = left[i];
            entryOf[kept] = entryOf[i];
            ++kept;
        }
        left.resize(kept);
        entryOf.resize(kept);
    };
    give(today);
    for (const Supply &supply : supplies) {
        free += supply.units;
        give(supply.day);
    }
    return days;
}

} // namespace waitline
