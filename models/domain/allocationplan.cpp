#include "models/domain/allocationplan.h"

#include <algorithm>

namespace waitline {

namespace {

/// Σ waiting of the queue.
Units totalWaiting(std::span<const WaitingEntry> queue)
{
    Units total = 0;
    for (const WaitingEntry &entry : queue)
        total += entry.waiting;
    return total;
}

void serveInRankOrder(Units &supply, std::span<const WaitingEntry> queue, std::vector<Units> &given, bool depositMet)
{
    for (size_t i = 0; i < queue.size() && supply > 0; ++i) {
        if (queue[i].depositMet != depositMet)
            continue;
        given[i] = std::min(supply, queue[i].waiting);
        supply -= given[i];
    }
}

void serveFirstCome(Units &supply, std::span<const WaitingEntry> queue, std::vector<Units> &given)
{
    for (size_t i = 0; i < queue.size() && supply > 0; ++i) {
        given[i] = std::min(supply, queue[i].waiting);
        supply -= given[i];
    }
}

void serveWholeLines(Units &supply, std::span<const WaitingEntry> queue, std::vector<Units> &given)
{
    for (size_t i = 0; i < queue.size() && supply > 0; ++i) {
        if (queue[i].waiting > supply)
            continue;
        given[i] = queue[i].waiting;
        supply -= given[i];
    }
}

void serveFairShare(Units &supply, std::span<const WaitingEntry> queue, std::vector<Units> &given)
{
    const Units total = totalWaiting(queue);
    if (total <= supply)
        return serveFirstCome(supply, queue, given);
    // __extension__: supply × waiting may exceed 64 bits.
    __extension__ using Wide = __int128;
    const Units whole = supply;
    for (size_t i = 0; i < queue.size(); ++i) {
        given[i] = Units(Wide(whole) * queue[i].waiting / total);
        supply -= given[i];
    }
    for (size_t i = 0; i < queue.size() && supply > 0; ++i) {
        if (given[i] < queue[i].waiting) {
            ++given[i];
            --supply;
        }
    }
}

/// Rounds of one unit, without walking round by round: `level` is the number of full rounds.
void serveOneEach(Units &supply, std::span<const WaitingEntry> queue, std::vector<Units> &given)
{
    std::vector<Units> waiting;
    waiting.reserve(queue.size());
    for (const WaitingEntry &entry : queue)
        waiting.push_back(entry.waiting);
    std::sort(waiting.begin(), waiting.end());
    Units level = 0;
    Units left = supply;
    for (size_t i = 0; i < waiting.size() && left > 0; ++i) {
        const Units lines = Units(waiting.size() - i);
        const Units rounds = std::min(waiting[i] - level, left / lines);
        level += rounds;
        left -= rounds * lines;
        if (level < waiting[i])
            break;
    }
    for (size_t i = 0; i < queue.size(); ++i) {
        given[i] = std::min(level, queue[i].waiting);
        supply -= given[i];
    }
    for (size_t i = 0; i < queue.size() && supply > 0; ++i) {
        if (given[i] < queue[i].waiting) {
            ++given[i];
            --supply;
        }
    }
}

} // namespace

AllocationPlan planAllocation(Units available, std::span<const WaitingEntry> queue, AllocationPolicy policy)
{
    AllocationPlan plan;
    Units supply = std::max<Units>(available, 0);
    std::vector<Units> given(queue.size(), 0);
    switch (policy) {
    case AllocationPolicy::FirstCome: serveFirstCome(supply, queue, given); break;
    case AllocationPolicy::WholeLines: serveWholeLines(supply, queue, given); break;
    case AllocationPolicy::FairShare: serveFairShare(supply, queue, given); break;
    case AllocationPolicy::OneEach: serveOneEach(supply, queue, given); break;
    case AllocationPolicy::PaidFirst:
        serveInRankOrder(supply, queue, given, true);
        serveInRankOrder(supply, queue, given, false);
        break;
    }
    Units ahead = 0;
    for (size_t i = 0; i < queue.size(); ++i) {
        if (given[i] > 0)
            plan.given.push_back({i, queue[i].line, given[i], qint64(i) + 1, ahead});
        ahead += queue[i].waiting;
    }
    plan.leftFree = supply;
    return plan;
}

qint64 entriesNeeded(Units available, AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::FirstCome:
    case AllocationPolicy::OneEach: return std::max<Units>(available, 0);
    case AllocationPolicy::WholeLines:
    case AllocationPolicy::FairShare:
    case AllocationPolicy::PaidFirst: return std::numeric_limits<qint64>::max();
    }
    Q_UNREACHABLE();
}

Units unitsNeeded(Units available, AllocationPolicy policy)
{
    return policy == AllocationPolicy::FirstCome ? std::max<Units>(available, 0) : std::numeric_limits<Units>::max();
}

std::vector<TakenBack> planTakeBack(Units shortage, std::span<const AllocatedEntry> lowestFirst)
{
    std::vector<TakenBack> taken;
    for (const AllocatedEntry &entry : lowestFirst) {
        if (shortage <= 0)
            break;
        const Units units = std::min(shortage, entry.allocated);
        taken.push_back({entry.line, units});
        shortage -= units;
    }
    return taken;
}

} // namespace waitline
