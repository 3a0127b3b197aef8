#pragma once

#include "models/charts/chartsheet.h"

namespace waitline {

/// The value axis: from `begin` to `end` in steps of 1, 2 or 5 times a power of ten; zero is on it.
struct Scale {
    double end = 1;
    int ticks = 2; ///< with both ends
    double begin = 0;

    [[nodiscard]] double step() const { return (end - begin) / (ticks - 1); }
};

/// The smallest such scale of at most `mostSteps` whole steps from zero that holds `most`.
[[nodiscard]] Scale scaleUpTo(double most, int mostSteps = 5);
/// The same for values from `least`, which may be below zero.
[[nodiscard]] Scale scaleOver(double least, double most, int mostSteps = 6);

/// The scale of a chart in this unit. Shares that reach the whole stand on a scale to 100 %, also where reckoning them left a
/// trace above it.
[[nodiscard]] Scale scaleFor(ChartUnit unit, double least, double most);

} // namespace waitline
