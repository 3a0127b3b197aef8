#pragma once

#include <vector>

namespace waitline::forecasting {

/// How demand comes (Syntetos, Boylan and Croston 2005).
enum class Pattern {
    Smooth, ///< often, in like amounts
    Erratic, ///< often, in very different amounts
    Intermittent, ///< with gaps, in like amounts
    Lumpy, ///< with gaps, in very different amounts
    None ///< no demand at all
};

struct Classification {
    Pattern pattern = Pattern::None;
    double interval = 0; ///< mean periods from one demand to the next (ADI)
    double variation = 0; ///< squared coefficient of variation of the amounts
};

/// Intermittent from an interval of 1.32 on, erratic from a squared variation of 0.49 on. Missing periods do not count.
[[nodiscard]] Classification classify(const std::vector<double> &values);

/// Smooth or erratic: in most periods.
[[nodiscard]] bool comesOften(Pattern pattern);

/// Whether a weekly series is better told by the month: the middle product sells less than one unit a week.
[[nodiscard]] bool prefersMonths(const std::vector<double> &unitsAWeek);

} // namespace waitline::forecasting
