#include "models/forecast/backtest.h"

#include "models/forecast/ending.h"

#include <algorithm>

namespace waitline::forecasting {

Backtest missesOf(const Series &series, const std::function<double(size_t)> &said)
{
    constexpr size_t mostPeriods = 12;
    const size_t count = series.values.size();
    const size_t tested = std::min(mostPeriods, count / 2);
    Backtest test;
    for (size_t at = count - tested; at < count; ++at) {
        const double actual = series.values[at];
        if (isMissing(actual))
            continue;
        const size_t before = at >= size_t(series.season) ? at - size_t(series.season) : at - 1;
        const double naive = isMissing(series.values[before]) ? 0.0 : series.values[before];
        const double expected = std::max(0.0, said(at));
        ++test.periods;
        test.meanActual += actual;
        test.meanMiss += std::abs(expected - actual);
        test.bias += expected - actual;
        test.naiveMiss += std::abs(naive - actual);
    }
    for (double *sum : {&test.meanActual, &test.meanMiss, &test.bias, &test.naiveMiss})
        *sum = test.periods > 0 ? *sum / test.periods : 0.0;
    return test;
}

Backtest backtestOf(const Series &series, const std::function<double(size_t)> &said)
{
    return missesOf(series, [&](size_t known) {
        const double goesOn = std::max(0.0, said(known));
        return goesOn * stillExpected(series, known, goesOn);
    });
}

} // namespace waitline::forecasting
