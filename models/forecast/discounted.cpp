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

/// So many values tell their own variance.
constexpr double enoughValues = 8;

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

WeightedHistory::WeightedHistory(const Series &series, size_t farthest, bool byYear) : m_series(series)
{
    const size_t most = series.values.size() + farthest;
    for (const double rate : discountRates) {
        std::vector<double> &powers = m_powers.emplace_back(most + 1, 1.0);
        for (size_t distance = 1; distance <= most; ++distance)
            powers[distance] = powers[distance - 1] * rate;
    }
    for (size_t distance = 0; byYear && distance <= most; ++distance)
        m_near.push_back(yearWeight(distance, double(series.season)));
}

std::vector<double> WeightedHistory::weights(size_t known, size_t step) const
{
    std::vector<double> weights(known, 0.0);
    for (const std::vector<double> &powers : m_powers) {
        const double all = (1 - powers[known]) / (1 - powers[1]);
        for (size_t i = 0; i < known; ++i)
            weights[i] += isMissing(m_series.values[i]) ? 0.0 : powers[known - 1 - i] / all;
    }
    normalise(weights, 1);
    if (m_near.empty() || known < size_t(m_series.season))
        return weights;
    std::vector<double> near(known, 0.0);
    for (size_t i = 0; i < known; ++i)
        near[i] = isMissing(m_series.values[i]) ? 0.0 : m_near[known + step - i];
    if (*std::max_element(near.begin(), near.end()) <= 0)
        return weights;
    normalise(near, yearShare);
    for (size_t i = 0; i < known; ++i)
        weights[i] = (1 - yearShare) * weights[i] + near[i];
    return weights;
}

double WeightedHistory::mean(size_t known, size_t step) const
{
    // The same as by `weights`, without keeping them: it is asked for every origin and step.
    double recent = 0;
    double rates = 0;
    for (const std::vector<double> &powers : m_powers) {
        const double all = (1 - powers[known]) / (1 - powers[1]);
        for (size_t i = 0; i < known; ++i) {
            if (isMissing(m_series.values[i]))
                continue;
            recent += powers[known - 1 - i] / all * m_series.values[i];
            rates += powers[known - 1 - i] / all;
        }
    }
    recent = rates > 0 ? recent / rates : 0.0;
    if (m_near.empty() || known < size_t(m_series.season))
        return recent;
    double near = 0;
    double sum = 0;
    for (size_t i = 0; i < known; ++i) {
        if (isMissing(m_series.values[i]))
            continue;
        near += m_near[known + step - i] * m_series.values[i];
        sum += m_near[known + step - i];
    }
    return sum > 0 ? (1 - yearShare) * recent + yearShare * near / sum : recent;
}

double WeightedHistory::age(size_t known, size_t step) const
{
    const std::vector<double> shares = weights(known, step);
    double age = 0;
    for (size_t i = 0; i < known; ++i)
        age += shares[i] * double(known - 1 - i);
    return age;
}

Moments WeightedHistory::moments(size_t known, size_t step) const
{
    const std::vector<double> shares = weights(known, step);
    Moments moments;
    double squares = 0;
    double count = 0;
    for (size_t i = 0; i < known; ++i) {
        count += !isMissing(m_series.values[i]);
        if (shares[i] <= 0)
            continue;
        moments.mean += shares[i] * m_series.values[i];
        squares += shares[i] * m_series.values[i] * m_series.values[i];
    }
    constexpr double usualVariation = 0.25; // squared coefficient: a half
    const double notKnown = std::max(0.0, 1 - (count - 1) / (enoughValues - 1));
    const double own = std::max(0.0, squares - moments.mean * moments.mean);
    moments.variance = own + notKnown * std::max(0.0, usualVariation * moments.mean * moments.mean - own);
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
