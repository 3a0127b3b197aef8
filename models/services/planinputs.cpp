#include "models/services/planinputs.h"

#include "models/forecast/classification.h"
#include "models/forecast/leadtimes.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <numeric>

namespace waitline {

using namespace forecasting;

namespace {

int setting(SettingStore &store, const char *name, int otherwise, int least, int most)
{
    bool isNumber = false;
    const int value = store.value(QString::fromLatin1(name)).toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : otherwise;
}

bool isReleased(const PlannedProduct &product, QDate today) { return !product.release || *product.release <= today; }

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

} // namespace

PlanChoices planChoices(Connection &connection)
{
    SettingStore store(connection);
    PlanChoices choices;
    choices.servicePermille = setting(store, "plan.service", choices.servicePermille, 500, 999);
    choices.reviewDays = setting(store, "plan.review", choices.reviewDays, 1, 365);
    choices.leadDays = setting(store, "plan.lead", choices.leadDays, 0, 1000);
    return choices;
}

PlanInputs::PlanInputs(Connection &connection, QDate day)
    : choices(planChoices(connection))
    , products(PlanInputStore(connection).products())
    , history(connection, ProductId{})
    , today(day)
{
    const auto [placed, withdrawn] = PlanInputStore(connection).preordersKept();
    keepRate = placed > 0 ? 1 - double(withdrawn) / double(placed) : 1.0;
    readDeliveries(connection);
    learnFromReleases();
    chooseGrid();
}

void PlanInputs::readDeliveries(Connection &connection)
{
    for (const FirstArrival &delivery : PlanInputStore(connection).deliveries())
        leadDays[delivery.supplier].push_back(double(std::max<DayNumber>(0, delivery.received - delivery.placed)));
}

void PlanInputs::learnFromReleases()
{
    constexpr double fewest = 10; // pre-orders that make a course
    for (const PlannedProduct &product : products) {
        if (!product.release || !isReleased(product, today))
            continue;
        std::vector<double> course = history.preorderCourse(product.id, *product.release);
        if (sumOf(course) >= fewest)
            courses.push_back(std::move(course));
    }
}

void PlanInputs::chooseGrid()
{
    std::vector<double> rates;
    for (const PlannedProduct &product : products) {
        const std::vector<double> weeks = knownValues(history.series(product.id, Grid::Week, today).series.values);
        if (!weeks.empty())
            rates.push_back(meanOf(weeks));
    }
    grid = prefersMonths(rates) ? Grid::Month : Grid::Week;
}

BuyingTerms PlanInputs::termsOf(const PlannedProduct &product) const
{
    const auto past = leadDays.find(product.supplier);
    const double agreed = product.leadDays > 0 ? product.leadDays : choices.leadDays;
    BuyingTerms terms;
    terms.lead = leadTimeOf(past != leadDays.end() && product.supplier.isValid() ? past->second : std::vector<double>(), agreed);
    terms.review = choices.reviewDays;
    terms.serviceLevel = choices.servicePermille / 1000.0;
    terms.pack = product.pack;
    terms.minimum = product.minimum;
    terms.price = product.price;
    terms.cost = product.cost;
    return terms;
}

Buying PlanInputs::productionOf(const PlannedProduct &product) const
{
    const std::vector<double> course = history.preorderCourse(product.id, *product.release);
    const double weeksTold = double(course.size());
    size_t elapsed = course.size();
    const qint64 now = periodOf(toDayNumber(today), Grid::Week);
    const qint64 end = periodOf(toDayNumber(*product.release), Grid::Week);
    if (end > now && !course.empty())
        elapsed = size_t(std::max<qint64>(1, qint64(course.size()) - (end - now) + 1));
    const double share = weeksTold > 0 ? std::min(1.0, double(elapsed) / weeksTold) : 0.0;
    std::vector<double> totals;
    for (const std::vector<double> &past : courses)
        totals.push_back(sumOf(past));
    const DemandOver usual{meanOf(totals), std::sqrt(varianceOf(totals))};
    const double confirmed = double(product.committed + product.shipped);
    constexpr size_t steps = 20;
    const DemandOver all = campaignTotal(confirmed, meanCurve(courses, steps), share, usual);
    const DemandOver late{std::max(0.0, all.mean - confirmed), all.deviation};
    const Units most = product.editionSize ? *product.editionSize : -1;
    const StockPosition stock{product.onHand + product.shipped, product.onOrder, product.committed};
    return toProduce(productionDemand(confirmed, keepRate, late), termsOf(product), stock, most);
}

Buying PlanInputs::buyingOf(const PlannedProduct &product) const
{
    const BuyingTerms terms = termsOf(product);
    const StockPosition stock{product.onHand, product.onOrder, product.committed};
    if (product.isDiscontinued)
        return toMakeUp(terms, stock);
    if (!isReleased(product, today))
        return productionOf(product);
    const ProductDemandSeries demand = history.series(product.id, grid, today);
    const double days = daysIn(grid);
    Buying buying = toBuy(forecast(demand.series, periodsToForecast(terms, days)), terms, stock, days);
    if (product.editionSize) {
        // No more than the edition still has to give, but what is owed already.
        const Units rest = std::max<Units>(*product.editionSize - product.shipped - product.onHand - product.onOrder, 0);
        buying.units = std::min(buying.units, rest / std::max<Units>(1, product.pack) * std::max<Units>(1, product.pack));
    }
    return buying;
}

} // namespace waitline
