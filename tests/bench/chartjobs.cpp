#include "models/charts/campaignsheets.h"
#include "models/charts/cashsheets.h"
#include "models/charts/demandquestion.h"
#include "models/charts/forecastsheet.h"
#include "models/services/ordersbehind.h"
#include "models/store/salesstore.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

namespace waitline::bench {

namespace {

// Milliseconds of processor time from the question to the sheet: what is left of the second to the picture is drawing.
constexpr double chartGoal = 800;
constexpr double filterGoal = 300;

struct NamedChart {
    DemandChart chart;
    const char *name;
    BuyersGrouping buyers = BuyersGrouping::NewAndReturning;
};

constexpr NamedChart charts[] = {{DemandChart::Products, "by product"},
                                 {DemandChart::OverTime, "over time"},
                                 {DemandChart::Compare, "compare"},
                                 {DemandChart::WaitingAge, "waiting age"},
                                 {DemandChart::Bookings, "booking curve"},
                                 {DemandChart::FillRate, "fill rate"},
                                 {DemandChart::Refused, "refused"},
                                 {DemandChart::Withdrawn, "withdrawn"},
                                 {DemandChart::KeepRate, "keep rate"},
                                 {DemandChart::Season, "season"},
                                 {DemandChart::Classes, "ABC and XYZ"},
                                 {DemandChart::Buyers, "who buys, new and again"},
                                 {DemandChart::Buyers, "who buys, by channel", BuyersGrouping::Channel},
                                 {DemandChart::Buyers, "who buys, by country", BuyersGrouping::Country},
                                 {DemandChart::Buyers, "who buys, by campaign", BuyersGrouping::Campaign},
                                 {DemandChart::Together, "bought together"},
                                 {DemandChart::Promote, "promote"},
                                 {DemandChart::Clear, "clear out"},
                                 {DemandChart::Forecast, "forecast"}};

/// Adds a row for what is read once it is warm.
class ChartRows final {
public:
    ChartRows(const Effort &effort, Figures &figures) : m_effort(effort), m_figures(figures) {}

