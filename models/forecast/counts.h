#pragma once

#include "models/forecast/outlook.h"

#include <optional>
#include <vector>

namespace waitline::forecasting {

/// Quantiles of a count with this mean and variance: negative binomial, or Poisson where the variance is no more than
/// the mean. Large counts take the gamma that is their limit.
[[nodiscard]] Quantiles countQuantiles(double mean, double variance);

/// One quantile of the same count.
[[nodiscard]] double countQuantile(double mean, double variance, double probability);

/// Quantiles of the values by their weights (same size; sum above 0), each at the first value whose cumulated weight
/// reaches the level.
[[nodiscard]] Quantiles weightedQuantiles(const std::vector<double> &values, const std::vector<double> &weights);

/// The largest lot all values are whole multiples of: 12 for a series sold by the dozen. None where they are no
/// multiples of anything worth the name.
[[nodiscard]] std::optional<double> lotOf(const std::vector<double> &values);

} // namespace waitline::forecasting
