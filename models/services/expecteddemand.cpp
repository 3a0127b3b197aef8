#include "models/services/expecteddemand.h"

#include "models/forecast/backtest.h"
#include "models/forecast/borrowed.h"
#include "models/forecast/launch.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace waitline {

using namespace forecasting;

namespace {

/// More similar products tell no more.
constexpr size_t mostKin = 50;

/// Which share of a period the days from `first` to `last` take, and which share of those days lies in it.
struct Overlap {
    double ofPeriod = 0;
    double ofDays = 0;
};

Overlap overlapOf(qint64 period, Grid grid, QDate first, QDate last)
{
    const QDate start = startOf(period, grid);
    const QDate end = startOf(period + 1, grid);
    const qint64 days = std::max(start, first).daysTo(std::min(end, last.addDays(1)));
    if (days <= 0)
        return {};
    return {double(days) / double(start.daysTo(end)), double(days) / double(first.daysTo(last) + 1)};
}

/// Where the days from `from` to the one before `end` are cut by overrides that begin or end among them; `end` is the last.
std::set<QDate> cutsBetween(QDate from, QDate end, const std::vector<StoredOverride> &overrides)
{
    std::set<QDate> cuts{end};
    for (const StoredOverride &each : overrides) {
        for (const QDate day : {each.first, each.last.addDays(1)}) {
            if (day > from && day < end)
                cuts.insert(day);
        }
    }
    return cuts;
}

/// What is said of days that lie either all within an override or all outside of it.
Overruling overrulingOf(QDate from, QDate end, const std::vector<StoredOverride> &overrides)
{
    Overruling overruling;
    for (const StoredOverride &each : overrides) {
        if (from < each.first || from > each.last)
            continue;
        overruling.kept = 0;
        overruling.said += double(each.units) * double(from.daysTo(end)) / double(each.first.daysTo(each.last) + 1);
    }
    return overruling;
}

void addTo(ProductDemandSeries &sum, const ProductDemandSeries &other)
{
    const auto &values = other.series.values;
    if (values.empty())
        return;
    if (sum.series.values.empty()) {
        sum = other;
        return;
    }
    if (other.firstPeriod < sum.firstPeriod) {
        sum.series.values.insert(sum.series.values.begin(), size_t(sum.firstPeriod - other.firstPeriod), 0.0);
        sum.firstPeriod = other.firstPeriod;
    }
    for (size_t at = 0; at < values.size(); ++at) {
        double &value = sum.series.values[size_t(other.firstPeriod - sum.firstPeriod) + at];
        value = (isMissing(value) ? 0.0 : value) + (isMissing(values[at]) ? 0.0 : values[at]);
    }
}

/// How much the launches of similar products count for one of this age.
double shareOfLaunch(size_t age, Grid grid)
{
    const size_t grown = grid == Grid::Week ? 26 : 6;
    const size_t enough = enoughPeriods(grid);
    return age <= enough ? 1.0 : std::max(0.0, (double(grown) - double(age)) / double(grown - enough));
}

Forecast ownForecast(const Series &own, const Kin &kin, Grid grid, int horizon)
{
    const YearOfCategory year(kin.category.series);
    if (own.values.size() >= enoughPeriods(grid) && borrowsYear(own) && year.isKnown())
        return forecastBorrowing(own, year, horizon);
    return forecast(own, horizon);
}

} // namespace

size_t enoughPeriods(Grid grid) { return grid == Grid::Week ? 8 : 2; }

bool asksKin(const ProductDemandSeries &own) { return borrowsYear(own.series); }

Kin kinOf(const DemandHistory &history, const std::vector<ProductId> &products, Grid grid, QDate today)
{
    Kin kin;
    size_t added = 0;
    const qint64 begun = periodOf(history.begun(), grid);
    for (const ProductId other : products) {
        ProductDemandSeries series = history.series(other, grid, today);
        if (series.series.values.empty())
            continue;
        if (added < mostKin) {
            addTo(kin.category, series);
            ++added;
        }
        if (series.firstPeriod - begun >= qint64(enoughPeriods(grid) / 2))
            kin.courses.push_back(std::move(series.series.values));
        if (kin.courses.size() == mostKin)
            break;
    }
    return kin;
}

Forecast methodForecast(const ProductDemandSeries &own, const Kin &kin, Grid grid, int horizon)
{
    const size_t age = own.series.values.size();
    const double share = age > 0 ? shareOfLaunch(age, grid) : 0.0;
    auto launched = share > 0 ? launchForecast(own.series, kin.courses, horizon) : std::nullopt;
    if (launched && share >= 1)
        return *std::move(launched);
    Forecast fromOwn = ownForecast(own.series, kin, grid, horizon);
    return launched ? growingUp(*launched, std::move(fromOwn), share) : fromOwn;
}

