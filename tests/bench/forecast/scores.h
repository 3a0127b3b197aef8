#pragma once

#include "tests/bench/forecast/rivals.h"
#include "tests/bench/forecast/sets.h"

namespace waitline::bench {

/// How well a rival did on a set: means over the scored series.
struct Score {
    double mase = 0; ///< mean absolute error ÷ scale
    double pinball = 0; ///< mean pinball loss over the nine quantiles ÷ scale
    double covered80 = 0; ///< share from the 10 % to the 90 % quantile, both included
    double covered95 = 0;
    double below10 = 0; ///< share below the 10 % quantile; 10 % at most in a calibrated forecast
    double above90 = 0;
    double milliseconds = 0; ///< of processor time for each series
    double slowest = 0;
    int series = 0;
};

/// Forecasts every `stride`-th series and scores it over its last periods. `earlier` moves the window so many horizons
/// back: what methods are chosen by.
[[nodiscard]] Score scoreOf(const Rival &rival, const SeriesSet &set, int earlier, int stride);

} // namespace waitline::bench
