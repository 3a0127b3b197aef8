#pragma once

#include "models/forecast/series.h"

namespace waitline::forecasting {

/// Where demand has stepped up or down and stayed: nearly nothing of before is like what came since, and it is no time of the
/// year that came last year too.
struct LevelStep {
    size_t began = 0; ///< the first period of the level that holds now; 0: there was no clear step
    size_t since = 0; ///< known periods of it
    double times = 1; ///< as much came since as before
};

/// The latest step within half a year of weeks, or a year of months; it takes four periods to be one.
[[nodiscard]] LevelStep levelStepOf(const Series &series);

/// The series as if its level had always been the one that holds now: what came before is told times the step, so that its
/// ups and downs and its year are known still.
[[nodiscard]] Series atPresentLevel(Series series, const LevelStep &step);

} // namespace waitline::forecasting
