#include "models/forecast/series.h"

#include <algorithm>
#include <numeric>

namespace waitline::forecasting {

namespace {

/// Beyond this, squares of sums would overflow.
constexpr double largest = 1e15;

double cleanedValue(double value)
{
    if (!std::isfinite(value))
        return missing;
    return std::clamp(value, 0.0, largest);
}

/// The mean of the same period one year before and after, as far as they are known.
double sameOfOtherYears(const std::vector<double> &values, size_t at, size_t season)
{
    double sum = 0;
    int count = 0;
    if (at >= season && !isMissing(values[at - season])) {
        sum += values[at - season];
        ++count;
    }
    if (at + season < values.size() && !isMissing(values[at + season])) {
        sum += values[at + season];
        ++count;
    }
    return count == 0 ? missing : sum / count;
}

/// On the line between the known neighbours; at an end, the nearest one.
double betweenNeighbours(const std::vector<double> &values, size_t at)
{
    size_t before = at;
    while (before > 0 && isMissing(values[before]))
        --before;
    size_t after = at;
    while (after + 1 < values.size() && isMissing(values[after]))
        ++after;
    if (isMissing(values[before]))
        return isMissing(values[after]) ? 0.0 : values[after];
    if (isMissing(values[after]))
        return values[before];
    const double share = double(at - before) / double(after - before);
    return values[before] + share * (values[after] - values[before]);
}

} // namespace

Series cleaned(const Series &series)
{
    Series clean{{}, std::max(1, series.season), series.isAlive};
    clean.values.reserve(series.values.size());
    for (const double value : series.values)
        clean.values.push_back(cleanedValue(value));
    const auto first = std::find_if(clean.values.begin(), clean.values.end(), [](double value) { return value > 0; });
    // A series that never sold keeps its length: that it was seen for long is all it tells.
    if (first != clean.values.end())
        clean.values.erase(clean.values.begin(), first);
    if (clean.values.size() > size_t(longest))
        clean.values.erase(clean.values.begin(), clean.values.end() - longest);
    return clean;
}

std::vector<double> knownValues(const std::vector<double> &values)
{
    std::vector<double> known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double value) { return !isMissing(value); });
    return known;
}

Series inUnits(Series series, double unit)
{
    constexpr double grid = 1e9;
    for (double &value : series.values)
        value = std::round(value / unit * grid) / grid;
    return series;
}

std::vector<double> filled(const Series &series)
{
    std::vector<double> values = series.values;
    for (size_t at = 0; at < values.size(); ++at) {
        if (!isMissing(series.values[at]))
            continue;
        const double same = series.season > 1 ? sameOfOtherYears(series.values, at, size_t(series.season)) : missing;
        values[at] = isMissing(same) ? betweenNeighbours(series.values, at) : same;
    }
    return values;
}

double meanOf(const std::vector<double> &values)
{
    return values.empty() ? 0.0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double varianceOf(const std::vector<double> &values)
{
    if (values.size() < 2)
        return 0.0;
    const double mean = meanOf(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / double(values.size());
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

} // namespace waitline::forecasting
