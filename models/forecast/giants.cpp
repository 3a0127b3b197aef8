#include "models/forecast/giants.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

constexpr double farAway = 8;
constexpr size_t fewestAmounts = 8;

/// Whether a neighbour of the same period in another year is at least half as large.
bool isKnownOfOtherYears(const Series &series, size_t period)
{
    if (series.season < 2)
        return false;
    const auto season = std::ptrdiff_t(series.season);
    const auto size = std::ptrdiff_t(series.values.size());
    for (std::ptrdiff_t years = -size / season; years <= size / season; ++years) {
        for (std::ptrdiff_t near = -1; years != 0 && near <= 1; ++near) {
            const std::ptrdiff_t at = std::ptrdiff_t(period) + years * season + near;
            if (at >= 0 && at < size && series.values[size_t(at)] >= series.values[period] / 2)
                return true;
        }
    }
    return false;
}

/// Whether at least two of its neighbours are half as large or more: a run is a new level, or a time of the year.
bool isOneOfARun(const Series &series, size_t period)
{
    constexpr std::ptrdiff_t reach = 3;
    constexpr int fewest = 2;
    int alike = 0;
    for (std::ptrdiff_t near = -reach; near <= reach; ++near) {
        const std::ptrdiff_t at = std::ptrdiff_t(period) + near;
        const bool isThere = near != 0 && at >= 0 && at < std::ptrdiff_t(series.values.size());
        alike += isThere && series.values[size_t(at)] >= series.values[period] / 2;
    }
    return alike >= fewest;
}

} // namespace

std::vector<Giant> giantsOf(const Series &series)
{
    std::vector<double> amounts;
    for (const double value : series.values) {
        if (value > 0)
            amounts.push_back(value);
    }
    if (amounts.size() < fewestAmounts)
        return {};
    const double median = medianOf(amounts);
    std::vector<double> deviations;
    deviations.reserve(amounts.size());
    for (const double amount : amounts)
        deviations.push_back(std::abs(amount - median));
    // Where most amounts are the same, half of them is taken for their deviation.
    constexpr double evenShare = 0.5;
    const double middle = medianOf(deviations);
    const double deviation = middle > 0 ? middle : evenShare * median;
    const double limit = median + farAway * deviation;
    std::vector<Giant> giants;
    for (size_t i = 0; i < series.values.size(); ++i) {
        if (series.values[i] > limit && !isKnownOfOtherYears(series, i) && !isOneOfARun(series, i))
            giants.push_back({i, series.values[i], limit});
    }
    return giants;
}

Series damped(Series series, const std::vector<Giant> &giants)
{
    for (const Giant &giant : giants)
        series.values[giant.period] = giant.damped;
    return series;
}

} // namespace waitline::forecasting
