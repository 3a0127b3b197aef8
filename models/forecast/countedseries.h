#pragma once

#include "models/forecast/forecaster.h"
#include "models/forecast/track.h"

namespace waitline::forecasting {

/// The forecast of demand that is counted: with gaps, or of a short history. The series are cleaned and know some demand;
/// `calm` has its giants damped.
[[nodiscard]] Forecast countedForecast(const Series &series, const Series &calm, int horizon);

/// The means alone, as said from every origin from `first` on.
[[nodiscard]] Track countedTrack(const Series &calm, size_t first, int horizon);

} // namespace waitline::forecasting
