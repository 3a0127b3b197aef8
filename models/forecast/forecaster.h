#pragma once

#include "models/forecast/classification.h"
#include "models/forecast/giants.h"
#include "models/forecast/outlook.h"
#include "models/forecast/series.h"

namespace waitline::forecasting {

/// How a forecast was made. The words for it are those of methodWord().
enum class Method {
    Nothing, ///< there was no demand, and none is expected
    Smoothing, ///< ETS models by their Akaike weights, Theta and the 12-period mean, averaged
    SmoothingWithYear, ///< the same and last year's values: the year returns strongly
    Blend, ///< ETS, Theta and the 12-period mean on the one hand, counts on the other, each as far as it has been right
    BlendByYear, ///< the same, with the time of the year in it
    Counts, ///< negative binomial counts from the discounted history
    CountsByYear, ///< the same, the time of the year counting as much as how long ago it was
    CountsByCategory, ///< the same on values without the year of the product's category, which is put back
    Launch, ///< too little of its own: how similar products began
    LaunchAndOwn, ///< how similar products went on at its age and its own history, together
    Bookings ///< no series at all: the bookings of a product that is not released
};

/// "ets+theta+mean" and the like: stable, for files.
[[nodiscard]] const char *methodWord(Method method);

/// How the method would have done, one period ahead, over the last periods that it was not told.
struct Backtest {
    int periods = 0;
    double meanActual = 0;
    double meanMiss = 0; ///< mean absolute error
    double bias = 0; ///< mean of forecast − actual
    double naiveMiss = 0; ///< of the value one year (or else one period) before
};

/// Demand that goes on with a smaller probability than this has probably ended.
inline constexpr double likelyEnded = 0.5;

/// What is expected, period by period and in total from the first period to each.
struct Forecast {
    std::vector<Outlook> periods;
    std::vector<Outlook> totals;
    Method method = Method::Nothing;
    Classification classification;
    Backtest backtest;
    std::vector<Giant> giants; ///< of the cleaned series
    double goingOn = 1; ///< probability that demand has not ended, where nothing came for longer than ever before
    double seasonalStrength = -1; ///< F_S; −1 where there are fewer than two full years

    /// Whether demand of this mean and deviation has the quantiles of counts, which are skewed. What is blended may be surer
    /// than counts are.
    [[nodiscard]] bool isCounted(double mean, double deviation) const;
};

/// Forecasts any series: it may be empty, constant, zero, with gaps, of any size. `horizon` is at least 1. A series
/// times a factor has its forecast times that factor. What is said of a period does not depend on how many are asked for.
[[nodiscard]] Forecast forecast(const Series &series, int horizon);

} // namespace waitline::forecasting
