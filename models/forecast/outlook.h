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

/// Cuts at zero and puts the quantiles in order.
void makeProper(Outlook &outlook);

/// Mean pinball loss of the quantiles over their levels against what came.
[[nodiscard]] double pinballLoss(const Quantiles &quantiles, double actual);

} // namespace waitline::forecasting
