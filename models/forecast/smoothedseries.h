#pragma once

#include "models/forecast/forecaster.h"

namespace waitline::forecasting {

/// The forecast of regular demand over two years and more. The series is cleaned and knows some demand.
[[nodiscard]] Forecast smoothedForecast(const Series &series, int horizon);

} // namespace waitline::forecasting
