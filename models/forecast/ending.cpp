#include "models/forecast/ending.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// Of products that sell, so many end in a year.
constexpr double endingAYear = 0.2;
/// A year of series that know none.
constexpr double usualYear = 52;
/// No product is so sure to sell in a period that a few without demand tell its end. By cross-validation over spare parts.
constexpr double surest = 0.6;
/// A silence is one when it is so many times as long as all before it.
constexpr double usualGaps = 1.5;

/// Demand up to the last that came, and the silence since. What is missing is left out.
struct Life {
    double periods = 0;
    double demands = 0;
    double longestGap = 0;
    double silence = 0;
};

Life lifeOf(const Series &series, size_t known)
{
    Life life;
    for (size_t at = 0; at < known; ++at) {
        if (isMissing(series.values[at]))
            continue;
        ++life.silence;
        if (series.values[at] <= 0)
            continue;
        if (life.demands > 0)
            life.longestGap = std::max(life.longestGap, life.silence - 1);
        life.periods += life.silence;
        life.demands += 1;
        life.silence = 0;
    }
    return life;
}

/// The mean of the last year of periods up to the last demand.
double meanWhileItCame(const Series &series, size_t known)
{
    const double year = series.season > 1 ? series.season : usualYear;
    double sum = 0;
    double count = 0;
    for (size_t at = known; at-- > 0 && count < year;) {
        if (isMissing(series.values[at]) || (count <= 0 && series.values[at] <= 0))
            continue;
        sum += series.values[at];
        ++count;
    }
    return count > 0 ? sum / count : 0.0;
}

} // namespace

double goingOn(const Series &series, size_t known)
{
    const Life life = lifeOf(series, known);
    const double beyond = life.silence - usualGaps * life.longestGap;
    if (life.demands <= 0 || beyond <= 0 || (series.isAlive && known == series.values.size()))
        return 1;
    const double ending = endingAYear / (series.season > 1 ? series.season : usualYear);
    // Demand comes in a period with a probability that is itself only known from so many of them.
    const double demands = std::min(life.demands, surest * life.periods);
    double silent = 1; // the probability of so long a silence while demand goes on
    double ended = 0;
    for (double at = 0; at < beyond; ++at) {
        ended += ending * silent;
        silent *= (1 - ending) * (1 + life.periods - demands + at) / (2 + life.periods + at);
    }
    return silent / (silent + ended);
}

double stillExpected(const Series &series, size_t known, double said)
{
    const double probability = goingOn(series, known);
    if (probability >= 1 || said <= 0)
        return 1;
    return std::clamp(probability * meanWhileItCame(series, known) / said, probability, 1.0);
}

Outlook ifGoingOn(const Outlook &outlook, double probability)
{
    if (probability >= 1)
        return outlook;
    Outlook faded;
    faded.mean = probability * outlook.mean;
    const double squares = outlook.deviation * outlook.deviation + outlook.mean * outlook.mean;
    faded.deviation = std::sqrt(std::max(0.0, probability * squares - faded.mean * faded.mean));
    for (size_t i = 0; i < quantileLevels.size(); ++i) {
        const double within = 1 - (1 - quantileLevels[i]) / probability;
        faded.quantiles[i] = within > 0 ? quantileAt(outlook, within) : 0.0;
    }
    makeProper(faded);
    return faded;
}

} // namespace waitline::forecasting