    void measure(const QString &what, double goal, const std::function<void()> &read)
    {
        read(); // warm
        const double cost = repeated(m_effort.rounds, {{}, read}).cpu;
        m_figures.add({QStringLiteral("chart: %1").arg(what), cost, {}, QStringLiteral("ms"), goal, {}});
    }

private:
    const Effort &m_effort;
    Figures &m_figures;
};

/// What can be filtered by, and the products that were sold most.
struct Filters {
    QString category;
    qint64 supplier = 0;
    QString campaign;
    QString search; ///< a word of the name of the product sold most
    std::vector<ProductId> products;
};

Filters filtersOf(Connection &connection, QDate today)
{
    const ScopeChoices choices = must(scopeChoices(connection));
    DemandScope all;
    all.to = today;
    Filters filters;
    filters.category = choices.categories.value(0);
    filters.supplier = choices.suppliers.empty() ? 0 : choices.suppliers.front().first;
    filters.campaign = choices.campaigns.value(0);
    for (const ProductName &product : SalesStore(connection).mostSold(all, 6)) {
        if (filters.products.empty())
            filters.search = product.name.section(u' ', 0, 0);
        filters.products.push_back(product.product);
    }
    return filters;
}

/// Each chart of demand of all days, then with each filter. Those of single products have them in every question.
void measureDemandCharts(Connection &connection, const Filters &filters, QDate today, ChartRows &rows)
{
    for (const NamedChart &each : charts) {
        DemandQuestion question;
        question.chart = each.chart;
        question.buyers = each.buyers;
        question.today = question.scope.to = today;
        question.scope.from = QDate(1970, 1, 1);
        question.by = Period::Month;
        question.isWaiting = false;
        if (each.chart == DemandChart::Compare)
            question.scope.products = filters.products;
        if (each.chart == DemandChart::Forecast)
            question.scope.products = {filters.products.front()};
        const auto measure = [&](const char *what, double goal) {
            rows.measure(QStringLiteral("%1, %2").arg(QLatin1String(each.name), QLatin1String(what)), goal,
                         [&] { must(demandSheet(connection, question)); });
        };
        measure("all days", chartGoal);
        question.scope.from = today.addMonths(-12);
        if (!question.scope.products.empty())
            continue;
        question.scope.category = filters.category;
        measure("a year of a category", filterGoal);
        question.scope.category.clear();
        question.scope.supplier = filters.supplier;
        measure("a year of a supplier", filterGoal);
        question.scope.supplier = 0;
        question.scope.campaign = filters.campaign;
        measure("a year of a campaign", filterGoal);
        question.scope.campaign.clear();
        question.scope.search = filters.search;
        measure("a year, searched", filterGoal);
        question.scope.search.clear();
        question.scope.products = {filters.products.front()};
        measure("a year of a product", filterGoal);
    }
}

void measureCashCharts(Connection &connection, QDate today, ChartRows &rows)
{
    const auto sheet = [&](const char *name, CashChart chart, PurchaseId purchase = {}) {
        CashQuestion question;
        question.chart = chart;
        question.days.to = question.today = today;
        question.purchase = purchase;
        rows.measure(QStringLiteral("cash, %1").arg(QLatin1String(name)), chartGoal, [&] { must(cashSheet(connection, question)); });
    };
    sheet("over time", CashChart::OverTime);
    sheet("by month", CashChart::ByMonth);
    sheet("production runs", CashChart::Runs);
    if (const auto purchases = must(openPurchases(connection, {}, today)); !purchases.empty())
        sheet("what slips", CashChart::Slip, purchases.front().stored.id);
    rows.measure(QStringLiteral("cash, orders behind a month"), chartGoal, [&] { must(depositsBehind(connection, today)); });
}

void measureCampaignCharts(Connection &connection, QDate today, ChartRows &rows)
{
    std::vector<CampaignResult> results;
    rows.measure(QStringLiteral("campaigns, all"), chartGoal, [&] { results = must(campaignResults(connection, today)); });
    if (results.size() < 2)
        return;
    const QString first = results[0].campaign.terms.code;
    const QString second = results[1].campaign.terms.code;
    rows.measure(QStringLiteral("campaigns, one day by day"), chartGoal, [&] { must(campaignSheet(connection, first, today)); });
    rows.measure(QStringLiteral("campaigns, two side by side"), chartGoal,
                 [&] { must(comparedCampaignsSheet(connection, first, second, today)); });
}

/// A click on a bar: the worst is one that stands for everything.
void measureBehind(Connection &connection, const Filters &filters, QDate today, ChartRows &rows)
{
    struct NamedLines {
        BehindQuestion::Lines lines;
        const char *name;
    };
    constexpr NamedLines kinds[] = {{BehindQuestion::Lines::Ordered, "everything ordered"},
                                    {BehindQuestion::Lines::Waiting, "everything that waits"},
                                    {BehindQuestion::Lines::Queued, "everything that had to wait"},
                                    {BehindQuestion::Lines::Preordered, "all pre-orders"},
                                    {BehindQuestion::Lines::Withdrawn, "everything withdrawn"}};
    for (const NamedLines &kind : kinds) {
        BehindQuestion question;
        question.lines = kind.lines;
        rows.measure(QStringLiteral("orders behind %1").arg(QLatin1String(kind.name)), chartGoal,
                     [&] { must(ordersBehind(connection, question)); });
    }
    BehindQuestion together;
    together.lines = BehindQuestion::Lines::Together;
    together.scope.products = {filters.products.begin(), filters.products.begin() + std::min<qptrdiff>(2, std::ssize(filters.products))};
    rows.measure(QStringLiteral("orders behind two products"), chartGoal, [&] { must(ordersBehind(connection, together)); });
    BehindQuestion month;
    month.lines = BehindQuestion::Lines::Ordered;
    month.scope.from = today.addDays(-30);
    month.scope.to = today;
    rows.measure(QStringLiteral("orders behind a month"), filterGoal, [&] { must(ordersBehind(connection, month)); });
}

} // namespace

void measureCharts(const Business &business, const Effort &effort, Figures &figures)
{
    const auto connection = opened(business.copy(QStringLiteral("charts.waitline")));
    const QDate today = caller().today();
    const Filters filters = filtersOf(*connection, today);
    ChartRows rows(effort, figures);
    measureDemandCharts(*connection, filters, today, rows);
    measureCashCharts(*connection, today, rows);
    measureCampaignCharts(*connection, today, rows);
    measureBehind(*connection, filters, today, rows);
}

} // namespace waitline::bench
