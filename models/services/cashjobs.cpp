#include "models/services/cashjobs.h"

namespace waitline::jobs {

QFuture<Result<CashOverTime>> cashOverTime(Session &session, const CashOverTimeQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::cashOverTime(c, question); });
}

QFuture<Result<CashByMonth>> cashByMonth(Session &session)
{
    return session.report([](Connection &c) { return waitline::cashByMonth(c); });
}

QFuture<Result<ProductionRuns>> productionRuns(Session &session)
{
    return session.report([](Connection &c) { return waitline::productionRuns(c); });
}

QFuture<Result<PurchaseSlip>> whatSlips(Session &session, PurchaseId purchase, int days)
{
    return session.report([=, today = session.today()](Connection &c) { return waitline::whatSlips(c, purchase, days, today); });
}

QFuture<Result<std::vector<OpenPurchase>>> openPurchases(Session &session)
{
    return session.read([today = session.today()](Connection &c) { return waitline::openPurchases(c, {}, today); });
}

} // namespace waitline::jobs
