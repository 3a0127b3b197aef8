#include "models/forecast/theta.h"

#include "models/forecast/ets.h"
#include "models/forecast/seasonality.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

void putSeasonBack(Track &track, const std::vector<double> &factors)
{
    if (factors.empty())
        return;
    for (size_t origin = 0; origin < track.origins(); ++origin) {
        for (size_t step = 0; step < track.horizon(); ++step)
            track.at(origin, step) *= factors[(origin + 1 + step) % factors.size()];
    }
}

std::vector<double> adjusted(const std::vector<double> &values, const std::vector<double> &factors)
{
    return factors.empty() ? values : withoutSeason(values, factors);
}

Track etsWithout(const std::vector<double> &values, const std::vector<double> &factors, Trend trend, int horizon)
{
    const std::vector<double> seasonless = adjusted(values, factors);
    const EtsFit fit = fitEts(seasonless, {Noise::Additive, trend, Season::None}, {});
    Track track = trackOf(fit, seasonless, horizon);
    putSeasonBack(track, factors);
    return track;
}

/// Slope of the straight line through the first `count` values, for every count.
std::vector<double> slopesOf(const std::vector<double> &values)
{
    std::vector<double> slopes(values.size(), 0.0);
    double sum = 0;
    double weighted = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        weighted += double(i + 1) * values[i];
        const double n = double(i + 1);
        if (i > 0)
            slopes[i] = (weighted - sum * (n + 1) / 2) * 12 / (n * (n * n - 1));
    }
    return slopes;
}

} // namespace

Track theta(const std::vector<double> &values, const std::vector<double> &factors, int horizon)
{
    const std::vector<double> seasonless = adjusted(values, factors);
    const EtsFit fit = fitEts(seasonless, {Noise::Additive, Trend::None, Season::None}, {});
    const std::vector<double> slopes = slopesOf(seasonless);
    Track track = trackOf(fit, seasonless, horizon);
    for (size_t origin = 0; origin < track.origins(); ++origin) {
        const double started = (1 - std::pow(1 - fit.alpha, double(origin + 1))) / fit.alpha;
        for (size_t step = 0; step < track.horizon(); ++step)
            track.at(origin, step) += slopes[origin] / 2 * (double(step) + started);
    }
    putSeasonBack(track, factors);
    return track;
}

Track smoothed(const std::vector<double> &values, const std::vector<double> &factors, int horizon)
{
    return etsWithout(values, factors, Trend::None, horizon);
}

Track dampedTrend(const std::vector<double> &values, const std::vector<double> &factors, int horizon)
{
    return etsWithout(values, factors, Trend::Damped, horizon);
}

Track seasonalNaive(const std::vector<double> &values, int season, int horizon)
{
    Track track(values.size(), horizon);
    for (size_t origin = 0; origin < values.size(); ++origin) {
        // Before a full year is known the last value stands for it.
        const size_t year = origin + 1 >= size_t(season) ? size_t(season) : 1;
        for (size_t step = 0; step < size_t(horizon); ++step)
            track.at(origin, step) = values[origin + 1 - year + step % year];
    }
    return track;
}

Track recentMean(const std::vector<double> &values, const std::vector<double> &factors, int window, int horizon)
{
    const std::vector<double> seasonless = adjusted(values, factors);
    Track track(values.size(), horizon);
    double sum = 0;
    for (size_t origin = 0; origin < values.size(); ++origin) {
        sum += seasonless[origin];
        if (origin >= size_t(window))
            sum -= seasonless[origin - size_t(window)];
        const double mean = sum / double(std::min(origin + 1, size_t(window)));
        for (size_t step = 0; step < size_t(horizon); ++step)
            track.at(origin, step) = mean;
    }
    putSeasonBack(track, factors);
    return track;
}

} // namespace waitline::forecasting
