#include "models/forecast/forecaster.h"

#include "models/forecast/countedseries.h"
#include "models/forecast/smoothedseries.h"
#include "models/forecast/stl.h"

#include <algorithm>

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

/// Demand without gaps and with a year by months to learn from is smoothed; all other demand is counted.
bool isSmoothed(const Series &series, Pattern pattern)
{
    constexpr int mostSeason = 24;
    const bool often = pattern == Pattern::Smooth || pattern == Pattern::Erratic;
    return often && hasTwoYears(series) && series.season <= mostSeason;
}

} // namespace

const char *methodWord(Method method)
{
    switch (method) {
    case Method::Nothing: return "none";
    case Method::Smoothing: return "ets+theta+mean";
    case Method::SmoothingWithYear: return "ets+theta+mean+snaive";
    case Method::Counts: return "negative-binomial";
    case Method::CountsByYear: return "negative-binomial+year";
    case Method::CountsByCategory: return "negative-binomial+category-year";
    case Method::Launch: return "launch";
    case Method::Bookings: return "bookings";
    }
    return "none";
}

Forecast forecast(const Series &series, int horizon)
{
    const Series clean = cleaned(series);
    const Classification classification = classify(clean.values);
    if (classification.pattern == Pattern::None)
        return nothing(horizon);
    const std::vector<Giant> giants = giantsOf(clean);
    const Series calm = damped(clean, giants);
    Forecast forecast = isSmoothed(calm, classification.pattern) ? smoothedForecast(calm, horizon) : countedForecast(clean, calm, horizon);
    forecast.classification = classification;
    forecast.giants = giants;
    if (hasTwoYears(calm) && forecast.seasonalStrength < 0)
        forecast.seasonalStrength = seasonalStrength(filled(calm), calm.season);
    return forecast;
}

} // namespace waitline::forecasting
