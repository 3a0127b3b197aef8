#include "ui/charts/scale.h"

#include <algorithm>
#include <cmath>

namespace waitline {

Scale scaleUpTo(double most, int mostSteps)
{
    if (most <= 1)
        return {};
    for (double power = 1;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double steps = std::ceil(most / (power * factor));
            if (steps <= mostSteps)
                return {steps * power * factor, int(steps) + 1, 0};
        }
    }
}

Scale scaleOver(double least, double most, int mostSteps)
{
    if (least >= 0)
        return scaleUpTo(most);
    for (double power = 1;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = power * factor;
            const double below = std::ceil(-least / step);
            const double above = std::ceil(std::max(most, 0.0) / step);
            if (below + above <= mostSteps)
                return {above * step, int(below + above) + 1, -below * step};
        }
    }
}

Scale scaleFor(ChartUnit unit, double least, double most)
{
    constexpr double trace = 1e-6;
    return unit == ChartUnit::Share && least >= 0 && most <= 100 + trace ? Scale{100, 6, 0} : scaleOver(least, most);
}

} // namespace waitline
