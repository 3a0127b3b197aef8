#include "models/forecast/blendedseries.h"

#include "models/forecast/adjusted.h"
#include "models/forecast/backtest.h"
#include "models/forecast/countedseries.h"
#include "models/forecast/counts.h"
#include "models/forecast/courseofyear.h"
#include "models/forecast/discounted.h"
#include "models/forecast/drift.h"
#include "models/forecast/ets.h"
#include "models/forecast/pool.h"
#include "models/forecast/seasonality.h"
#include "models/forecast/spread.h"
#include "models/forecast/theta.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// The origins that are judged: none in the first third, or in the first year and a half where there are two, and no
/// more than the last 60, which are a year of weeks and some.
size_t firstJudged(size_t periods, int season, bool hasYear)
{
    constexpr size_t most = 60;
    const size_t known = hasYear ? size_t(season) * 3 / 2 : periods / 3;
    return std::max(known, periods > most ? periods - most : 0);
}

/// What falls loses the same share of itself with every step, not the same amount: it would soon be less than nothing.
Track fallingByShares(Track track)
{
    constexpr double leastLeft = 0.85;
    for (size_t origin = 0; origin < track.origins() && track.horizon() > 1; ++origin) {
        const double now = track.at(origin, 0);
        const double next = track.at(origin, 1);
        if (now <= 0 || next >= now)
            continue;
        const double left = std::max(leastLeft, next / now);
        double said = now;
        for (size_t step = 1; step < track.horizon(); ++step) {
            said *= left;
            track.at(origin, step) = std::max(track.at(origin, step), said);
        }
    }
    return track;
}

/// ETS, Theta and the mean of the last twelve.
std::vector<Track> levelTracks(const std::vector<double> &values, int horizon)
{
    constexpr int lately = 12;
    return {fallingByShares(etsTrack(values, {}, horizon)), fallingByShares(theta(values, {}, horizon)),
            recentMean(values, {}, lately, horizon)};
}

/// Puts the year's course on what is said from `first` on; what is judged has no part in it.
void putCourseOn(std::vector<Track> &tracks, const CourseOfYear &course, size_t first)
{
    for (size_t origin = first; origin < tracks.front().origins(); ++origin) {
        const std::vector<double> factors = course.factors(origin + 1, origin + 1 + stepsJudged);
        for (Track &track : tracks) {
            for (size_t step = 0; step < track.horizon(); ++step)
                track.at(origin, step) *= factors[(origin + 1 + step) % factors.size()];
        }
    }
}

/// The members, each by how right it has been.
Track pooled(const std::vector<Track> &members, const std::vector<double> &known, size_t first)
{
    return weightedSum(members, weightsByMiss(squaredMisses(members, known, first)));
}

/// From where on last year's values are judged, where enough of a second year is known to tell whether they return; else 0.
size_t judgedByYear(size_t periods, int season)
{
    constexpr size_t fewest = 4;
    const auto year = size_t(season);
    return season > 1 && periods >= year + std::max(fewest, year / 6) ? year : 0;
}

/// Level and trend, with the year's course where two years are known, unless it has clearly made them less right: judged
/// without the year that it is judged by, it knows less than it does in the end. `level` are the tracks of the values as they are.
Track smoothedTrack(const std::vector<Track> &level, const std::vector<double> &values, const std::vector<double> &known, int season,
                    size_t first)
{
    const CourseOfYear course(values, season);
    const auto horizon = int(level.front().horizon());
    Track plain = pooled(level, known, first);
    if (!course.isKnown())
        return plain;
    std::vector<Track> members = levelTracks(withoutSeason(values, course.factors()), horizon);
    putCourseOn(members, course, first);
    Track byYear = pooled(members, known, first);
    constexpr double clearly = 1.25;
    return squaredMiss(byYear, known, first) <= clearly * squaredMiss(plain, known, first) ? byYear : plain;
}

/// Level and trend and last year's values, judged from `judged` on, where a second year begins; none where those have not been the
/// most right of all.
std::optional<Track> trackOfSecondYear(const std::vector<Track> &level, const std::vector<double> &values, const std::vector<double> &known,
                                       int season, size_t judged)
{
    std::vector<Track> members = level;
    members.push_back(seasonalNaive(values, season, int(level.front().horizon())));
    const std::vector<double> misses = squaredMisses(members, known, judged);
    if (std::min_element(misses.begin(), misses.end()) != std::prev(misses.end()))
        return std::nullopt;
    return weightedSum(members, weightsByMiss(misses));
}

