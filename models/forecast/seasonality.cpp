#include "models/forecast/seasonality.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

/// A factor of 0 would be divided by.
constexpr double leastFactor = 0.05;

double autocorrelation(const std::vector<double> &values, double mean, size_t lag)
{
    double product = 0;
    double square = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        square += (values[i] - mean) * (values[i] - mean);
        if (i >= lag)
            product += (values[i] - mean) * (values[i - lag] - mean);
    }
    return square > 0 ? product / square : 0.0;
}

} // namespace

std::vector<double> centredAverage(const std::vector<double> &values, int season)
{
    const size_t m = size_t(season);
    const size_t half = m / 2;
    std::vector<double> average(values.size(), missing);
    for (size_t i = half; i + half < values.size(); ++i) {
        double sum = 0;
        for (size_t j = i - half; j <= i + half; ++j)
            sum += values[j];
        if (m % 2 == 0)
            sum -= (values[i - half] + values[i + half]) / 2;
        average[i] = sum / double(m);
    }
    return average;
}

std::optional<std::vector<SeasonalIndex>> seasonalIndices(const std::vector<double> &values, int season)
{
    const size_t m = size_t(season);
    if (season < 2 || values.size() < 2 * m)
        return std::nullopt;
    const std::vector<double> average = centredAverage(values, season);
    std::vector<std::vector<double>> ratios(m);
    for (size_t i = 0; i < values.size(); ++i) {
        if (average[i] > 0)
            ratios[i % m].push_back(values[i] / average[i]);
    }
    std::vector<SeasonalIndex> indices(m);
    double sum = 0;
    for (size_t place = 0; place < m; ++place) {
        const double count = double(ratios[place].size());
        if (count < 1)
            return std::nullopt;
        indices[place].factor = std::max(leastFactor, meanOf(ratios[place]));
        indices[place].standardError = count > 1 ? std::sqrt(varianceOf(ratios[place]) / (count - 1)) : 0.0;
        sum += indices[place].factor;
    }
    for (SeasonalIndex &index : indices) {
        index.factor *= double(m) / sum;
        index.standardError *= double(m) / sum;
    }
    return indices;
}

std::vector<double> factorsOf(const std::vector<SeasonalIndex> &indices)
{
    std::vector<double> factors;
    factors.reserve(indices.size());
    for (const SeasonalIndex &index : indices)
        factors.push_back(index.factor);
    return factors;
}

std::vector<SeasonalIndex> drawnToOne(std::vector<SeasonalIndex> indices)
{
    double noise = 0;
    double differences = 0;
    for (const SeasonalIndex &index : indices) {
        noise += index.standardError * index.standardError;
        differences += (index.factor - 1) * (index.factor - 1);
    }
    const double share = differences > 0 ? std::max(0.0, 1 - noise / differences) : 0.0;
    for (SeasonalIndex &index : indices)
        index.factor = 1 + share * (index.factor - 1);
    return indices;
}

bool returnsYearly(const std::vector<double> &values, int season)
{
    if (season < 2 || values.size() < size_t(2 * season) || varianceOf(values) <= 0)
        return false;
    const double mean = meanOf(values);
    double squares = 0;
    for (int lag = 1; lag < season; ++lag) {
        const double correlation = autocorrelation(values, mean, size_t(lag));
        squares += correlation * correlation;
    }
    constexpr double deviate90 = 1.645;
    const double limit = deviate90 * std::sqrt((1 + 2 * squares) / double(values.size()));
    return std::abs(autocorrelation(values, mean, size_t(season))) > limit;
}

std::vector<double> withoutSeason(const std::vector<double> &values, const std::vector<double> &factors)
{
    std::vector<double> adjusted(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        adjusted[i] = values[i] / factors[i % factors.size()];
    return adjusted;
}

} // namespace waitline::forecasting
