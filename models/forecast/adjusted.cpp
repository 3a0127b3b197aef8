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

} // namespace

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
