#include "models/forecast/pool.h"

#include "models/forecast/series.h"
#include "models/forecast/spread.h"

#include <algorithm>

namespace waitline::forecasting {

double squaredMiss(const Track &track, const std::vector<double> &values, size_t first)
{
    double sum = 0;
    double count = 0;
    const size_t steps = std::min(track.horizon(), stepsJudged);
    for (size_t origin = first; origin + 1 < track.origins(); ++origin) {
        for (size_t step = 0; step < steps && origin + 1 + step < values.size(); ++step) {
            const double actual = values[origin + 1 + step];
            if (isMissing(actual))
                continue;
            const double said = std::max(0.0, track.at(origin, step));
            const double miss = (actual - said) / rootOfSaid(said);
            sum += miss * miss;
            count += 1;
        }
    }
    return count > 0 ? sum / count : 0.0;
}

std::vector<double> squaredMisses(const std::vector<Track> &tracks, const std::vector<double> &values, size_t first)
{
    std::vector<double> misses;
    for (const Track &track : tracks)
        misses.push_back(squaredMiss(track, values, first));
    return misses;
}

std::vector<double> weightsByMiss(const std::vector<double> &squaredMisses)
{
    // In means of the series: who is nearer than this is right.
    constexpr double exact = 1e-9;
    std::vector<double> weights;
    double sum = 0;
    for (const double miss : squaredMisses) {
        weights.push_back(1 / ((miss + exact) * (miss + exact)));
        sum += weights.back();
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

Track weightedSum(const std::vector<Track> &tracks, const std::vector<double> &weights)
{
    Track all(tracks.front().origins(), int(tracks.front().horizon()));
    for (size_t i = 0; i < tracks.size(); ++i)
        all.add(tracks[i], weights[i]);
    return all;
}

} // namespace waitline::forecasting
