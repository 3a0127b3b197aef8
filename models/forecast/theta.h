#pragma once

#include "models/forecast/track.h"

#include <vector>

namespace waitline::forecasting {

/// The Theta method (Assimakopoulos and Nikolopoulos 2000, as Hyndman and Billah 2003 have it): simple smoothing with half
/// the slope of the straight line as drift, on values without season; `factors` put it back, and may be empty.
[[nodiscard]] Track theta(const std::vector<double> &values, const std::vector<double> &factors, int horizon);

/// Simple smoothing of values without season, the season put back.
[[nodiscard]] Track smoothed(const std::vector<double> &values, const std::vector<double> &factors, int horizon);

/// The damped trend on values without season, the season put back.
[[nodiscard]] Track dampedTrend(const std::vector<double> &values, const std::vector<double> &factors, int horizon);

/// The same period of the last year known; with a season of 1 the last value.
[[nodiscard]] Track seasonalNaive(const std::vector<double> &values, int season, int horizon);

/// The mean of the last `window` values without season, the season put back.
[[nodiscard]] Track recentMean(const std::vector<double> &values, const std::vector<double> &factors, int window, int horizon);

} // namespace waitline::forecasting
