#include "models/forecast/countedseries.h"

#include "models/forecast/backtest.h"
#include "models/forecast/counts.h"
#include "models/forecast/discounted.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

/// Frequent demand of some length tells its own quantiles: half of each is read off the history as it was, giants and all, these
/// as far as they can be believed.
class OwnQuantiles final {
public:
    OwnQuantiles(const Series &series, const Series &calm, int horizon, bool byYear, bool isOften)
        : m_values(series.values)
        , m_history(series, size_t(horizon), byYear)
    {
        constexpr double mostOfGiants = 5; // times what stands in their place
        for (size_t at = 0; at < m_values.size(); ++at)
            m_values[at] = std::min(m_values[at], mostOfGiants * calm.values[at]);
        constexpr size_t enough = 20;
        m_isTold = isOften && knownValues(m_values).size() >= enough;
        std::replace_if(m_values.begin(), m_values.end(), isMissing, 0.0); // of weight 0
    }

    void blendInto(Outlook &outlook, size_t step) const
    {
        if (!m_isTold)
            return;
        const std::vector<double> weights = m_history.weights(m_values.size(), step);
        const Quantiles own = weightedQuantiles(m_values, weights, bandLevels(weightedQuantiles(m_values, weights)));
        for (size_t i = 0; i < own.size(); ++i)
            outlook.quantiles[i] = (outlook.quantiles[i] + own[i]) / 2;
    }

private:
    std::vector<double> m_values;
    WeightedHistory m_history;
    bool m_isTold = false;
};

/// How much more (or less) a total varies than its periods would if each came alone: the variance of the history's own
/// totals over `steps` periods to that of single periods, drawn towards 1 where the history holds few of them.
double togetherness(const std::vector<double> &values, size_t steps, double variance)
{
    if (steps < 2 || values.size() < 2 * steps || variance <= 0)
        return 1;
    std::vector<double> totals;
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= steps ? values[i - steps] : 0.0);
        if (i + 1 >= steps)
            totals.push_back(sum);
    }
    const double ratio = varianceOf(totals) / (double(steps) * variance);
    const double apart = double(values.size()) / double(steps);
    constexpr double trusted = 10; // totals that do not overlap
    return std::clamp(1 + (ratio - 1) * apart / (apart + trusted), 0.5, 4.0);
}

/// The lots demand is counted in. They tell nothing of frequent demand that varies less, nor does a single value or several that are all
/// the same.
std::optional<double> lotFor(const std::vector<double> &known, bool isOften)
{
    const std::optional<double> lot = lotOf(known);
    if (!lot || !isOften)
        return lot;
    const bool isSurer = isSurerThanCounts(meanOf(known) / *lot, varianceOf(known) / (*lot * *lot), known.size());
    if (isSurer || known.size() == 1)
        return std::nullopt;
    // A few values that are all the same say that demand is even, but not how even: it is counted in smaller lots, the smaller
    // the more of them there are.
    constexpr double even = 1e-9;
    const double smaller = 2 * double(known.size() - 1);
    return varianceOf(known) <= even * meanOf(known) * meanOf(known) ? *lot / smaller : lot;
}

std::vector<Outlook> totalsOf(const std::vector<Moments> &moments, const std::vector<double> &known, std::optional<double> lot)
{
    std::vector<Outlook> totals;
    Moments total;
    const double variance = varianceOf(known);
    for (size_t step = 0; step < moments.size(); ++step) {
        total.mean += moments[step].mean;
        total.variance += moments[step].variance;
        totals.push_back(countOutlook({total.mean, total.variance * togetherness(known, step + 1, variance)}, lot));
    }
    return totals;
}

} // namespace

Forecast countedForecast(const Series &series, const Series &calm, int horizon)
{
    Forecast forecast;
    const bool byYear = countsByYear(calm);
    forecast.method = byYear ? Method::CountsByYear : Method::Counts;
    const std::vector<double> known = knownValues(calm.values);
    const bool isOften = comesOften(classify(series.values).pattern);
    const std::optional<double> lot = lotFor(knownValues(series.values), isOften);
    const WeightedHistory history(calm, size_t(horizon), byYear);
    const OwnQuantiles own(series, calm, horizon, byYear, isOften);
    std::vector<Moments> moments;
    for (size_t step = 0; step < size_t(horizon); ++step) {
        // Without a year every step sees the same history.
        if (step > 0 && !byYear) {
            moments.push_back(moments.front());
            forecast.periods.push_back(forecast.periods.front());
            continue;
        }
        moments.push_back(history.moments(calm.values.size(), step));
        forecast.periods.push_back(countOutlook(moments.back(), lot));
        own.blendInto(forecast.periods.back(), step);
    }
    forecast.totals = totalsOf(moments, known, lot);
    forecast.backtest = backtestOf(series, [&](size_t origin) { return history.mean(origin, 0); });
    return forecast;
}

Track countedTrack(const Series &calm, size_t first, int horizon)
{
    const bool byYear = countsByYear(calm);
    const WeightedHistory history(calm, size_t(horizon), byYear);
    Track track(calm.values.size(), horizon);
    for (size_t origin = first; origin < track.origins(); ++origin) {
        // Without a year every step sees the same history.
        for (size_t step = 0; step < size_t(horizon); ++step)
            track.at(origin, step) = step > 0 && !byYear ? track.at(origin, 0) : history.mean(origin + 1, step);
    }
    return track;
}

} // namespace waitline::forecasting
