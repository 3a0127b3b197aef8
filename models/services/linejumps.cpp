#include "models/services/linejumps.h"

#include "models/services/unitofwork.h"

#include <algorithm>
#include <set>

namespace waitline {

namespace {

constexpr size_t mostNamed = 5;

/// Orders that wait between the place a line was put at and the one it came from.
void findBehind(Connection &connection, LineJump &jump)
{
    const LineMove &move = jump.jump.move;
    if (jump.jump.isUndone || !(move.rank < jump.jump.before))
        return;
    std::vector<OrderId> behind;
    for (const QueueLine &line : QueueStore(connection).between(move.product, move.rank, jump.jump.before)) {
        if (line.line != move.line && std::find(behind.begin(), behind.end(), line.order) == behind.end())
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
        std::vector<LineJump> jumps;
        for (StoredJump &stored : JumpStore(connection).jumps()) {
            LineJump jump{std::move(stored), {}, 0};
            findBehind(connection, jump);
            jumps.push_back(std::move(jump));
        }
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
