#include "models/domain/pegging.h"

#include <algorithm>
#include <numeric>

namespace waitline {

std::vector<PeggedSupply> pegSupplies(Units available, std::span<const Supply> supplies, std::span<const Units> waiting)
{
    std::vector<PeggedSupply> pegged(supplies.size());
    size_t entry = 0;
    Units open = waiting.empty() ? 0 : waiting.front(); // of that entry
    const auto serve = [&](Units units, PeggedSupply *from) {
        while (units > 0 && entry < waiting.size()) {
            const Units given = std::min(units, open);
            units -= given;
            open -= given;
            if (from && given > 0)
                from->pegs.push_back({entry, given, open == 0});
            if (open == 0)
                open = ++entry < waiting.size() ? waiting[entry] : 0;
        }
        return units;
    };
    serve(std::max<Units>(available, 0), nullptr);
    for (size_t i = 0; i < supplies.size(); ++i)
        pegged[i].leftOver = serve(supplies[i].units, &pegged[i]);
    return pegged;
}

std::vector<PeggedSupply> giveOut(Units available, std::span<const Supply> supplies, std::span<const WaitingEntry> queue,
                                  AllocationPolicy policy)
{
    std::vector<PeggedSupply> given;
    std::vector<WaitingEntry> left(queue.begin(), queue.end());
    std::vector<size_t> entryOf(queue.size());
    std::iota(entryOf.begin(), entryOf.end(), size_t(0));
    Units free = 0;
    const auto give = [&](Units units, AllocationPolicy under) {
        const AllocationPlan plan = planAllocation(free + units, left, under);
        free = plan.leftFree;
        PeggedSupply &supply = given.emplace_back();
        supply.leftOver = std::min(free, units);
        for (const PlannedAllocation &allocation : plan.given) {
            left[allocation.entry].waiting -= allocation.units;
            supply.pegs.push_back({entryOf[allocation.entry], allocation.units, left[allocation.entry].waiting == 0});
        }
        std::sort(supply.pegs.begin(), supply.pegs.end(), [](const Peg &a, const Peg &b) { return a.entry < b.entry; });
        size_t kept = 0;
        for (size_t i = 0; i < left.size(); ++i) {
            if (left[i].waiting == 0)
                continue;
            left[kept] = left[i];
            entryOf[kept++] = entryOf[i];
        }
        left.resize(kept);
        entryOf.resize(kept);
    };
    give(std::max<Units>(available, 0), policy);
    for (const Supply &supply : supplies)
        give(supply.units, supply.policy.value_or(policy));
    return given;
}

} // namespace waitline
