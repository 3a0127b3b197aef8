#include "models/services/reportjobs.h"

namespace waitline::jobs {

QFuture<Result<Overview>> overview(Session &session)
{
    return session.report([today = session.today()](Connection &c) { return overviewOf(c, today); });
}

QFuture<Result<DemandBars>> demandBars(Session &session, const DemandBarsQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::demandBars(c, question); });
}

QFuture<Result<DemandOverTime>> demandOverTime(Session &session, const DemandOverTimeQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::demandOverTime(c, question); });
}

} // namespace waitline::jobs
