#pragma once

#include "models/forecast/forecaster.h"

namespace waitline::forecasting {

/// The forecast with these means, one for each of its periods, in the place of its own: what somebody knows better. Bands
/// widen and narrow with their mean; where nothing was expected they are those of a count. Totals follow.
[[nodiscard]] Forecast withMeans(Forecast forecast, const std::vector<double> &means);

/// All of it times a factor that is not negative: a campaign that lifts demand.
[[nodiscard]] Forecast lifted(Forecast forecast, double factor);

/// The means of a forecast, period by period.
[[nodiscard]] std::vector<double> meansOf(const Forecast &forecast);

} // namespace waitline::forecasting
