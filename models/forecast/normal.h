#pragma once

namespace waitline::forecasting {

/// Φ⁻¹ of a probability strictly between 0 and 1.
[[nodiscard]] double normalQuantile(double probability);
/// Φ
[[nodiscard]] double normalProbability(double deviate);
/// φ
[[nodiscard]] double normalDensity(double deviate);

} // namespace waitline::forecasting
