#include "models/services/demandseries.h"
#include "models/charts/demandquestion.h"
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

struct NamedChart {
    DemandChart chart;
    const char *name;
};

constexpr NamedChart charts[] = {{DemandChart::Products, "by product"},    {DemandChart::OverTime, "over time"},
                                 {DemandChart::WaitingAge, "waiting age"}, {DemandChart::Bookings, "booking curve"},
                                 {DemandChart::FillRate, "fill rate"},     {DemandChart::Refused, "refused"},
                                 {DemandChart::Withdrawn, "withdrawn"},    {DemandChart::KeepRate, "keep rate"},
                                 {DemandChart::Season, "season"},          {DemandChart::Classes, "ABC and XYZ"},
                                 {DemandChart::Buyers, "who buys"},        {DemandChart::Together, "bought together"},
                                 {DemandChart::Promote, "promote"},        {DemandChart::Clear, "clear out"}};

/// All that a picture needs but the drawing, at its worst: of all days, and of a year of one category.
void measureCharts(Connection &connection, const Effort &effort, Figures &figures)
{
    constexpr double goal = 800; // ms of the second from click to picture
    constexpr double filterGoal = 300;
    const auto categories = must(scopeChoices(connection)).categories;
    for (const NamedChart &each : charts) {
        DemandQuestion question;
        question.chart = each.chart;
        question.today = question.scope.to = caller().today();
        question.scope.from = QDate(1970, 1, 1);
        question.by = Period::Month;
        question.isWaiting = false;
        const auto measure = [&](const char *what, double atMost) {
            must(demandSheet(connection, question)); // warm
            const double cost = repeated(effort.rounds, {{}, [&] { must(demandSheet(connection, question)); }}).wall;
            figures.add({QStringLiteral("chart: %1, %2").arg(QLatin1String(each.name), QLatin1String(what)),
                         cost,
                         {},
                         QStringLiteral("ms"),
                         atMost,
                         {}});
        };
        measure("all days", goal);
        question.scope.from = question.today.addMonths(-12);
        question.scope.category = categories.value(0);
        measure("a year of a category", filterGoal);
    }
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
    measureCharts(*connection, effort, figures);
    const double overview = repeated(effort.rounds, {{}, [&] { must(overviewOf(*connection, today)); }}).wall;
    figures.add({QStringLiteral("overview"), overview, {}, QStringLiteral("ms"), 500.0, {}});
}

} // namespace waitline::bench
