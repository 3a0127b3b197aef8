#include "models/domain/shortedition.h"

namespace waitline {

EditionPlan planShortEdition(Units left, std::span<const WaitingEntry> queue, AllocationPolicy policy)
{
    const AllocationPlan allocation = planAllocation(left, queue, policy);
    std::vector<Units> keeps(queue.size(), 0);
    for (const PlannedAllocation &given : allocation.given)
        keeps[given.entry] = given.units;
    EditionPlan plan;
    plan.leftFree = allocation.leftFree;
    for (size_t i = 0; i < queue.size(); ++i) {
        const Units cut = queue[i].waiting - keeps[i];
        if (cut == 0)
            continue;
        plan.cuts.push_back({i, queue[i].line, cut, keeps[i]});
        plan.cut += cut;
        plan.emptied += keeps[i] == 0;
    }
    return plan;
}

} // namespace waitline
