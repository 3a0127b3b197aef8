#include "models/services/demandseries.h"
#include "models/services/overview.h"
#include "models/services/planservice.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

namespace waitline::bench {

namespace {

/// A minute of processor time at most: it runs in the background. Its results are read at once.
void measurePlan(const Business &business, Figures &figures)
{
    constexpr double goal = 60'000;
    const auto connection = opened(business.copy(QStringLiteral("plan.waitline")));
    const qint64 products = connection->integer("SELECT COUNT(*) FROM product");
    const Cost made = costOf([&] { must(PlanService(*connection).make(caller(), [](qint64, qint64) { return true; })); });
    figures.add({QStringLiteral("suggestions for %1 products").arg(products), made.cpu, {}, QStringLiteral("ms"), goal, {}});
    const Cost read = costOf([&] { must(PlanService(*connection).last()); });
    figures.add({QStringLiteral("the last suggestions, read"), read.cpu, {}, QStringLiteral("ms"), {}, {}});
}

} // namespace

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
    measurePlan(business, figures);
    const double overview = repeated(effort.rounds, {{}, [&] { must(overviewOf(*connection, today)); }}).cpu;
    figures.add({QStringLiteral("overview"), overview, {}, QStringLiteral("ms"), 500.0, {}});
}

} // namespace waitline::bench
