#include "models/forecast/daysahead.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace waitline::forecasting {

namespace {

double varianceOf(const Outlook &outlook) { return outlook.deviation * outlook.deviation; }

/// For each period, by how much the variance of the total up to it exceeds that of the total before and its own: what it has
/// in common with each of those before, on average, twice.
std::vector<double> inCommon(const Forecast &forecast)
{
    std::vector<double> common(forecast.periods.size(), 0.0);
    for (size_t at = 1; at < common.size(); ++at) {
        const double more = varianceOf(forecast.totals[at]) - varianceOf(forecast.totals[at - 1]) - varianceOf(forecast.periods[at]);
        common[at] = more / double(at);
    }
    return common;
}

} // namespace

DaysAhead inStretches(const Forecast &forecast, const std::vector<Stretch> &stretches)
{
    DaysAhead ahead;
    ahead.forecast = forecast;
    ahead.forecast.periods.clear();
    ahead.forecast.totals.clear();
    const std::vector<double> common = inCommon(forecast);
    double mean = 0;
    double variance = 0;
    double before = 0; // shares of the periods before this one, added up
    double ofPeriod = 0;
    size_t period = 0;
    for (const Stretch &each : stretches) {
        if (each.period >= forecast.periods.size())
            break;
        if (each.period != period) {
            before += std::exchange(ofPeriod, 0.0);
            period = each.period;
        }
        ofPeriod += each.share;
        const Outlook &whole = forecast.periods[each.period];
        // The first total is the first period: where they were reckoned apart, the total holds.
        const double own = each.share * varianceOf(each.period == 0 ? forecast.totals.front() : whole);
        mean += each.share * whole.mean;
        variance += own + each.share * common[each.period] * before;
        ahead.forecast.periods.push_back({each.share * whole.mean, std::sqrt(own), {}});
        ahead.forecast.totals.push_back({mean, std::sqrt(std::max(0.0, variance)), {}});
        ahead.days.push_back(each.days);
    }
    return ahead;
}

DemandOver demandOverDays(const DaysAhead &ahead, double days)
{
    Outlook before;
    double left = days;
    for (size_t at = 0; at < ahead.days.size() && left > 0; ++at) {
        const Outlook &after = ahead.forecast.totals[at];
        if (left < ahead.days[at]) {
            const double share = left / ahead.days[at];
            const double variance = varianceOf(before) + share * (varianceOf(after) - varianceOf(before));
            return {before.mean + share * (after.mean - before.mean), std::sqrt(variance)};
        }
        left -= ahead.days[at];
        before = after;
    }
    return {before.mean, before.deviation};
}

} // namespace waitline::forecasting
