#pragma once

#include "models/forecast/track.h"

#include <functional>
#include <optional>

namespace waitline::forecasting {

/// How much the values rise, or below 0 fall, each period, as told after each of them from what came before: by the same time
/// of the year before where two years are known, by a straight line from one year on; drawn to 0 by how much of it is chance.
/// Less than a year does not tell a trend from the time of the year.
[[nodiscard]] std::vector<double> driftsOf(const std::vector<double> &values, int season);

/// Whether so few values rise or fall along a line so clearly that it is no chance.
[[nodiscard]] bool riseOrFallClearly(const std::vector<double> &values);

/// How many periods before the last one that what is said at an origin about a step is made from, on average.
using Age = std::function<double(size_t origin, size_t step)>;

/// The track of a way that knows no trend, carried on along the drift from where it stands to where it speaks of. None where
/// that would not have made its misses from `first` on clearly smaller.
[[nodiscard]] std::optional<Track> carriedOn(Track track, const std::vector<double> &values, const std::vector<double> &drifts,
                                             size_t first, const Age &age);

} // namespace waitline::forecasting
