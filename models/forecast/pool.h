#pragma once

#include "models/forecast/track.h"

#include <vector>

namespace waitline::forecasting {

/// Mean squared miss of a track over the steps that are judged of the origins from `first` on, relative to the root of what was said as
/// spreads are. `values` are told in means of the series; what is missing in them is left out.
[[nodiscard]] double squaredMiss(const Track &track, const std::vector<double> &values, size_t first);

/// That of each of the tracks.
[[nodiscard]] std::vector<double> squaredMisses(const std::vector<Track> &tracks, const std::vector<double> &values, size_t first);

/// Weights of sum 1, inverse to the squares of the squared misses: the better, the more (Bates and Granger 1969 take the
/// misses themselves; their squares leave nothing to a member that is far off).
[[nodiscard]] std::vector<double> weightsByMiss(const std::vector<double> &squaredMisses);

/// The sum of tracks of one size, each times its weight.
[[nodiscard]] Track weightedSum(const std::vector<Track> &tracks, const std::vector<double> &weights);

} // namespace waitline::forecasting
