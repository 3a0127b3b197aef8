#include "models/services/planinputs.h"

#include "models/forecast/classification.h"
#include "models/forecast/leadtimes.h"
#include "models/services/overrideservice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waitline {

using namespace forecasting;

namespace {

bool isReleased(const PlannedProduct &product, QDate today) { return !product.release || *product.release <= today; }

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

BuyingTerms termsFor(const PlannedProduct &product, const std::vector<double> &leadDays, const PlanChoices &choices)
{
    BuyingTerms terms;
    terms.lead = leadTimeOf(leadDays, product.leadDays > 0 ? product.leadDays : choices.leadDays);
    terms.review = choices.reviewDays;
    terms.serviceLevel = choices.servicePermille / 1000.0;
    terms.pack = product.pack;
    terms.minimum = product.minimum;
    terms.price = product.price;
    terms.cost = product.cost;
    terms.orderCost = choices.orderCost;
    terms.holdingShare = choices.holdingPermille / 1000.0;
    return terms;
}

Grid gridFor(const DemandHistory &history, const std::vector<PlannedProduct> &products, QDate today)
{
    std::vector<double> rates;
    for (const PlannedProduct &product : products) {
        const std::vector<double> weeks = knownValues(history.series(product.id, Grid::Week, today).series.values);
        if (!weeks.empty())
            rates.push_back(meanOf(weeks));
    }
    return prefersMonths(rates) ? Grid::Month : Grid::Week;
}

/// Weeks from the first pre-order to the release, as launches had them: a campaign nobody has ordered in yet is taken to be as long.
qint64 usualLength(const std::vector<std::vector<double>> &launches)
{
    std::vector<double> weeks;
    for (const std::vector<double> &course : launches)
        weeks.push_back(double(course.size()));
    return qint64(std::llround(medianOf(weeks)));
}

/// No more than the edition still has to give.
/// Orders beyond an edition are not taken; `most` is below 0 without one.
DemandOver withinEdition(const DemandOver &late, double confirmed, Units most)
{
    const double left = std::max(0.0, double(most) - confirmed);
    if (most < 0 || late.mean <= left)
        return late;
    return {left, late.mean > 0 ? late.deviation * left / late.mean : 0.0};
}

Buying withinEdition(const Buying &buying, const PlannedProduct &product, const BuyingTerms &terms, Units stock)
{
    if (!product.editionSize)
        return buying;
    return limitedTo(buying, *product.editionSize - product.shipped - product.onHand - product.onOrder, terms, stock);
}

double leadDaysOf(const FirstArrival &delivery) { return double(std::max<DayNumber>(0, delivery.received - delivery.placed)); }

} // namespace

BuyingTerms buyingTerms(Connection &connection, ProductId product)
{
    PlanInputStore store(connection);
    const PlannedProduct planned = store.product(product);
    std::vector<double> leadDays;
    for (const FirstArrival &delivery : planned.supplier.isValid() ? store.deliveries(planned.supplier) : std::vector<FirstArrival>())
        leadDays.push_back(leadDaysOf(delivery));
    return termsFor(planned, leadDays, planChoices(connection));
}

Grid planGrid(Connection &connection, QDate today)
{
    if (const auto plan = PlanStore(connection).last())
        return plan->byMonth ? Grid::Month : Grid::Week;
    return gridFor(DemandHistory(connection, PlanScope{}), PlanInputStore(connection).products(), today);
}

PlanInputs::PlanInputs(Connection &connection, QDate day)
    : choices(planChoices(connection))
    , products(PlanInputStore(connection).products())
    , history(connection, PlanScope{})
    , today(day)
{
    const auto [placed, withdrawn] = PlanInputStore(connection).preordersKept();
    keepRate = placed > 0 ? 1 - double(withdrawn) / double(placed) : 1.0;
    for (StoredOverride &each : OverrideStore(connection).all(ProductId{}))
        m_overrides[each.product].push_back(std::move(each));
    for (const PlannedProduct &product : products) {
        if (!product.category.isEmpty())
            m_categories[product.category].push_back(product.id);
    }
    readDeliveries(connection);
    learnFromReleases();
    grid = gridFor(history, products, today);
}

void PlanInputs::readDeliveries(Connection &connection)
{
    for (const FirstArrival &delivery : PlanInputStore(connection).deliveries(SupplierId{}))
        leadDays[delivery.supplier].push_back(leadDaysOf(delivery));
}

void PlanInputs::learnFromReleases()
{
    constexpr double fewest = 10; // pre-orders that make a course
    for (const PlannedProduct &product : products) {
        if (!product.release || !isReleased(product, today))
            continue;
        std::vector<double> course = history.preorderCourse(product.id, *product.release);
        if (sumOf(course) < fewest)
            continue;
        courses.push_back(std::move(course));
        launched.push_back(size_t(&product - products.data()));
    }
}

BuyingTerms PlanInputs::termsOf(const PlannedProduct &product) const
{
    const auto past = leadDays.find(product.supplier);
    return termsFor(product, past != leadDays.end() && product.supplier.isValid() ? past->second : std::vector<double>(), choices);
}

const Kin &PlanInputs::kinOf(const QString &category)
{
    const auto known = m_kin.find(category);
    return known != m_kin.end() ? known->second
                                : m_kin.emplace(category, waitline::kinOf(history, m_categories[category], grid, today)).first->second;
}

