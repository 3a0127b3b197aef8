#include "models/forecast/counts.h"

#include "models/forecast/normal.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace waitline::forecasting {

namespace {

/// Up to this mean the probabilities are summed one by one.
constexpr double largestSummed = 400;

/// The quantiles at `levels` of a distribution told by its first probability and the ratio of each to the one before.
template <typename Ratio>
void sumUp(std::span<const double> levels, std::span<double> quantiles, double first, Ratio ratio)
{
    double probability = first;
    double sum = first;
    size_t next = 0;
    constexpr int farthest = 20'000;
    for (int count = 0; next < levels.size(); ++count) {
        while (next < levels.size() && (sum >= levels[next] || count == farthest))
            quantiles[next++] = count;
        probability *= ratio(count);
        sum += probability;
    }
}

/// Wilson and Hilferty's cube root of a gamma.
double gammaQuantile(double mean, double variance, double deviate)
{
    const double part = variance / (9 * mean * mean);
    const double root = 1 - part + deviate * std::sqrt(part);
    return root > 0 ? mean * root * root * root : 0.0;
}

void countsAt(std::span<const double> levels, std::span<double> quantiles, double mean, double variance)
{
    if (!(mean > 0))
        return std::fill(quantiles.begin(), quantiles.end(), 0.0);
    const bool isPoisson = variance <= mean * 1.0001;
    const double size = isPoisson ? 0.0 : mean * mean / (variance - mean);
    const double firstLog = isPoisson ? -mean : size * std::log(size / (size + mean));
    // Below this the first probability is too small for a double.
    constexpr double smallestLog = -600;
    if (mean > largestSummed || firstLog < smallestLog) {
        for (size_t i = 0; i < levels.size(); ++i)
            quantiles[i] = gammaQuantile(mean, std::max(mean, variance), normalQuantile(levels[i]));
        return;
    }
    const double fail = isPoisson ? 0.0 : mean / (size + mean);
    if (isPoisson)
        sumUp(levels, quantiles, std::exp(firstLog), [=](int count) { return mean / (count + 1); });
    else
        sumUp(levels, quantiles, std::exp(firstLog), [=](int count) { return (count + size) / (count + 1) * fail; });
}

} // namespace

Quantiles countQuantiles(double mean, double variance)
{
    Quantiles quantiles{};
    countsAt(quantileLevels, quantiles, mean, variance);
    return quantiles;
}

double countQuantile(double mean, double variance, double probability)
{
    double quantile = 0;
    countsAt({&probability, 1}, {&quantile, 1}, mean, variance);
    return quantile;
}

Quantiles weightedQuantiles(const std::vector<double> &values, const std::vector<double> &weights)
{
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    Quantiles quantiles{};
    double sum = 0;
    size_t next = 0;
    for (const size_t at : order) {
        sum += weights[at];
        while (next < quantiles.size() && sum >= quantileLevels[next] * total * (1 - 1e-12))
            quantiles[next++] = values[at];
    }
    while (next < quantiles.size() && !order.empty())
        quantiles[next++] = values[order.back()];
    return quantiles;
}

std::optional<double> lotOf(const std::vector<double> &values)
{
    constexpr double tolerance = 1e-6;
    double lot = 0;
    for (const double value : values) {
        double larger = std::max(value, lot);
        double smaller = std::min(value, lot);
        const double least = tolerance * std::max(value, lot);
        if (smaller > 0 && smaller <= least)
            return std::nullopt;
        while (smaller > least) {
            const double rest = std::fmod(larger, smaller);
            larger = smaller;
            // What is nearly a whole multiple is one.
            smaller = smaller - rest <= least ? 0.0 : rest;
        }
        lot = larger;
    }
    const double largest = values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
    // A lot this much smaller than the demand tells nothing any more.
    constexpr double mostLots = 1e5;
    if (lot <= 0 || largest / lot > mostLots)
        return std::nullopt;
    return lot;
}

} // namespace waitline::forecasting
