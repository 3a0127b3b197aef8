#include "models/services/expecteddemand.h"

#include "models/forecast/borrowed.h"
#include "models/forecast/launch.h"

#include <algorithm>

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

} // namespace

size_t enoughPeriods(Grid grid) { return grid == Grid::Week ? 8 : 2; }

bool asksKin(const ProductDemandSeries &own) { return borrowsYear(own.series); }

Kin kinOf(const DemandHistory &history, const std::vector<ProductId> &products, Grid grid, QDate today)
{
    Kin kin;
    for (const ProductId other : products) {
        ProductDemandSeries series = history.series(other, grid, today);
        if (series.series.values.empty())
            continue;
        addTo(kin.category, series);
        kin.courses.push_back(std::move(series.series.values));
        if (kin.courses.size() == mostKin)
            break;
    }
    return kin;
}

Forecast methodForecast(const ProductDemandSeries &own, const Kin &kin, Grid grid, int horizon)
{
    const size_t age = own.series.values.size();
    if (age > 0 && age < enoughPeriods(grid)) {
        if (auto launched = launchForecast(own.series, kin.courses, horizon))
            return *std::move(launched);
    }
    const YearOfCategory year(kin.category.series);
    if (age >= enoughPeriods(grid) && borrowsYear(own.series) && year.isKnown())
        return forecastBorrowing(own.series, year, horizon);
    return forecast(own.series, horizon);
}

Forecast withOverrides(const Forecast &forecast, const std::vector<StoredOverride> &overrides, const SaidMiss &miss, qint64 firstPeriod,
                       Grid grid)
{
    std::vector<Overruling> periods(forecast.periods.size());
    for (size_t step = 0; step < periods.size(); ++step) {
        for (const StoredOverride &each : overrides) {
            const Overlap overlap = overlapOf(firstPeriod + qint64(step), grid, each.first, each.last);
            if (each.isEnded || overlap.ofDays <= 0)
                continue;
            periods[step].said += double(each.units) * overlap.ofDays;
            periods[step].kept -= overlap.ofPeriod;
        }
    }
    return overruled(forecast, periods, miss);
}

double expectedBetween(const Forecast &forecast, qint64 firstPeriod, Grid grid, QDate first, QDate last)
{
    double units = 0;
    for (size_t step = 0; step < forecast.periods.size(); ++step)
        units += forecast.periods[step].mean * overlapOf(firstPeriod + qint64(step), grid, first, last).ofPeriod;
    return units;
}

} // namespace waitline
