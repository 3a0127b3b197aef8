#include "models/domain/arrivals.h"

#include "models/domain/pegging.h"

#include <algorithm>

namespace waitline {

std::vector<QDate> servedOn(Units available, std::span<const Supply> supplies, std::span<const WaitingEntry> queue, AllocationPolicy policy,
                            QDate today, std::optional<QDate> release)
{
    const QDate earliest = release ? std::max(today, *release) : today;
    std::vector<QDate> days(queue.size());
    const std::vector<PeggedSupply> given = giveOut(available, supplies, queue, policy);
    for (size_t i = 0; i < given.size(); ++i) {
        const QDate day = i == 0 ? today : supplies[i - 1].day;
        for (const Peg &peg : given[i].pegs) {
            if (peg.completes)
                days[peg.entry] = std::max(earliest, day);
        }
    }
    return days;
}

} // namespace waitline