PlanInputs::Campaign PlanInputs::campaignOf(const PlannedProduct &product, const std::vector<std::vector<double>> &launches) const
{
    Campaign campaign;
    const std::vector<double> course = history.preorderCourse(product.id, *product.release);
    const qint64 end = periodOf(toDayNumber(*product.release), Grid::Week);
    const qint64 length = course.empty() ? usualLength(launches) : qint64(course.size());
    const QDate begin = startOf(end - length, Grid::Week);
    if (length > 0 && begin <= today) // which counts as one of its days
        campaign.elapsedShare = std::min(1.0, double(begin.daysTo(today) + 1) / double(begin.daysTo(startOf(end, Grid::Week))));
    const qint64 over = periodOf(toDayNumber(today), Grid::Week) - (end - qint64(course.size()));
    campaign.weeks.assign(course.begin(), course.begin() + std::clamp<qint64>(over, 0, qint64(course.size())));
    std::vector<double> totals;
    for (const std::vector<double> &past : launches) {
        totals.push_back(sumOf(past));
        campaign.lateLaunches += reached(meanCurve({past}, past.size()), campaign.elapsedShare) < 1;
    }
    campaign.usual = {meanOf(totals), std::sqrt(varianceOf(totals))};
    constexpr size_t steps = 20;
    campaign.curve = meanCurve(launches, steps);
    return campaign;
}

std::vector<std::vector<double>> PlanInputs::coursesLike(const PlannedProduct &product) const
{
    std::vector<std::vector<double>> like;
    for (size_t at = 0; at < courses.size(); ++at) {
        const PlannedProduct &each = products[launched[at]];
        if (each.category == product.category && each.price <= 2 * product.price && product.price <= 2 * each.price)
            like.push_back(courses[at]);
    }
    return like;
}

std::optional<BookingAlert> PlanInputs::bookingAlertOf(const PlannedProduct &product) const
{
    constexpr size_t fewest = 3;
    if (product.isDiscontinued || isReleased(product, today))
        return std::nullopt;
    const std::vector<std::vector<double>> like = coursesLike(product);
    if (like.size() < fewest)
        return std::nullopt;
    const Campaign campaign = campaignOf(product, like);
    const Units booked = product.committed + product.shipped;
    if (product.editionSize && booked >= *product.editionSize)
        return std::nullopt; // no more can be sold, nor be made
    const Band usual = usualBookings(campaign.curve, campaign.elapsedShare, campaign.usual);
    if (campaign.elapsedShare <= 0 || (double(booked) >= usual.low && double(booked) <= usual.high))
        return std::nullopt;
    return BookingAlert{product.id, {}, {}, booked, Units(usual.low), Units(usual.high)};
}

Buying PlanInputs::productionOf(const PlannedProduct &product) const
{
    const Campaign campaign = campaignOf(product, courses);
    const double confirmed = double(product.committed + product.shipped);
    // Few launches do not tell how much more or less than they another product sells.
    constexpr double enough = 3;
    const double notKnown = campaign.usual.mean * std::sqrt(enough / (enough + double(courses.size())));
    const DemandOver usual{campaign.usual.mean, std::max(campaign.usual.deviation, notKnown)};
    const DemandOver all = campaignTotal(confirmed, campaign.curve, campaign.elapsedShare, usual);
    const DemandOver byLaunches{std::max(0.0, all.mean - confirmed), all.deviation};
    constexpr double daysAWeek = 7;
    const auto atOwnPace = ordersAtOwnPace(campaign.weeks, double(today.daysTo(*product.release)) / daysAWeek);
    const Units most = product.editionSize ? *product.editionSize : -1;
    const DemandOver late = withinEdition(lateOrders(byLaunches, campaign.lateLaunches, atOwnPace), confirmed, most);
    const StockPosition stock{product.onHand + product.shipped, product.onOrder, product.committed};
    const DemandOver lateKept{late.mean * keepRate, late.deviation * keepRate};
    const BuyingTerms terms = termsOf(product);
    Buying buying =
        toProduce(productionDemand(confirmed, keepRate, lateKept), productionDemand(confirmed, keepRate, {}), terms, stock, most);
    // The goods have to be there on the release day, also where they take as long as they sometimes do.
    const double daysUntil = double(today.daysTo(*product.release));
    buying.daysLeft = std::max(0.0, std::floor(daysUntil - terms.lead.mean - terms.lead.deviation));
    return withinEdition(buying, product, terms, stock.onHand + stock.onOrder);
}

Buying PlanInputs::buyingOf(const PlannedProduct &product)
{
    const BuyingTerms terms = termsOf(product);
    const StockPosition stock{product.onHand, product.onOrder, product.committed};
    if (product.isDiscontinued)
        return toMakeUp(terms, stock);
    if (!isReleased(product, today))
        return productionOf(product);
    const ProductDemandSeries demand = history.series(product.id, grid, today);
    static const Kin none;
    static const std::vector<StoredOverride> noOverrides;
    const Kin &kin = asksKin(demand) && !product.category.isEmpty() ? kinOf(product.category) : none;
    const Forecast method = methodForecast(demand, kin, grid, periodsToForecast(terms, today, grid));
    const auto known = m_overrides.find(product.id);
    const std::vector<StoredOverride> &overrides = known == m_overrides.end() ? noOverrides : known->second;
    const Buying buying = toBuy(daysAhead(method, overrides, missOf(accuracyOf(overrides, history, today)), today, grid), terms, stock);
    return withinEdition(buying, product, terms, stock.units());
}

} // namespace waitline
