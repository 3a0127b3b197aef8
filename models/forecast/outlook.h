#pragma once

#include <array>
#include <vector>

namespace waitline::forecasting {

inline constexpr std::array<double, 9> quantileLevels{.025, .05, .10, .25, .50, .75, .90, .95, .975};
using Quantiles = std::array<double, quantileLevels.size()>;

/// What is expected of one period, or of a total: never negative, the quantiles in their order.
struct Outlook {
    double mean = 0;
    double deviation = 0; ///< standard deviation of what comes around the mean
    Quantiles quantiles{};
};

/// The demand that is not exceeded with this probability: between the quantiles a straight line, beyond the outer ones
/// the spread of a normal tail.
[[nodiscard]] double quantileAt(const Outlook &outlook, double probability);

/// Cuts at zero, puts the quantiles in order, and lets those of 2.5, 5, 95 and 97.5 % hold the mean between them.
void makeProper(Outlook &outlook);

/// What two say, the first with this share: mean, deviation and each quantile.
[[nodiscard]] Outlook between(const Outlook &a, const Outlook &b, double shareOfA);

/// The bands around the mean as they are shown: each holds it, also where nothing is asked for in nine of ten periods.
struct Bands {
    double low95 = 0;
    double low80 = 0;
    double high80 = 0;
    double high95 = 0;
};
[[nodiscard]] Bands bandsOf(const Outlook &outlook);

/// Mean pinball loss of the quantiles over their levels against what came.
[[nodiscard]] double pinballLoss(const Quantiles &quantiles, double actual);

} // namespace waitline::forecasting
