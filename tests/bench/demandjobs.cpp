#include "models/services/demandseries.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

namespace waitline::bench {

void measureDemand(const Business &business, const Effort &effort, Figures &figures)
{
    constexpr double goal = 5; // ms, yardsticks.md: demand chart data, warm
    const auto connection = opened(business.copy(QStringLiteral("demand.waitline")));
    const QDate today = caller().today();
    const auto measure = [&](const QString &job, const std::function<void()> &read) {
        read(); // warm
        figures.add({job, repeated(effort.rounds, {{}, read}).cpu, {}, QStringLiteral("ms"), goal, {}});
    };
    measure(QStringLiteral("chart: products by waiting units"), [&] {
        must(demandBars(*connection, {DemandBarsQuestion::Measure::Waiting, {}, {}, 20}));
    });
    measure(QStringLiteral("chart: products by units ordered in 12 weeks"), [&] {
        must(demandBars(*connection, {DemandBarsQuestion::Measure::Ordered, today.addDays(-84), today, 20}));
    });
    measure(QStringLiteral("chart: demand over two years by week"), [&] {
        must(demandOverTime(*connection, {{}, today.addYears(-2), today, Period::Week}));
    });
}

} // namespace waitline::bench
