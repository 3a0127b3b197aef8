#pragma once

#include "models/forecast/outlook.h"
#include "models/forecast/track.h"

#include <vector>

namespace waitline::forecasting {

/// How far off a track has been at each step, for single periods and for totals from the first step on. Misses are told
/// relative to the root of what was said: demand twice as large is not twice as uncertain.
struct Spread {
    std::vector<double> ofPeriods;
    std::vector<double> ofTotals;
};

/// The origins see values that the parameters were fitted to; by cross-validation misses are this much larger afterwards.
inline constexpr double afterwards = 1.06;

/// Methods are judged, and their misses measured, over so many steps ahead: a year of months, a quarter of weeks. What lies
/// further ahead is told by the same line.
inline constexpr size_t stepsJudged = 12;

/// Measured by rolling the track's origin over the values from `first` on; smoothed over the steps by a straight line of
/// the variance, so that steps with few origins borrow from the others.
/// What is missing was as expected.
[[nodiscard]] Spread spreadOf(const Track &track, const std::vector<double> &values, size_t first);

/// The root a spread is relative to.
[[nodiscard]] double rootOfSaid(double said);

/// The outlook of a step, or of the total up to it, from what the track says and its spread.
[[nodiscard]] Outlook outlookOf(double said, double spread);

} // namespace waitline::forecasting
