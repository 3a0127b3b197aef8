#pragma once

#include <vector>

namespace waitline::forecasting {

/// Values taken apart: value = trend + seasonal + rest.
struct Decomposition {
    std::vector<double> trend;
    std::vector<double> seasonal;
    std::vector<double> rest;
};

/// STL (Cleveland, Cleveland, McRae and Terpenning 1990) with a season that may change slowly, two inner passes and no
/// robustness. Needs two full seasons.
[[nodiscard]] Decomposition stl(const std::vector<double> &values, int season);

/// F_S = max(0, 1 − Var(rest) / Var(seasonal + rest)): from 0, no season, to 1. Needs two full seasons.
[[nodiscard]] double seasonalStrength(const std::vector<double> &values, int season);
/// The same for the trend.
[[nodiscard]] double trendStrength(const std::vector<double> &values, int season);

} // namespace waitline::forecasting
