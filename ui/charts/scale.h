#pragma once

#include <QString>

namespace waitline {

/// The value axis: from zero to `end` in steps of 1, 2 or 5 times a power of ten.
struct Scale {
    double end = 1;
    int ticks = 2; ///< with the one at zero

    /// The end as the axis writes it.
    [[nodiscard]] QString widestText() const;
};

/// The smallest such scale of at most `mostSteps` whole steps that holds `most`.
[[nodiscard]] Scale scaleUpTo(double most, int mostSteps = 5);

} // namespace waitline
