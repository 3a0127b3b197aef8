#include "models/forecast/spread.h"

#include "models/forecast/normal.h"
#include "models/forecast/series.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// Values are told in means of the series: what is below this share of one has no relative miss.
constexpr double leastSaid = 0.05;

/// Sums of squared misses and their count for each step.
struct Misses {
    std::vector<double> squares;
    std::vector<double> counts;
    explicit Misses(size_t steps) : squares(steps, 0.0), counts(steps, 0.0) {}
    void add(size_t step, double miss)
    {
        squares[step] += miss * miss;
        counts[step] += 1;
    }
};

/// The variance as a straight line over the steps that never falls, weighted by the origins behind each step; of `steps`.
std::vector<double> deviationsOf(const Misses &misses, size_t steps)
{
    double weight = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (size_t step = 0; step < misses.squares.size(); ++step) {
        if (misses.counts[step] <= 0)
            continue;
        const double at = double(step);
        weight += misses.counts[step];
        x += misses.counts[step] * at;
        y += misses.squares[step];
        xx += misses.counts[step] * at * at;
        xy += misses.squares[step] * at;
    }
    std::vector<double> deviations(steps, 0.0);
    if (weight <= 0)
        return deviations;
    const double width = weight * xx - x * x;
    const double slope = width > 0 ? std::max(0.0, (weight * xy - x * y) / width) : 0.0;
    // Not all of the uncertainty lies in the distance.
    constexpr double leastShare = 0.2;
    const double base = std::max((y - slope * x) / weight, leastShare * y / weight);
    for (size_t step = 0; step < deviations.size(); ++step)
        deviations[step] = std::sqrt(base + slope * double(step));
    return deviations;
}

/// For totals: the mean per step of their variance, smoothed likewise, and summed up again.
std::vector<double> totalDeviationsOf(Misses misses, size_t steps)
{
    for (size_t step = 0; step < misses.squares.size(); ++step)
        misses.squares[step] /= double(step + 1);
    std::vector<double> deviations = deviationsOf(misses, steps);
    for (size_t step = 0; step < deviations.size(); ++step)
        deviations[step] *= std::sqrt(double(step + 1));
    return deviations;
}

} // namespace

double rootOfSaid(double said) { return std::sqrt(std::max(said, leastSaid)); }

Spread spreadOf(const Track &track, const std::vector<double> &values, size_t first)
{
    const size_t measured = std::min(track.horizon(), stepsJudged);
    Misses periods(measured);
    Misses totals(measured);
    for (size_t origin = first; origin + 1 < track.origins(); ++origin) {
        double said = 0;
        double came = 0;
        for (size_t step = 0; step < measured && origin + 1 + step < values.size(); ++step) {
            const double expected = std::max(0.0, track.at(origin, step));
            const double actual = values[origin + 1 + step];
            if (!isMissing(actual))
                periods.add(step, (actual - expected) / rootOfSaid(expected));
            said += expected;
            came += isMissing(actual) ? expected : actual;
            totals.add(step, (came - said) / rootOfSaid(said / double(step + 1)));
        }
    }
    return {deviationsOf(periods, track.horizon()), totalDeviationsOf(std::move(totals), track.horizon())};
}

Outlook outlookOf(double said, double spread)
{
    Outlook outlook;
    outlook.mean = std::max(0.0, said);
    outlook.deviation = afterwards * spread;
    for (size_t i = 0; i < quantileLevels.size(); ++i)
        outlook.quantiles[i] = outlook.mean + normalQuantile(quantileLevels[i]) * outlook.deviation;
    makeProper(outlook);
    return outlook;
}

} // namespace waitline::forecasting
