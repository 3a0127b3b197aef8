#pragma once

#include "models/forecast/forecaster.h"

namespace waitline::forecasting {

/// The forecast with these means, one for each of its periods, in the place of its own: what somebody knows better. Bands
/// widen and narrow with their mean; where nothing was expected they are those of a count. Totals follow.
[[nodiscard]] Forecast withMeans(Forecast forecast, const std::vector<double> &means);

/// What somebody says of one period.
struct Overruling {
    double kept = 1; ///< the share of the method's period that counts still
    double said = 0; ///< units in the place of the rest
};

/// How far off what was said has been: as a share of what came, and how many times that is known.
struct SaidMiss {
    double share = 0;
    int times = 0;
};

/// The forecast with what somebody says, one for each of its periods, in the place of its own. Periods without any stay as
/// they are. What is said is as sure as the method of so many units, demand twice as large being not twice as uncertain,
/// and the more so as it has been off itself the more that is known.
[[nodiscard]] Forecast overruled(Forecast forecast, const std::vector<Overruling> &periods, const SaidMiss &miss);

/// All of it times a factor that is not negative: a campaign that lifts demand.
[[nodiscard]] Forecast lifted(Forecast forecast, double factor);

/// The means of a forecast, period by period.
[[nodiscard]] std::vector<double> meansOf(const Forecast &forecast);

} // namespace waitline::forecasting
