#include "models/forecast/levelstep.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace waitline::forecasting {

namespace {

/// Of standard errors between the two levels.
constexpr double clearErrors = 6;
/// As a share of the step.
constexpr double mostWithin = 0.3;
/// A year ago as much of the step, in logarithms, is the time of the year.
constexpr double shareOfYear = 0.5;

constexpr size_t fewestSince = 4;
/// So much of what came before may be as high, or as low, as what came since.
constexpr double mostAlike = 0.1;

size_t looksBack(const Series &series)
{
    constexpr int mostMonths = 13;
    constexpr size_t months = 12;
    constexpr size_t weeks = 26;
    return series.season > 1 && series.season <= mostMonths ? months : weeks;
}

/// By how much the second half differs from the first: a trend is no step.
double changeWithin(const std::vector<double> &values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    return std::abs(meanOf({middle, values.end()}) - meanOf({values.begin(), middle}));
}

std::vector<double> knownBetween(const Series &series, size_t from, size_t to)
{
    return knownValues({series.values.begin() + std::ptrdiff_t(from), series.values.begin() + std::ptrdiff_t(to)});
}

/// Whether all of `since` lies beyond nearly all of `before`, and its mean beyond all of it.
bool isBeyond(std::vector<double> before, const std::vector<double> &since)
{
    std::sort(before.begin(), before.end());
    const auto few = size_t(mostAlike * double(before.size()));
    const auto [least, most] = std::minmax_element(since.begin(), since.end());
    const double mean = meanOf(since);
    return (*least > before[before.size() - 1 - few] && mean > before.back()) || (*most < before[few] && mean < before.front());
}

struct Jump {
    double times = 1;
    double clearness = 0; ///< in standard errors
};

/// How demand jumps at `at`, where that is clearly a step.
std::optional<Jump> jumpAt(const Series &series, size_t at)
{
    const size_t back = looksBack(series);
    const std::vector<double> before = knownBetween(series, at - back, at);
    const std::vector<double> since = knownBetween(series, at, series.values.size());
    if (before.size() < back / 2 || since.size() < fewestSince)
        return std::nullopt;
    // Silence is no level.
    if (meanOf(since) <= 0 || meanOf(before) <= 0 || !isBeyond(before, since))
        return std::nullopt;
    const double jump = std::abs(meanOf(since) - meanOf(before));
    const double error = std::sqrt(varianceOf(before) / double(before.size() - 1) + varianceOf(since) / double(since.size() - 1));
    if (jump <= clearErrors * error || std::max(changeWithin(before), changeWithin(since)) >= mostWithin * jump)
        return std::nullopt;
    return Jump{meanOf(since) / meanOf(before), error > 0 ? jump / error : std::numeric_limits<double>::infinity()};
}

/// Whether a year ago it went the same way.
bool isTimeOfYear(const Series &series, size_t at, double times)
{
    const auto year = size_t(series.season);
    const size_t back = looksBack(series);
    if (series.season < 2 || at < year + back / 2)
        return false;
    const size_t then = at - year;
    const double before = meanOf(knownBetween(series, then - std::min(then, back), then));
    const double since = meanOf(knownBetween(series, then, std::min(series.values.size() - year, at)));
    return before > 0 && since > 0 && std::log(since / before) / std::log(times) > shareOfYear;
}

} // namespace

LevelStep levelStepOf(const Series &series)
{
    const size_t back = looksBack(series);
    const size_t size = series.values.size();
    if (size < back + fewestSince)
        return {};
    LevelStep step;
    double clearest = 0;
    for (size_t at = size - fewestSince; at >= std::max(back, size - std::min(size, back)); --at) {
        const auto jump = jumpAt(series, at);
        const bool isClearer = jump && jump->clearness > clearest && !isTimeOfYear(series, at, jump->times);
        if (step.began > 0 && !isClearer)
            break; // the latest step, where it is clearest
        if (!isClearer)
            continue;
        clearest = jump->clearness;
        step = {at, knownBetween(series, at, size).size(), jump->times};
    }
    return step;
}

Series atPresentLevel(Series series, const LevelStep &step)
{
    for (size_t before = 0; before < step.began; ++before)
        series.values[before] *= step.times;
    return series;
}

} // namespace waitline::forecasting
