#include "models/forecast/outlook.h"

#include "models/forecast/normal.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

double quantileAt(const Outlook &outlook, double probability)
{
    const Quantiles &quantiles = outlook.quantiles;
    const double wanted = std::clamp(probability, 1e-6, 1 - 1e-6);
    // The line is straight in normal deviates, so that the tails go on as they end.
    size_t upper = 1;
    while (upper + 1 < quantileLevels.size() && quantileLevels[upper] < wanted)
        ++upper;
    const double from = normalQuantile(quantileLevels[upper - 1]);
    const double to = normalQuantile(quantileLevels[upper]);
    const double share = (normalQuantile(wanted) - from) / (to - from);
    return std::max(0.0, quantiles[upper - 1] + share * (quantiles[upper] - quantiles[upper - 1]));
}

void makeProper(Outlook &outlook)
{
    const auto cut = [](double value) { return std::isfinite(value) ? std::max(0.0, value) : 0.0; };
    outlook.mean = cut(outlook.mean);
    outlook.deviation = cut(outlook.deviation);
    std::transform(outlook.quantiles.begin(), outlook.quantiles.end(), outlook.quantiles.begin(), cut);
    std::sort(outlook.quantiles.begin(), outlook.quantiles.end());
}

double pinballLoss(const Quantiles &quantiles, double actual)
{
    double sum = 0;
    for (size_t i = 0; i < quantiles.size(); ++i) {
        const double miss = actual - quantiles[i];
        sum += miss >= 0 ? quantileLevels[i] * miss : (quantileLevels[i] - 1) * miss;
    }
    return sum / double(quantiles.size());
}

} // namespace waitline::forecasting
