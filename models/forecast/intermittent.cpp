#include "models/forecast/intermittent.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

/// Mean of the first values: where smoothing begins.
double startOf(const std::vector<double> &values)
{
    constexpr size_t first = 6;
    const size_t count = std::min(first, values.size());
    double sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += values[i];
    return count > 0 ? sum / double(count) : 0.0;
}

} // namespace

Rates croston(const std::vector<double> &values, double alpha)
{
    Rates rates(values.size(), 0.0);
    double size = 0;
    double interval = 1;
    double since = 1;
    bool isStarted = false;
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i] > 0) {
            size = isStarted ? size + alpha * (values[i] - size) : values[i];
            interval = isStarted ? interval + alpha * (since - interval) : since;
            since = 1;
            isStarted = true;
        } else {
            since += 1;
        }
        rates[i] = isStarted ? size / interval : 0.0;
    }
    return rates;
}

Rates sba(const std::vector<double> &values, double alpha)
{
    Rates rates = croston(values, alpha);
    for (double &rate : rates)
        rate *= 1 - alpha / 2;
    return rates;
}

Rates tsb(const std::vector<double> &values, double sizeAlpha, double probabilityAlpha)
{
    Rates rates(values.size(), 0.0);
    double size = 0;
    double probability = 0;
    double seen = 0;
    double demands = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        seen += 1;
        demands += values[i] > 0;
        if (values[i] > 0)
            size = demands > 1 ? size + sizeAlpha * (values[i] - size) : values[i];
        // Until the rate is slower than the plain mean, the mean it is.
        const double alpha = std::max(probabilityAlpha, 1 / seen);
        probability += alpha * ((values[i] > 0) - probability);
        rates[i] = probability * size;
    }
    return rates;
}

Rates smoothedRates(const std::vector<double> &values, double alpha)
{
    Rates rates(values.size(), 0.0);
    double level = startOf(values);
    for (size_t i = 0; i < values.size(); ++i) {
        level += alpha * (values[i] - level);
        rates[i] = level;
    }
    return rates;
}

Rates imapa(const std::vector<double> &values, int most, double alpha)
{
    Rates rates(values.size(), 0.0);
    for (int level = 1; level <= most; ++level) {
        // The blocks end at each origin in turn; their smoothing goes on from the origin one block earlier.
        const size_t block = size_t(level);
        std::vector<double> smoothed(values.size(), startOf(values));
        double sum = 0;
        for (size_t i = 0; i < values.size(); ++i) {
            sum += values[i] - (i >= block ? values[i - block] : 0.0);
            if (i + 1 < block)
                continue;
            const double before = i >= block ? smoothed[i - block] : startOf(values);
            smoothed[i] = before + alpha * (sum / double(level) - before);
        }
        for (size_t i = 0; i < values.size(); ++i)
            rates[i] += smoothed[i] / most;
    }
    return rates;
}

Rates recentRates(const std::vector<double> &values, int window)
{
    Rates rates(values.size(), 0.0);
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= size_t(window) ? values[i - size_t(window)] : 0.0);
        rates[i] = std::max(0.0, sum / double(std::min(i + 1, size_t(window))));
    }
    return rates;
}

} // namespace waitline::forecasting
