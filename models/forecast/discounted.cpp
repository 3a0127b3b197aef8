#include "models/forecast/discounted.h"

#include "models/forecast/counts.h"
#include "models/forecast/seasonality.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

/// Chosen by cross-validation over monthly parts, weekly shop and weekly wholesale series, not for one of them.
constexpr double discountRates[] = {0.90, 0.97};
/// How much of the weight belongs to the same time of other years.
constexpr double yearShare = 0.5;
/// What a year more away still counts.
constexpr double yearDiscount = 0.5;
/// Standard width of "the same time of the year": four weeks, one month.
constexpr double widthInYears = 4.0 / 52;

double yearWeight(size_t distance, double season)
{
    const double turn = std::fmod(double(distance), season);
    const double apart = std::min(turn, season - turn) / (widthInYears * season);
    return std::exp(-apart * apart / 2) * std::pow(yearDiscount, double(distance) / season);
}

void normalise(std::vector<double> &weights, double share)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    for (double &weight : weights)
        weight = sum > 0 ? weight * share / sum : 0.0;
}

Quantiles bandQuantiles(double mean, double variance)
{
    const Quantiles plain = countQuantiles(mean, variance);
    const Quantiles levels = bandLevels(plain);
    return levels == quantileLevels ? plain : countQuantiles(mean, variance, levels);
}

} // namespace

bool countsByYear(const Series &series)
{
    const double years = double(series.values.size()) / series.season;
    // Weeks show a year's course that single months of few units hide: there it must stand out.
    constexpr int mostMonths = 13;
    return series.season > 1 && years >= 1.5 && (series.season > mostMonths || returnsYearly(filled(series), series.season));
}

std::vector<double> historyWeights(const Series &series, size_t known, size_t step, bool byYear)
{
    std::vector<double> weights(known, 0.0);
    const double rates = double(std::size(discountRates));
    for (const double rate : discountRates) {
        double weight = (1 - rate) / (1 - std::pow(rate, double(known)));
        for (size_t i = known; i-- > 0; weight *= rate)
            weights[i] += isMissing(series.values[i]) ? 0.0 : weight / rates;
    }
    normalise(weights, 1);
    if (!byYear || known < size_t(series.season))
        return weights;
    std::vector<double> near(known, 0.0);
    double most = 0;
    for (size_t i = 0; i < known; ++i) {
        near[i] = isMissing(series.values[i]) ? 0.0 : yearWeight(known + step - i, double(series.season));
        most = std::max(most, near[i]);
    }
    if (most <= 0)
        return weights;
    normalise(near, yearShare);
    for (size_t i = 0; i < known; ++i)
        weights[i] = (1 - yearShare) * weights[i] + near[i];
    return weights;
}

Moments discountedMoments(const Series &series, size_t known, size_t step, bool byYear)
{
    const std::vector<double> weights = historyWeights(series, known, step, byYear);
    Moments moments;
    double squares = 0;
    for (size_t i = 0; i < known; ++i) {
        if (weights[i] <= 0)
            continue;
        moments.mean += weights[i] * series.values[i];
        squares += weights[i] * series.values[i] * series.values[i];
    }
    moments.variance = std::max(0.0, squares - moments.mean * moments.mean);
    return moments;
}

Outlook countOutlook(const Moments &moments, std::optional<double> lot)
{
    Outlook outlook;
    outlook.mean = moments.mean;
    outlook.deviation = std::sqrt(moments.variance);
    // Demand that comes in no lots is counted in parts so small that the count does not matter.
    constexpr double parts = 1e4;
    const double unit = lot.value_or(moments.mean / parts);
    if (unit > 0)
        outlook.quantiles = bandQuantiles(moments.mean / unit, moments.variance / unit / unit);
    for (double &quantile : outlook.quantiles)
        quantile *= unit;
    makeProper(outlook);
    return outlook;
}

} // namespace waitline::forecasting
