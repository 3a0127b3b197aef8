#pragma once

#include <vector>

namespace waitline::forecasting {

/// What a method expects of each coming period, told after every period: flat forecasts of demand with gaps between.
using Rates = std::vector<double>;

/// Size and interval smoothed apart at each demand (Croston 1972).
[[nodiscard]] Rates croston(const std::vector<double> &values, double alpha);
/// Croston's without its bias: times 1 − α/2 (Syntetos and Boylan 2005).
[[nodiscard]] Rates sba(const std::vector<double> &values, double alpha);
/// The probability of a demand smoothed each period, so that demand that ends is forgotten (Teunter, Syntetos, Babai 2011).
[[nodiscard]] Rates tsb(const std::vector<double> &values, double sizeAlpha, double probabilityAlpha);
/// The mean of SES over the series added up to 1, 2 … `most` periods each (Petropoulos and Kourentzes 2015).
[[nodiscard]] Rates imapa(const std::vector<double> &values, int most, double alpha);
/// Simple smoothing with a fixed rate.
[[nodiscard]] Rates smoothedRates(const std::vector<double> &values, double alpha);
/// The mean of the last `window` periods.
[[nodiscard]] Rates recentRates(const std::vector<double> &values, int window);

} // namespace waitline::forecasting