Backtest backtestOfYoung(const ProductDemandSeries &own, const Kin &kin, Grid grid)
{
    return missesOf(own.series, [&](size_t known) {
        ProductDemandSeries then = own;
        then.series.values.resize(known);
        return methodForecast(then, kin, grid, 1).periods.front().mean;
    });
}

std::vector<StoredOverride> ruling(const std::vector<StoredOverride> &overrides)
{
    std::vector<StoredOverride> latestFirst = overrides;
    std::erase_if(latestFirst, [](const StoredOverride &each) { return each.isEnded; });
    std::sort(latestFirst.begin(), latestFirst.end(), [](const StoredOverride &a, const StoredOverride &b) { return a.id > b.id; });
    std::vector<StoredOverride> counting;
    for (const StoredOverride &each : latestFirst) {
        std::vector<StoredOverride> left{each};
        for (const StoredOverride &later : std::vector(counting)) {
            std::vector<StoredOverride> rest;
            for (const StoredOverride &piece : left) {
                const std::pair before{piece.first, std::min(piece.last, later.first.addDays(-1))};
                const std::pair after{std::max(piece.first, later.last.addDays(1)), piece.last};
                for (const auto &[first, last] : {before, after}) {
                    if (first > last)
                        continue;
                    rest.push_back(piece);
                    rest.back().first = first;
                    rest.back().last = last;
                }
            }
            left = rest;
        }
        for (StoredOverride &piece : left) {
            const double share = double(piece.first.daysTo(piece.last) + 1) / double(each.first.daysTo(each.last) + 1);
            piece.units = Units(std::llround(double(each.units) * share));
            counting.push_back(piece);
        }
    }
    return counting;
}

Forecast withOverrides(const Forecast &forecast, const std::vector<StoredOverride> &all, const SaidMiss &miss, qint64 firstPeriod,
                       Grid grid)
{
    const std::vector<StoredOverride> overrides = ruling(all);
    std::vector<Overruling> periods(forecast.periods.size());
    for (size_t step = 0; step < periods.size(); ++step) {
        for (const StoredOverride &each : overrides) {
            const Overlap overlap = overlapOf(firstPeriod + qint64(step), grid, each.first, each.last);
            if (overlap.ofDays <= 0)
                continue;
            periods[step].said += double(each.units) * overlap.ofDays;
            periods[step].kept -= overlap.ofPeriod;
        }
    }
    return overruled(forecast, periods, miss);
}

int periodsToForecast(const BuyingTerms &terms, QDate today, Grid grid)
{
    // Longer lead times than this are none.
    constexpr qint64 mostPeriods = 150;
    const double most = double(mostPeriods) * daysIn(grid);
    const auto days = qint64(std::ceil(std::clamp(terms.lead.mean + terms.review, 1.0, most)));
    const qint64 last = periodOf(toDayNumber(today.addDays(days - 1)), grid);
    return int(std::min(last - periodOf(toDayNumber(today), grid) + 1, mostPeriods));
}

DaysAhead daysAhead(const Forecast &method, const std::vector<StoredOverride> &all, const SaidMiss &miss, QDate today, Grid grid)
{
    const std::vector<StoredOverride> overrides = ruling(all);
    std::vector<Stretch> stretches;
    std::vector<Overruling> said;
    const qint64 running = periodOf(toDayNumber(today), grid);
    for (size_t step = 0; step < method.periods.size(); ++step) {
        const QDate start = startOf(running + qint64(step), grid);
        const QDate next = startOf(running + qint64(step) + 1, grid);
        QDate from = std::max(start, today);
        for (const QDate end : cutsBetween(from, next, overrides)) {
            const auto days = double(from.daysTo(end));
            stretches.push_back({step, days / double(start.daysTo(next)), days});
            said.push_back(overrulingOf(from, end, overrides));
            from = end;
        }
    }
    DaysAhead ahead = inStretches(method, stretches);
    ahead.forecast = overruled(std::move(ahead.forecast), said, miss);
    return ahead;
}

double expectedBetween(const Forecast &forecast, qint64 firstPeriod, Grid grid, QDate first, QDate last)
{
    double units = 0;
    for (size_t step = 0; step < forecast.periods.size(); ++step)
        units += forecast.periods[step].mean * overlapOf(firstPeriod + qint64(step), grid, first, last).ofPeriod;
    return units;
}

} // namespace waitline
