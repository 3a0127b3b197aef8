#include "models/forecast/levelstep.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

constexpr size_t fewestSince = 8;
constexpr size_t looksBack = 26;
/// Of standard errors between the two levels.
constexpr double clearErrors = 8;
/// As a share of the step.
constexpr double mostWithin = 0.3;

/// By how much the second half differs from the first: a trend is no step.
double changeWithin(const std::vector<double> &values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    return std::abs(meanOf({middle, values.end()}) - meanOf({values.begin(), middle}));
}

bool isStepAt(const std::vector<double> &values, size_t at)
{
    const auto middle = values.begin() + std::ptrdiff_t(at);
    const std::vector<double> before = knownValues({middle - std::ptrdiff_t(looksBack), middle});
    const std::vector<double> since = knownValues({middle, values.end()});
    if (before.size() < looksBack / 2 || since.size() < fewestSince)
        return false;
    const auto [leastBefore, mostBefore] = std::minmax_element(before.begin(), before.end());
    const auto [leastSince, mostSince] = std::minmax_element(since.begin(), since.end());
    // Silence is no level.
    if (*mostSince <= 0 || (*mostSince >= *leastBefore && *leastSince <= *mostBefore))
        return false;
    const double jump = std::abs(meanOf(since) - meanOf(before));
    const double error = std::sqrt(varianceOf(before) / double(before.size() - 1) + varianceOf(since) / double(since.size() - 1));
    return jump > clearErrors * error && std::max(changeWithin(before), changeWithin(since)) < mostWithin * jump;
}

} // namespace

size_t levelBegan(const Series &series)
{
    const std::vector<double> &values = series.values;
    if (values.size() < looksBack + fewestSince)
        return 0;
    // The latest step counts.
    for (size_t at = values.size() - fewestSince; at >= std::max(looksBack, values.size() - std::min(values.size(), looksBack)); --at) {
        if (isStepAt(values, at))
            return at;
    }
    return 0;
}

} // namespace waitline::forecasting
