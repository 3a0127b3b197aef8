#include "models/forecast/smoothedseries.h"

#include "models/forecast/backtest.h"
#include "models/forecast/ets.h"
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
/// A model that counts less than this adds nothing but work.
constexpr double leastWeight = 1e-3;

Track etsTrack(const std::vector<double> &values, const std::vector<double> &factors, int horizon)
{
    std::vector<EtsFit> fits;
    for (const EtsShape shape : etsShapes(values, factors))
        fits.push_back(fitEts(values, shape, factors));
    const std::vector<double> weights = akaikeWeights(fits);
    Track track(values.size(), horizon);
    for (size_t i = 0; i < fits.size(); ++i) {
        if (weights[i] > leastWeight)
            track.add(trackOf(fits[i], values, horizon), weights[i]);
    }
    return track;
}

Track combined(const std::vector<double> &values, int season, bool isStrong, int horizon)
{
    const auto indices = seasonalIndices(values, season);
    const std::vector<double> factors = indices ? factorsOf(*indices) : std::vector<double>();
    const std::vector<double> drawn = indices ? factorsOf(drawnToOne(*indices)) : std::vector<double>();
    std::vector<Track> members{etsTrack(values, factors, horizon), theta(values, drawn, horizon),
                               recentMean(values, drawn, season, horizon)};
    if (isStrong)
        members.push_back(seasonalNaive(values, season, horizon));
    return meanOf(members);
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
    std::vector<double> values = filled(series);
    // In means of the series, and without the last bits, so that the fits see the same numbers whatever the unit.
    const double unit = meanOf(values);
    constexpr double grid = 1e9;
    for (double &value : values)
        value = std::round(value / unit * grid) / grid;
    Forecast forecast;
    forecast.seasonalStrength = seasonalStrength(values, series.season);
    const bool isStrong = forecast.seasonalStrength > strongSeason;
    forecast.method = isStrong ? Method::SmoothingWithYear : Method::Smoothing;
    const Track track = combined(values, series.season, isStrong, horizon);
    const Spread spread = spreadOf(track, values, std::max(size_t(series.season), values.size() / 3));
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
