#pragma once

#include "models/forecast/outlook.h"
#include "models/forecast/series.h"

namespace waitline::forecasting {

/// The probability that demand has not ended, as seen after the first `known` periods of a cleaned series: how the silence
/// since the last demand compares with the product's own gaps (after Fader, Hardie and Shang 2010). 1 without a silence longer
/// than all gaps before it; periods that are missing are no silence.
[[nodiscard]] double goingOn(const Series &series, size_t known);

/// The share that is left of what a method says of a period, after the first `known` of them. Methods forget what was long
/// ago: what they have forgotten already is not taken off once more.
[[nodiscard]] double stillExpected(const Series &series, size_t known, double said);

/// What is expected where demand goes on with this probability, and otherwise nothing comes any more.
[[nodiscard]] Outlook ifGoingOn(const Outlook &outlook, double probability);

} // namespace waitline::forecasting
