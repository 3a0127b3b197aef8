#pragma once

#include "models/forecast/series.h"

namespace waitline::forecasting {

/// The period with which the level that holds now began, where demand has stepped up or down so clearly that what was before
/// tells nothing of it: all amounts since lie beyond all of half a year before. 0 where it has not. Needs eight periods of it.
[[nodiscard]] size_t levelBegan(const Series &series);

} // namespace waitline::forecasting
