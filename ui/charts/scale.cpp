#include "ui/charts/scale.h"

#include <QLocale>

#include <cmath>

namespace waitline {

QString Scale::widestText() const { return QLocale().toString(end, 'f', 0); }

Scale scaleUpTo(double most, int mostSteps)
{
    if (most <= 1)
        return {};
    for (double power = 1;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double steps = std::ceil(most / (power * factor));
            if (steps <= mostSteps)
                return {steps * power * factor, int(steps) + 1};
        }
    }
}

} // namespace waitline
