#pragma once

#include "models/forecast/series.h"

#include <optional>

namespace waitline::forecasting {

/// How one place in the year stands to the mean one.
struct SeasonalIndex {
    double factor = 1;
    double standardError = 0;
};

/// One index for each place in the year, of mean 1: the ratios to the centred 2×m moving average. Place 0 is the
/// series' first period. None with fewer than two full years, or without demand in between.
[[nodiscard]] std::optional<std::vector<SeasonalIndex>> seasonalIndices(const std::vector<double> &values, int season);

/// The factors alone.
[[nodiscard]] std::vector<double> factorsOf(const std::vector<SeasonalIndex> &indices);

/// Each factor drawn towards 1 by how much of the differences between them is uncertainty (Miller and Williams 2003).
[[nodiscard]] std::vector<SeasonalIndex> drawnToOne(std::vector<SeasonalIndex> indices);

/// Whether the year returns clearly: the autocorrelation one year apart stands out of the shorter ones at 90 %.
[[nodiscard]] bool returnsYearly(const std::vector<double> &values, int season);

/// What the values would be without the season.
[[nodiscard]] std::vector<double> withoutSeason(const std::vector<double> &values, const std::vector<double> &factors);

/// The centred 2×m moving average; missing at the m/2 periods of either end.
[[nodiscard]] std::vector<double> centredAverage(const std::vector<double> &values, int season);

} // namespace waitline::forecasting
