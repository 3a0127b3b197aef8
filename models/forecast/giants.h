#pragma once

#include "models/forecast/series.h"

namespace waitline::forecasting {

/// A single amount so far above the others that it tells nothing about the next.
struct Giant {
    size_t period = 0;
    double value = 0;
    double damped = 0; ///< what stands in its place
};

/// Amounts more than 8 median absolute deviations above the median of all amounts, unless the same time of another year
/// knows their like. Needs eight amounts to tell.
[[nodiscard]] std::vector<Giant> giantsOf(const Series &series);

/// The series with every giant damped.
[[nodiscard]] Series damped(Series series, const std::vector<Giant> &giants);

} // namespace waitline::forecasting
