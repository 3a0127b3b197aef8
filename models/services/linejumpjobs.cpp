#include "models/services/linejumpjobs.h"

namespace waitline::jobs {

QFuture<Result<std::vector<LineJump>>> lineJumps(Session &session)
{
    return session.report([](Connection &c) { return waitline::lineJumps(c); });
}

QFuture<Result<std::vector<StoredFairness>>> fairness(Session &session)
{
    return session.report([](Connection &c) { return waitline::fairness(c); });
}

QFuture<Result<std::vector<StoredException>>> fairnessExceptions(Session &session, ProductId product)
{
    return session.report([product](Connection &c) { return waitline::fairnessExceptions(c, product); });
}

QFuture<Result<MoveOutcome>> undoJump(Session &session, OrderLineId line, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).undoMove(line, reason, caller); });
}

} // namespace waitline::jobs
