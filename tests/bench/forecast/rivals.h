#pragma once

#include "models/forecast/outlook.h"
#include "models/forecast/series.h"

#include <vector>

namespace waitline::bench {

/// A way to forecast: the outlooks of the next `horizon` periods.
struct Rival {
    const char *name;
    std::vector<forecasting::Outlook> (*forecast)(const forecasting::Series &series, int horizon);
};

/// The program's own forecaster first, then what everybody has.
[[nodiscard]] const std::vector<Rival> &rivals();

/// Quantiles of counts around a simple smoothing with α = 0.15, the variance being that of the one-step errors.
[[nodiscard]] forecasting::Outlook smoothedCounts(const std::vector<double> &values, double periods);

} // namespace waitline::bench
