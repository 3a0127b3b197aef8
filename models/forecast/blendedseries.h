#pragma once

#include "models/forecast/forecaster.h"

namespace waitline::forecasting {

/// Fewer known periods are counted only. Single weeks tell sooner how a launch wears off than months of few units do.
[[nodiscard]] constexpr size_t fewestToBlend(int season)
{
    constexpr int mostMonths = 13;
    return season > 1 && season <= mostMonths ? 12 : 8;
}

/// Frequent demand without a year by months: level, trend and the year's course smoothed on the one hand, the weighted
/// history counted on the other, each as far as it has been right. `calm` is the series with its giants damped.
[[nodiscard]] Forecast blendedForecast(const Series &series, const Series &calm, int horizon);

} // namespace waitline::forecasting