/// The counted way carried on along a clear trend, of which it knows nothing by itself: it would lag behind by its age.
std::optional<Track> carriedOn(const Track &counted, const Series &told, const std::vector<double> &values, size_t first)
{
    const bool byYear = countsByYear(told);
    const WeightedHistory history(told, counted.horizon(), byYear);
    std::vector<double> ages(values.size(), missing); // without a year every step sees the same history
    return carriedOn(counted, told.values, driftsOf(values, told.season), first, [&](size_t origin, size_t step) {
        if (byYear || isMissing(ages[origin]))
            ages[origin] = history.age(origin + 1, step);
        return ages[origin];
    });
}

/// How much the counted way counts. It has as many voices as there are smoothed members: on earlier windows of shop and
/// wholesale series it had to be beaten, not equalled.
double shareOfCounted(const Track &counted, const Track &smoothed, const std::vector<double> &known, size_t first)
{
    constexpr double voices = 3;
    const std::vector<double> weights = weightsByMiss({squaredMiss(counted, known, first), squaredMiss(smoothed, known, first)});
    return voices * weights[0] / (voices * weights[0] + weights[1]);
}

/// The lots demand is counted in, unless the misses are clearly smaller than those of counts: then they are what they are.
std::optional<double> lotFor(const Series &series, double unit, double miss, size_t judged)
{
    const std::vector<double> known = knownValues(series.values);
    const std::optional<double> lot = lotOf(known);
    if (!lot)
        return lot;
    // The miss is relative to the mean, both in units of `unit`. What varies less than counts is missed by less.
    const double square = *lot * *lot;
    const bool isSurer = isSurerThanCounts(unit / *lot, miss * unit * unit / square, judged) ||
                         isSurerThanCounts(meanOf(known) / *lot, varianceOf(known) / square, known.size());
    return isSurer ? std::nullopt : lot;
}

} // namespace

Forecast blendedForecast(const Series &series, const Series &calm, int horizon)
{
    Forecast forecast = countedForecast(series, calm, horizon);
    const double unit = meanOf(filled(calm));
    const Series told = inUnits(calm, unit);
    const std::vector<double> values = filled(told);
    const bool hasYear = CourseOfYear(values, told.season).isKnown();
    const size_t first = firstJudged(values.size(), told.season, hasYear);
    const std::vector<Track> level = levelTracks(values, horizon);
    const size_t judged = hasYear ? 0 : judgedByYear(values.size(), told.season);
    const auto secondYear = judged > 0 ? trackOfSecondYear(level, values, told.values, told.season, judged) : std::nullopt;
    const Track smoothed = secondYear ? *secondYear : smoothedTrack(level, values, told.values, told.season, first);
    Track counted = countedTrack(told, first, horizon);
    if (auto carried = carriedOn(counted, told, values, first)) {
        counted = *std::move(carried);
        std::vector<double> means;
        for (size_t step = 0; step < size_t(horizon); ++step)
            means.push_back(unit * counted.ahead(step));
        forecast = withMeans(std::move(forecast), means);
    }
    const double share = shareOfCounted(counted, smoothed, told.values, secondYear ? judged : first);
    const Spread spread = spreadOf(smoothed, told.values, first);
    const std::optional<double> lot = lotFor(series, unit, squaredMiss(smoothed, told.values, first), values.size() - first);
    double total = 0;
    for (size_t step = 0; step < size_t(horizon); ++step) {
        const double said = std::max(0.0, smoothed.ahead(step));
        total += said;
        const double deviation = unit * afterwards * spread.ofPeriods[step] * rootOfSaid(said);
        const double ofTotal = unit * afterwards * spread.ofTotals[step] * rootOfSaid(total / double(step + 1));
        forecast.periods[step] = between(forecast.periods[step], countOutlook({unit * said, deviation * deviation}, lot), share);
        forecast.totals[step] = between(forecast.totals[step], countOutlook({unit * total, ofTotal * ofTotal}, lot), share);
    }
    forecast.method = hasYear || secondYear || countsByYear(calm) ? Method::BlendByYear : Method::Blend;
    forecast.backtest = backtestOf(series, [&](size_t origin) {
        return unit * (share * counted.at(origin - 1, 0) + (1 - share) * std::max(0.0, smoothed.at(origin - 1, 0)));
    });
    return forecast;
}

} // namespace waitline::forecasting
