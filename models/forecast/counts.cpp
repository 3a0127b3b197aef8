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

enum class Steps { Whole, Between };

/// The quantiles at `levels` of a distribution told by its first probability and the ratio of each to the one before:
/// whole counts, or on the straight lines between the steps of the distribution.
template <typename Ratio>
void sumUp(std::span<const double> levels, std::span<double> quantiles, double first, Ratio ratio, Steps steps)
{
    double probability = first;
    double sum = first;
    size_t next = 0;
    constexpr int farthest = 20'000;
    for (int count = 0; next < levels.size(); ++count) {
        while (next < levels.size() && (sum >= levels[next] || count == farthest)) {
            const double missed = steps == Steps::Between && probability > 0 ? (sum - levels[next]) / probability : 0.0;
            quantiles[next++] = std::max(0.0, double(count) - std::clamp(missed, 0.0, 1.0));
        }
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

void countsAt(std::span<const double> levels, std::span<double> quantiles, double mean, double variance, Steps steps)
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
            quantiles[i] = gammaQuantile(mean, mean > largestSummed ? variance : std::max(mean, variance), normalQuantile(levels[i]));
        return;
    }
    const double fail = isPoisson ? 0.0 : mean / (size + mean);
    if (isPoisson)
        sumUp(
            levels, quantiles, std::exp(firstLog), [=](int count) { return mean / (count + 1); }, steps);
    else
        sumUp(
            levels, quantiles, std::exp(firstLog), [=](int count) { return (count + size) / (count + 1) * fail; }, steps);
}

} // namespace

Quantiles bandLevels(const Quantiles &plain)
{
    Quantiles levels = quantileLevels;
    constexpr size_t low80 = 2;
    for (const size_t low : {size_t(0), low80}) { // of the 95 and the 80 % band
        if (plain[low80] <= 0)
            levels[levels.size() - 1 - low] -= quantileLevels[low] / 2;
    }
    return levels;
}

Quantiles countQuantiles(double mean, double variance, const Quantiles &levels)
{
    Quantiles quantiles{};
    countsAt(levels, quantiles, mean, variance, Steps::Between);
    return quantiles;
}

double countQuantile(double mean, double variance, double probability)
{
    double quantile = 0;
    countsAt({&probability, 1}, {&quantile, 1}, mean, variance, Steps::Whole);
    return quantile;
}

Quantiles weightedQuantiles(const std::vector<double> &values, const std::vector<double> &weights, const Quantiles &levels)
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
        while (next < quantiles.size() && sum >= levels[next] * total * (1 - 1e-12))
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

bool isSurerThanCounts(double mean, double variance, size_t values)
{
    // A few equal values of a product that has just begun are counts still.
    constexpr size_t enough = 8;
    if (values < enough)
        return false;
    // Fisher's index of dispersion is chi-squared where counts are Poisson's; its normal limit at 1 %.
    constexpr double deviate99 = 2.326;
    const double free = double(values) - 1;
    const double index = double(values) * variance / mean;
    constexpr double nothing = 1e-9;
    return index <= nothing || index < free - deviate99 * std::sqrt(2 * free);
}

} // namespace waitline::forecasting
