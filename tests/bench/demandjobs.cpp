#include "models/services/reports.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

namespace waitline::bench {

void measureDemand(const Business &business, const Effort &effort, Figures &figures)
{
    const auto connection = opened(business.copy(QStringLiteral("demand.waitline")));
    const QDate today = caller().today();
    DemandQuery query;
    query.from = today.addDays(-84);
    query.to = today;
    query.top = 12;
    const auto read = [&] { must(demandReport(*connection, {}, query, Period::Week)); };
    read();
    figures.add({QStringLiteral("demand of 12 products by week, warm"), repeated(effort.rounds, {{}, read}).cpu, {},
                 QStringLiteral("ms"), 5, {}});
}

} // namespace waitline::bench
