#include "models/forecast/classification.h"

#include "models/forecast/series.h"

namespace waitline::forecasting {

Classification classify(const std::vector<double> &values)
{
    constexpr double longInterval = 1.32;
    constexpr double largeVariation = 0.49;
    const std::vector<double> known = knownValues(values);
    std::vector<double> amounts;
    for (const double value : known) {
        if (value > 0)
            amounts.push_back(value);
    }
    if (amounts.empty())
        return {};
    Classification found;
    const double mean = meanOf(amounts);
    found.interval = double(known.size()) / double(amounts.size());
    found.variation = varianceOf(amounts) / (mean * mean);
    const bool often = found.interval < longInterval;
    if (found.variation < largeVariation)
        found.pattern = often ? Pattern::Smooth : Pattern::Intermittent;
    else
        found.pattern = often ? Pattern::Erratic : Pattern::Lumpy;
    return found;
}

bool comesOften(Pattern pattern) { return pattern == Pattern::Smooth || pattern == Pattern::Erratic; }

bool prefersMonths(const std::vector<double> &unitsAWeek) { return !unitsAWeek.empty() && medianOf(unitsAWeek) < 1; }

} // namespace waitline::forecasting
