#pragma once

#include "models/forecast/forecaster.h"

namespace waitline::forecasting {

/// Fewer known periods are counted only.
inline constexpr size_t fewestToBlend = 12;

/// Frequent demand without a year by months: level, trend and the year's course smoothed on the one hand, the weighted
/// history counted on the other, each as far as it has been right. `calm` is the series with its giants damped.
[[nodiscard]] Forecast blendedForecast(const Series &series, const Series &calm, int horizon);

} // namespace waitline::forecasting
