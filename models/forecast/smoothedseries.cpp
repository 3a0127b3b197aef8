#include "models/forecast/smoothedseries.h"

#include "models/forecast/backtest.h"
#include "models/forecast/drift.h"
#include "models/forecast/ets.h"
#include "models/forecast/pool.h"
#include "models/forecast/seasonality.h"
#include "models/forecast/spread.h"
#include "models/forecast/stl.h"
#include "models/forecast/theta.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// From this strength on, last year's values are asked as well.
constexpr double strongSeason = 0.6;
/// A member whose misses are this many times those of the best one is out of place: a mean of months on a clear trend.
constexpr double farOff = 2;

/// The members that are not far off, which all count alike: that is hard to beat (Clemen 1989).
Track meanOfFitting(const std::vector<Track> &members, const std::vector<double> &values, size_t first)
{
    const std::vector<double> misses = squaredMisses(members, values, first);
    const double best = *std::min_element(misses.begin(), misses.end());
    std::vector<Track> fitting;
    for (size_t i = 0; i < members.size(); ++i) {
        if (misses[i] <= farOff * farOff * best)
            fitting.push_back(members[i]);
    }
    return meanOf(fitting);
}

Track combined(const std::vector<double> &values, int season, bool isStrong, size_t first, int horizon)
{
    const auto indices = seasonalIndices(values, season);
    const std::vector<double> factors = indices ? factorsOf(*indices) : std::vector<double>();
    const std::vector<double> drawn = indices ? factorsOf(drawnToOne(*indices)) : std::vector<double>();
    const std::vector<double> drifts = driftsOf(values, season);
    const auto carried = [&](const Track &track, const Age &age) { return carriedOn(track, values, drifts, first, age).value_or(track); };
    const auto ofMean = [=](size_t origin, size_t) { return (double(std::min(origin + 1, size_t(season))) - 1) / 2; };
    const auto ofLastYear = [=](size_t, size_t step) { return double(season) * double(step / size_t(season) + 1) - double(step + 1); };
    std::vector<Track> members{etsTrack(values, factors, horizon), theta(values, drawn, horizon),
                               carried(recentMean(values, drawn, season, horizon), ofMean)};
    if (isStrong)
        members.push_back(carried(seasonalNaive(values, season, horizon), ofLastYear));
    return meanOfFitting(members, values, first);
}

void scale(Outlook &outlook, double unit)
{
    outlook.mean *= unit;
    outlook.deviation *= unit;
    for (double &quantile : outlook.quantiles)
        quantile *= unit;
}

} // namespace

Forecast smoothedForecast(const Series &series, int horizon)
{
    const double unit = meanOf(filled(series));
    const std::vector<double> values = filled(inUnits(series, unit));
    Forecast forecast;
    forecast.seasonalStrength = seasonalStrength(values, series.season);
    const bool isStrong = forecast.seasonalStrength > strongSeason;
    forecast.method = isStrong ? Method::SmoothingWithYear : Method::Smoothing;
    const size_t first = std::max(size_t(series.season), values.size() / 3);
    const Track track = combined(values, series.season, isStrong, first, horizon);
    const Spread spread = spreadOf(track, values, first);
    double total = 0;
    for (size_t step = 0; step < size_t(horizon); ++step) {
        const double said = std::max(0.0, track.ahead(step));
        total += said;
        forecast.periods.push_back(outlookOf(said, spread.ofPeriods[step] * rootOfSaid(said)));
        forecast.totals.push_back(outlookOf(total, spread.ofTotals[step] * rootOfSaid(total / double(step + 1))));
        scale(forecast.periods.back(), unit);
        scale(forecast.totals.back(), unit);
    }
    forecast.backtest = backtestOf(series, [&](size_t known) { return track.at(known - 1, 0) * unit; });
    return forecast;
}

} // namespace waitline::forecasting
