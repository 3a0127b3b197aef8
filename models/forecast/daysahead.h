#pragma once

#include "models/forecast/forecaster.h"
#include "models/forecast/replenishment.h"

namespace waitline::forecasting {

/// Some days of one period of a forecast: all of it, or what is left of it.
struct Stretch {
    size_t period = 0;
    double share = 1; ///< of the period
    double days = 0;
};

/// What is expected of the days from today on, stretch by stretch: their demand is even within each. The stretches are the
/// periods of `forecast`; only means and deviations are told.
struct DaysAhead {
    Forecast forecast;
    std::vector<double> days; ///< of each stretch
};

/// Cuts a forecast into stretches that follow each other. Of a period's variance a stretch has its share; with the periods
/// before, it has so much in common as its share and theirs have: all periods whole have the forecast's own totals.
[[nodiscard]] DaysAhead inStretches(const Forecast &forecast, const std::vector<Stretch> &stretches);

/// Demand over the first `days` of them, as far as they reach: between two totals a straight line.
[[nodiscard]] DemandOver demandOverDays(const DaysAhead &ahead, double days);

} // namespace waitline::forecasting
