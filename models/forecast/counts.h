#pragma once

#include "models/forecast/outlook.h"

#include <optional>
#include <vector>

namespace waitline::forecasting {

/// Quantiles of a count with this mean and variance: negative binomial, or Poisson where the variance is no more than
/// the mean. Large counts take the gamma that is their limit. Between the steps of the distribution lies a straight line, so
/// that a band holds as much as it says (Machado and Santos Silva 2005): between whole counts it would hold both its ends.
[[nodiscard]] Quantiles countQuantiles(double mean, double variance, const Quantiles &levels = quantileLevels);

/// One quantile of the same count, a whole number.
[[nodiscard]] double countQuantile(double mean, double variance, double probability);

/// Quantiles of the values by their weights (same size; sum above 0), each at the first value whose cumulated weight
/// reaches the level.
[[nodiscard]] Quantiles weightedQuantiles(const std::vector<double> &values, const std::vector<double> &weights,
                                          const Quantiles &levels = quantileLevels);

/// The levels at which the bands of counts end. Where nothing is asked for in a tenth of all periods or more, bands begin at 0,
/// leave nothing out below and hold more than they say: the upper end of the 80 and of the 95 % band then lies half-way
/// between its own level and the one of the shortest band that holds as much.
[[nodiscard]] Quantiles bandLevels(const Quantiles &plain);

/// The largest lot all values are whole multiples of: 12 for a series sold by the dozen. None where they are no
/// multiples of anything worth the name.
[[nodiscard]] std::optional<double> lotOf(const std::vector<double> &values);

/// Whether values of this mean and variance, in lots, clearly vary less than counts do.
[[nodiscard]] bool isSurerThanCounts(double mean, double variance, size_t values);

} // namespace waitline::forecasting
