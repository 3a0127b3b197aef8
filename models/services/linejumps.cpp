#include "models/services/linejumps.h"

#include "models/domain/allocationplan.h"
#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"

#include <algorithm>
#include <set>

namespace waitline {

namespace {

constexpr size_t mostNamed = 5;

/// Whom the product's own policy would have given more than the one that was chosen for a receipt.
std::set<OrderLineId> losers(Connection &connection, const StoredJump &jump)
{
    const auto waited = JumpStore(connection).waitedAt(jump.move.operation, jump.move.product);
    std::vector<WaitingEntry> entries;
    for (const JumpStore::WaitedLine &line : waited)
        entries.push_back({line.line, line.waited, true});
    std::set<OrderLineId> found;
    for (const PlannedAllocation &given : planAllocation(jump.policies.unitsSeen, entries, jump.policies.own).given) {
        if (waited[given.entry].got < given.units)
            found.insert(given.line);
    }
    return found;
}

/// Lines that wait between the place a line was put at and the one it came from; for a receipt, those that its products' own
/// policy would have given more, and those ranked ahead of the last line it served that waited then.
std::vector<QueueLine> pushedBack(Connection &connection, const StoredJump &jump)
{
    constexpr qint64 mostLookedAt = 500;
    if (jump.isUndone)
        return {};
    if (jump.kind != StoredJump::Kind::Policy)
        return jump.move.rank < jump.before ? QueueStore(connection).between(jump.move.product, jump.move.rank, jump.before)
                                            : std::vector<QueueLine>{};
    const auto last = OrderStore(connection).line(jump.policies.lastServed);
    const std::set<OrderLineId> lost = losers(connection, jump);
    std::vector<QueueLine> lines = QueueStore(connection).head(jump.move.product, mostLookedAt, false);
    std::erase_if(lines, [&](const QueueLine &line) {
        const bool isPassed = last && line.rank < last->rank && line.rank.placedAt <= jump.operation.at;
        return !isPassed && !lost.contains(line.line);
    });
    return lines;
}

void findBehind(Connection &connection, LineJump &jump)
{
    std::vector<OrderId> behind;
    const std::vector<QueueLine> lines = pushedBack(connection, jump.jump);
    for (const QueueLine &line : lines) {
        if (line.order != jump.jump.order && std::find(behind.begin(), behind.end(), line.order) == behind.end())
            behind.push_back(line.order);
    }
    const size_t named = std::min(behind.size(), mostNamed);
    jump.stillBehind.assign(behind.begin(), behind.begin() + qsizetype(named));
    jump.moreBehind = qint64(behind.size() - named);
}

} // namespace

Result<std::vector<LineJump>> lineJumps(Connection &connection)
{
    return readIn(connection, [&] {
        JumpStore store(connection);
        std::vector<LineJump> jumps;
        for (auto &stored : {store.jumps(), store.raisedPriorities(), store.chosenPolicies()}) {
            for (const StoredJump &one : stored) {
                if (one.kind == StoredJump::Kind::Policy && one.policies.own == one.policies.used && !one.policies.isException)
                    continue; // it did what the product's own does
                LineJump jump{one, {}, 0};
                findBehind(connection, jump);
                jumps.push_back(std::move(jump));
            }
        }
        std::stable_sort(jumps.begin(), jumps.end(),
                         [](const LineJump &a, const LineJump &b) { return a.jump.move.operation.value > b.jump.move.operation.value; });
        return jumps;
    });
}

Result<std::vector<StoredFairness>> fairness(Connection &connection)
{
    return readIn(connection, [&] { return JumpStore(connection).fairness(); });
}

Result<std::vector<StoredException>> fairnessExceptions(Connection &connection, ProductId product)
{
    return readIn(connection, [&] { return JumpStore(connection).exceptions(product); });
}

} // namespace waitline
