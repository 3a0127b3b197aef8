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

/// A history by weights: a mean of two discount rates, and half of all to the same time of other years where `byYear`.
class WeightedHistory final {
public:
    /// Looks back from up to `farthest` periods after the last. The series has to live as long as this.
    WeightedHistory(const Series &series, size_t farthest, bool byYear);

    /// The weights of the first `known` periods as seen `step` + 1 periods after them. Missing ones weigh nothing; the sum is 1.
    [[nodiscard]] std::vector<double> weights(size_t known, size_t step) const;
    /// What they say about that period. Fewer than eight values do not tell their variance: they are taken to vary by half of
    /// their mean at least.
    [[nodiscard]] Moments moments(size_t known, size_t step) const;
    /// The mean alone.
    [[nodiscard]] double mean(size_t known, size_t step) const;
    /// How many periods before the last known one its weight lies, on average.
    [[nodiscard]] double age(size_t known, size_t step) const;

private:
    const Series &m_series;
    std::vector<std::vector<double>> m_powers; ///< of each discount rate, by distance
    std::vector<double> m_near; ///< by distance; empty where the year does not count
};

/// Whether enough years are there for the time of the year to count.
[[nodiscard]] bool countsByYear(const Series &series);

/// An outlook of counts with these moments, in lots of `lot` where demand comes in lots.
[[nodiscard]] Outlook countOutlook(const Moments &moments, std::optional<double> lot);

} // namespace waitline::forecasting
