#include "models/services/demandhistory.h"

#include <algorithm>
#include <span>

namespace waitline {

namespace {

constexpr DayNumber daysAWeek = 7;
/// 1970-01-01 was a Thursday.
constexpr DayNumber mondayBeforeEpoch = 3;

qint64 floorDivided(qint64 value, qint64 by) { return (value >= 0 ? value : value - by + 1) / by; }

std::span<const DayUnits> ofProduct(const std::vector<DayUnits> &days, ProductId product)
{
    const auto first =
        std::lower_bound(days.begin(), days.end(), product, [](const DayUnits &day, ProductId id) { return day.product < id; });
    const auto last = std::upper_bound(first, days.end(), product, [](ProductId id, const DayUnits &day) { return id < day.product; });
    return {first, last};
}

} // namespace

double daysIn(Grid grid) { return grid == Grid::Week ? double(daysAWeek) : 365.25 / 12; }

qint64 periodOf(DayNumber day, Grid grid)
{
    if (grid == Grid::Week)
        return floorDivided(day + mondayBeforeEpoch, daysAWeek);
    const QDate date = fromDayNumber(day);
    return (date.year() - 1970) * 12 + date.month() - 1;
}

QDate startOf(qint64 period, Grid grid)
{
    if (grid == Grid::Week)
        return fromDayNumber(period * daysAWeek - mondayBeforeEpoch);
    return QDate(1970, 1, 1).addMonths(int(period));
}

DemandHistory::DemandHistory(Connection &connection, const PlanScope &scope)
{
    PlanInputStore store(connection);
    m_demand = store.demand(scope);
    m_free = store.freeStockChanges(scope);
    m_begun = store.firstDay();
}

ProductDemandSeries DemandHistory::series(ProductId product, Grid grid, QDate today) const
{
    ProductDemandSeries found;
    found.series.season = grid == Grid::Week ? 52 : 12;
    const auto days = ofProduct(m_demand, product);
    const qint64 now = periodOf(toDayNumber(today), grid);
    if (days.empty() || periodOf(days.front().day, grid) >= now)
        return found;
    found.firstPeriod = periodOf(days.front().day, grid);
    found.series.values.assign(size_t(now - found.firstPeriod), 0.0);
    for (const DayUnits &day : days) {
        const qint64 period = periodOf(day.day, grid);
        if (period < now)
            found.series.values[size_t(period - found.firstPeriod)] += double(day.units);
        found.series.isAlive = found.series.isAlive || (period == now && day.units > 0);
    }
    leaveOutGaps(product, grid, found);
    return found;
}

void DemandHistory::leaveOutGaps(ProductId product, Grid grid, ProductDemandSeries &found) const
{
    const auto changes = ofProduct(m_free, product);
    Units free = 0;
    size_t next = 0;
    std::vector<size_t> gaps;
    double asked = 0; // periods with demand since the first movement; before it nothing is known of the stock
    double askedWithout = 0;
    for (size_t at = 0; at < found.series.values.size() && !changes.empty(); ++at) {
        const qint64 period = found.firstPeriod + qint64(at);
        while (next < changes.size() && periodOf(changes[next].day, grid) < period)
            free += changes[next++].units;
        Units most = free;
        for (; next < changes.size() && periodOf(changes[next].day, grid) == period; ++next) {
            free += changes[next].units;
            most = std::max(most, free);
        }
        if (next == 0)
            continue;
        const bool isAsked = found.series.values[at] > 0;
        asked += isAsked;
        askedWithout += isAsked && most <= 0;
        if (!isAsked && most <= 0)
            gaps.push_back(at);
    }
    // Who buys on order does not stay away because nothing is there.
    constexpr double nearlyAll = 0.9;
    if (askedWithout > 0 && askedWithout >= nearlyAll * asked)
        return;
    for (const size_t at : gaps)
        found.series.values[at] = forecasting::missing;
}

std::optional<QDate> DemandHistory::lastAsked(ProductId product) const
{
    std::optional<QDate> last;
    for (const DayUnits &day : ofProduct(m_demand, product)) {
        if (day.units > 0)
            last = fromDayNumber(day.day);
    }
    return last;
}

double DemandHistory::unitsBetween(ProductId product, QDate first, QDate last) const
{
    double units = 0;
    for (const DayUnits &day : ofProduct(m_demand, product)) {
        if (day.day >= toDayNumber(first) && day.day <= toDayNumber(last))
            units += double(day.units);
    }
    return units;
}

std::vector<double> DemandHistory::preorderCourse(ProductId product, QDate release) const
{
    const qint64 end = periodOf(toDayNumber(release), Grid::Week);
    std::vector<double> course;
    qint64 first = end;
    for (const DayUnits &day : ofProduct(m_demand, product)) {
        const qint64 week = periodOf(day.day, Grid::Week);
        if (day.preorder <= 0 || week >= end)
            continue;
        first = std::min(first, week);
        course.resize(size_t(std::max<qint64>(week - first + 1, qint64(course.size()))), 0.0);
        course[size_t(week - first)] += double(day.preorder);
    }
    if (!course.empty())
        course.resize(size_t(end - first), 0.0);
    return course;
}

} // namespace waitline
