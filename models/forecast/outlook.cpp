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
    // Where a tail is so heavy that its mean lies outside of nearly all of it, the outer quantiles end there.
    constexpr size_t outer = 2;
    for (size_t i = 0; i < outer; ++i) {
        double &low = outlook.quantiles[i];
        double &high = outlook.quantiles[quantileLevels.size() - 1 - i];
        low = std::min(low, outlook.mean);
        high = std::max(high, outlook.mean);
    }
}

Outlook between(const Outlook &a, const Outlook &b, double shareOfA)
{
    Outlook both;
    both.mean = shareOfA * a.mean + (1 - shareOfA) * b.mean;
    both.deviation = shareOfA * a.deviation + (1 - shareOfA) * b.deviation;
    for (size_t i = 0; i < both.quantiles.size(); ++i)
        both.quantiles[i] = shareOfA * a.quantiles[i] + (1 - shareOfA) * b.quantiles[i];
    return both;
}

Bands bandsOf(const Outlook &outlook)
{
    constexpr size_t outer = 0;
    constexpr size_t inner = 2;
    const auto low = [&](size_t place) { return std::min(outlook.quantiles[place], outlook.mean); };
    const auto high = [&](size_t place) { return std::max(outlook.quantiles[quantileLevels.size() - 1 - place], outlook.mean); };
    return {low(outer), low(inner), high(inner), high(outer)};
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
