#pragma once

#include "models/forecast/forecaster.h"

#include <functional>

namespace waitline::forecasting {

/// Over the last year of periods, or half of the series where it is shorter: what `said` tells after so many periods
/// against the one that came next.
[[nodiscard]] Backtest missesOf(const Series &series, const std::function<double(size_t periodsKnown)> &said);

/// The same of what is said of demand that goes on: it fades where none has come for longer than ever before.
[[nodiscard]] Backtest backtestOf(const Series &series, const std::function<double(size_t periodsKnown)> &said);

} // namespace waitline::forecasting
