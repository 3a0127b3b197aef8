#pragma once

#include "models/forecast/outlook.h"
#include "models/forecast/series.h"

#include <optional>

namespace waitline::forecasting {

/// Mean and variance of demand, each period of the history counting by how long ago it is and, where the year returns, by
/// how near its time of year is.
struct Moments {
    double mean = 0;
    double variance = 0;
};

/// The history's weights as seen `step` + 1 periods later: a mean of two discount rates, and half of all to the same time
/// of other years where `byYear`. Missing periods weigh nothing; the sum is 1.
[[nodiscard]] std::vector<double> historyWeights(const Series &series, size_t known, size_t step, bool byYear);

/// What the first `known` periods say about the one `step` + 1 later.
[[nodiscard]] Moments discountedMoments(const Series &series, size_t known, size_t step, bool byYear);

/// Whether enough years are there for the time of the year to count.
[[nodiscard]] bool countsByYear(const Series &series);

/// An outlook of counts with these moments, in lots of `lot` where demand comes in lots.
[[nodiscard]] Outlook countOutlook(const Moments &moments, std::optional<double> lot);

} // namespace waitline::forecasting
