#pragma once

#include "models/forecast/track.h"

#include <vector>

namespace waitline::forecasting {

enum class Trend { None, Damped, Straight };
enum class Season { None, Additive, Multiplicative };
enum class Noise { Additive, Multiplicative };

/// A model of the family of exponential smoothing (Hyndman, Koehler, Ord and Snyder 2008).
struct EtsShape {
    Noise noise = Noise::Additive;
    Trend trend = Trend::None;
    Season season = Season::None;
};

/// A model fitted to a series.
struct EtsFit {
    EtsShape shape;
    double alpha = 0.1; ///< how fast the level follows
    double beta = 0; ///< the trend
    double gamma = 0; ///< the season
    double phi = 1; ///< what remains of the trend each period
    double level = 0; ///< before the first period, as are the next two
    double slope = 0;
    std::vector<double> seasonal; ///< the first year's; empty without a season
    double aicc = 0;
};

/// Fits one model to values without gaps. A seasonal model needs two years; `factors` are the year's indices of mean 1.
[[nodiscard]] EtsFit fitEts(const std::vector<double> &values, EtsShape shape, const std::vector<double> &factors);

/// What a fitted model says from every origin.
[[nodiscard]] Track trackOf(const EtsFit &fit, const std::vector<double> &values, int horizon);

/// The shapes worth fitting: with multiplicative parts only where all values are positive and vary, with a season only where
/// `factors` has one.
[[nodiscard]] std::vector<EtsShape> etsShapes(const std::vector<double> &values, const std::vector<double> &factors);

/// What the worthwhile models say together, by their Akaike weights.
[[nodiscard]] Track etsTrack(const std::vector<double> &values, const std::vector<double> &factors, int horizon);

/// How much each fit counts, by Akaike weights: exp(−½ ΔAICc), of sum 1.
[[nodiscard]] std::vector<double> akaikeWeights(const std::vector<EtsFit> &fits);

} // namespace waitline::forecasting
