#include "models/charts/demandquestion.h"

#include "models/charts/demandsheets.h"

namespace waitline {

Result<ChartSheet> demandSheet(Connection &connection, const DemandQuestion &question)
{
    switch (question.chart) {
    case DemandChart::Products: return productsSheet(connection, question);
    case DemandChart::OverTime: return overTimeSheet(connection, question);
    case DemandChart::Compare: return compareSheet(connection, question);
    }
    Q_UNREACHABLE();
}

namespace jobs {

QFuture<Result<ChartSheet>> demandSheet(Session &session, const DemandQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::demandSheet(c, question); });
}

QFuture<Result<ScopeChoices>> scopeChoices(Session &session)
{
    return session.read([](Connection &c) { return waitline::scopeChoices(c); });
}

QFuture<Result<OrdersBehind>> ordersBehind(Session &session, const BehindQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::ordersBehind(c, question); });
}

} // namespace jobs

} // namespace waitline
