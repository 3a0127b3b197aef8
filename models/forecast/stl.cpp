#include "models/forecast/stl.h"

#include "models/forecast/series.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

int nextOdd(double value)
{
    const int whole = int(std::ceil(value));
    return whole % 2 == 0 ? whole + 1 : whole;
}

/// The local line through the `window` values nearest to `at`, by tricube weights; `at` may lie outside the values.
double loess(const std::vector<double> &values, double at, int window)
{
    const auto count = std::ptrdiff_t(values.size());
    const std::ptrdiff_t width = std::min<std::ptrdiff_t>(window, count);
    const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(std::lround(at)) - width / 2, 0, count - width);
    double reach = std::max(std::abs(at - double(from)), std::abs(at - double(from + width - 1)));
    if (window > count)
        reach += double(window - count) / 2;
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    for (std::ptrdiff_t i = from; i < from + width; ++i) {
        const double x = double(i) - at;
        const double share = reach > 0 ? std::abs(x) / (reach * 1.001) : 0.0;
        const double cube = 1 - share * share * share;
        const double weight = cube * cube * cube;
        sum += weight;
        sumX += weight * x;
        sumY += weight * values[size_t(i)];
        sumXX += weight * x * x;
        sumXY += weight * x * values[size_t(i)];
    }
    const double spread = sum * sumXX - sumX * sumX;
    return spread > 1e-9 * sum * sum ? (sumXX * sumY - sumX * sumXY) / spread : sumY / sum;
}

std::vector<double> smooth(const std::vector<double> &values, int window)
{
    std::vector<double> smoothed(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        smoothed[i] = loess(values, double(i), window);
    return smoothed;
}

std::vector<double> movingAverage(const std::vector<double> &values, size_t window)
{
    std::vector<double> averages;
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= window ? values[i - window] : 0.0);
        if (i + 1 >= window)
            averages.push_back(sum / double(window));
    }
    return averages;
}

/// Each place of the year smoothed over the years, one year longer at either end.
std::vector<double> cycles(const std::vector<double> &values, size_t season, int window)
{
    std::vector<double> extended(values.size() + 2 * season, 0.0);
    for (size_t place = 0; place < season; ++place) {
        std::vector<double> years;
        for (size_t i = place; i < values.size(); i += season)
            years.push_back(values[i]);
        for (size_t year = 0; place + year * season < extended.size(); ++year)
            extended[place + year * season] = loess(years, double(year) - 1, window);
    }
    return extended;
}

std::vector<double> minus(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> difference(a.size());
    std::transform(a.begin(), a.end(), b.begin(), difference.begin(), std::minus<>());
    return difference;
}

double strength(const std::vector<double> &part, const std::vector<double> &rest)
{
    std::vector<double> both(part.size());
    std::transform(part.begin(), part.end(), rest.begin(), both.begin(), std::plus<>());
    const double variance = varianceOf(both);
    return variance > 0 ? std::clamp(1 - varianceOf(rest) / variance, 0.0, 1.0) : 0.0;
}

} // namespace

Decomposition stl(const std::vector<double> &values, int season)
{
    constexpr int seasonalWindow = 13;
    constexpr int passes = 2;
    const size_t m = size_t(season);
    const int trendWindow = nextOdd(1.5 * season / (1 - 1.5 / seasonalWindow));
    Decomposition parts;
    parts.trend.assign(values.size(), 0.0);
    for (int pass = 0; pass < passes; ++pass) {
        const std::vector<double> cycle = cycles(minus(values, parts.trend), m, seasonalWindow);
        const std::vector<double> low = smooth(movingAverage(movingAverage(movingAverage(cycle, m), m), 3), nextOdd(season));
        parts.seasonal.assign(values.size(), 0.0);
        for (size_t i = 0; i < values.size(); ++i)
            parts.seasonal[i] = cycle[i + m] - low[i];
        parts.trend = smooth(minus(values, parts.seasonal), trendWindow);
    }
    parts.rest = minus(minus(values, parts.seasonal), parts.trend);
    return parts;
}

double seasonalStrength(const std::vector<double> &values, int season)
{
    const Decomposition parts = stl(values, season);
    return strength(parts.seasonal, parts.rest);
}

double trendStrength(const std::vector<double> &values, int season)
{
    const Decomposition parts = stl(values, season);
    return strength(parts.trend, parts.rest);
}

} // namespace waitline::forecasting
