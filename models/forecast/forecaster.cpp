#include "models/forecast/forecaster.h"

#include "models/forecast/blendedseries.h"
#include "models/forecast/countedseries.h"
#include "models/forecast/drift.h"
#include "models/forecast/ending.h"
#include "models/forecast/levelstep.h"
#include "models/forecast/smoothedseries.h"
#include "models/forecast/spread.h"
#include "models/forecast/stl.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

Forecast nothing(int horizon)
{
    Forecast forecast;
    forecast.periods.assign(size_t(horizon), Outlook{});
    forecast.totals = forecast.periods;
    return forecast;
}

bool hasTwoYears(const Series &series) { return series.season > 1 && series.values.size() >= size_t(2 * series.season); }

/// Demand that comes often is smoothed where there is a year by months to learn from, and blended otherwise; of all other
/// demand, and where too little is known, the history is counted.
Forecast byPattern(const Series &clean, const Series &calm, Pattern pattern, int horizon)
{
    constexpr int mostSeason = 24;
    if (comesOften(pattern) && hasTwoYears(calm) && calm.season <= mostSeason)
        return smoothedForecast(calm, horizon);
    const std::vector<double> known = knownValues(calm.values);
    if (comesOften(pattern) && (known.size() >= fewestToBlend(calm.season) || riseOrFallClearly(known)))
        return blendedForecast(clean, calm, horizon);
    return countedForecast(clean, calm, horizon);
}

void widen(Outlook &outlook, double factor)
{
    outlook.deviation *= factor;
    for (double &quantile : outlook.quantiles)
        quantile = outlook.mean + factor * (quantile - outlook.mean);
    makeProper(outlook);
}

/// The misses are measured as far ahead as a third of the history reaches: two thirds are origins. What lies further ahead
/// is less sure than anything that was measured, by the square root of the distance as of a random walk.
void widenBeyondMeasured(Forecast &forecast, size_t known)
{
    constexpr double fewest = 8;
    const double periods = std::max(fewest, double(known));
    for (size_t step = 0; step < forecast.periods.size(); ++step) {
        const double beyond = double(step) - periods / 3;
        if (beyond <= 0)
            continue;
        const double factor = std::sqrt(1 + 2 * beyond / periods);
        widen(forecast.periods[step], factor);
        widen(forecast.totals[step], factor);
    }
}

/// A level that is known from so many periods is known no better than their mean; and what came before at a higher one varied
/// less, relative to it, than what comes now, as counts do.
void widenByStep(Forecast &forecast, const LevelStep &step)
{
    if (step.since == 0)
        return;
    const double asCounts = 1 / std::sqrt(std::min(1.0, step.times));
    for (size_t ahead = 0; ahead < forecast.periods.size(); ++ahead) {
        widen(forecast.periods[ahead], asCounts * std::sqrt(1 + 1 / double(step.since)));
        widen(forecast.totals[ahead], asCounts * std::sqrt(1 + double(ahead + 1) / double(step.since)));
    }
}

/// Demand that has not come for longer than ever before fades.
void fade(Forecast &forecast, double share)
{
    for (std::vector<Outlook> *outlooks : {&forecast.periods, &forecast.totals}) {
        for (Outlook &outlook : *outlooks) {
            outlook = ifGoingOn(outlook, share);
            makeProper(outlook);
        }
    }
}

} // namespace

const char *methodWord(Method method)
{
    switch (method) {
    case Method::Nothing: return "none";
    case Method::Smoothing: return "ets+theta+mean";
    case Method::SmoothingWithYear: return "ets+theta+mean+snaive";
    case Method::Blend: return "ets+theta+mean+negative-binomial";
    case Method::BlendByYear: return "ets+theta+mean+negative-binomial+year";
    case Method::Counts: return "negative-binomial";
    case Method::CountsByYear: return "negative-binomial+year";
    case Method::CountsByCategory: return "negative-binomial+category-year";
    case Method::Launch: return "launch";
    case Method::LaunchAndOwn: return "launch+own";
    case Method::Bookings: return "bookings";
    }
    return "none";
}

bool Forecast::isCounted(double mean, double deviation) const
{
    if (goingOn < 1)
        return true;
    switch (method) {
    case Method::Nothing:
    case Method::Smoothing:
    case Method::SmoothingWithYear:
    case Method::Bookings: return false;
    case Method::Blend:
    case Method::BlendByYear: return deviation * deviation >= mean;
    case Method::Counts:
    case Method::CountsByYear:
    case Method::CountsByCategory:
    case Method::Launch:
    case Method::LaunchAndOwn: return true;
    }
    return false;
}

Forecast forecast(const Series &series, int horizon)
{
    const Series clean = cleaned(series);
    const Classification classification = classify(clean.values);
    if (classification.pattern == Pattern::None)
        return nothing(horizon);
    const LevelStep step = comesOften(classification.pattern) ? levelStepOf(clean) : LevelStep();
    const Series level = atPresentLevel(clean, step);
    const std::vector<Giant> giants = giantsOf(level);
    const Series calm = damped(level, giants);
    // Methods are judged over the same steps whatever is asked for.
    Forecast forecast = byPattern(level, calm, classification.pattern, std::max(horizon, int(stepsJudged)));
    const double perStep = forecast.totals[stepsJudged - 1].mean / double(stepsJudged);
    forecast.periods.resize(size_t(horizon));
    forecast.totals.resize(size_t(horizon));
    widenBeyondMeasured(forecast, knownValues(calm.values).size());
    widenByStep(forecast, step);
    forecast.goingOn = goingOn(clean, clean.values.size());
    const double share = stillExpected(calm, calm.values.size(), perStep);
    fade(forecast, share);
    forecast.classification = classification;
    forecast.giants = giants;
    if (hasTwoYears(calm) && forecast.seasonalStrength < 0)
        forecast.seasonalStrength = seasonalStrength(filled(calm), calm.season);
    return forecast;
}

} // namespace waitline::forecasting
