#include "models/forecast/adjusted.h"

#include "models/forecast/counts.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

Outlook withMean(Outlook outlook, double mean)
{
    if (outlook.mean > 0) {
        const double factor = mean / outlook.mean;
        outlook.deviation *= factor;
        for (double &quantile : outlook.quantiles)
            quantile *= factor;
    } else {
        outlook.deviation = std::sqrt(mean);
        outlook.quantiles = countQuantiles(mean, mean);
    }
    outlook.mean = mean;
    makeProper(outlook);
    return outlook;
}

/// The variance of what is said in the place of `mean` units with this variance: relative to the root of the units, as
/// spreads are, below them relative to the units; a count's at least.
double varianceAsMethod(double said, double mean, double variance)
{
    if (mean <= 0)
        return said;
    const double times = said / mean;
    return std::max(said, variance * (times > 1 ? times : times * times));
}

/// The mean absolute miss of a normal deviation of 1.
constexpr double missOfDeviation = 0.797885;
/// Overrulings that count as much as the method's own uncertainty.
constexpr double timesToTrust = 2;

/// What is said from the first period on, added up.
struct SaidSum {
    double units = 0;
    double asMethod = 0; ///< variance: periods are off by themselves
    double asSaid = 0; ///< deviation: who says too much says it of all periods

    [[nodiscard]] double variance(double times) const
    {
        return (timesToTrust * asMethod + times * asSaid * asSaid) / (timesToTrust + times);
    }
};

Outlook counted(double mean, double variance)
{
    Outlook outlook{mean, std::sqrt(variance), countQuantiles(mean, variance)};
    makeProper(outlook);
    return outlook;
}

} // namespace

Forecast overruled(Forecast forecast, const std::vector<Overruling> &periods, const SaidMiss &miss)
{
    SaidSum sum;
    double mean = 0;
    double all = 0;
    double kept = 0;
    bool isOverruled = false;
    for (size_t step = 0; step < forecast.periods.size(); ++step) {
        const Overruling &each = periods[step];
        Outlook &period = forecast.periods[step];
        const double variance = period.deviation * period.deviation;
        const double share = std::clamp(each.kept, 0.0, 1.0);
        const double asMethod = varianceAsMethod(each.said, (1 - share) * period.mean, (1 - share) * variance);
        const SaidSum said{each.said, asMethod, miss.share / missOfDeviation * each.said};
        sum = {sum.units + said.units, sum.asMethod + said.asMethod, sum.asSaid + said.asSaid};
        mean += share * period.mean;
        all += variance;
        kept += share * variance;
        if (share >= 1 && each.said <= 0) {
            if (!isOverruled)
                continue;
        } else {
            isOverruled = true;
            period = counted(share * period.mean + each.said, share * variance + said.variance(miss.times));
        }
        Outlook &total = forecast.totals[step];
        const double rest = all > 0 ? total.deviation * total.deviation * kept / all : 0.0;
        total = counted(mean + sum.units, rest + sum.variance(miss.times));
    }
    return forecast;
}

Forecast withMeans(Forecast forecast, const std::vector<double> &means)
{
    double total = 0;
    for (size_t step = 0; step < forecast.periods.size(); ++step) {
        const double mean = std::max(0.0, means[step]);
        total += mean;
        forecast.periods[step] = withMean(forecast.periods[step], mean);
        forecast.totals[step] = withMean(forecast.totals[step], total);
    }
    return forecast;
}

Forecast lifted(Forecast forecast, double factor)
{
    std::vector<double> means = meansOf(forecast);
    for (double &mean : means)
        mean *= std::max(0.0, factor);
    return withMeans(std::move(forecast), means);
}

std::vector<double> meansOf(const Forecast &forecast)
{
    std::vector<double> means;
    means.reserve(forecast.periods.size());
    for (const Outlook &outlook : forecast.periods)
        means.push_back(outlook.mean);
    return means;
}

} // namespace waitline::forecasting
