#include "models/forecast/ets.h"

#include "models/forecast/etsrun.h"
#include "models/forecast/optimum.h"
#include "models/forecast/seasonality.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waitline::forecasting {

namespace {

constexpr double tiny = 1e-12;

/// −2 log likelihood up to a constant (Hyndman et al. 2008, 5.1).
double lossOf(const EtsFit &fit, const std::vector<double> &values)
{
    EtsRun run(fit);
    double squares = 0;
    double logs = 0;
    for (const double value : values) {
        const double expected = run.expected();
        double miss = value - expected;
        if (fit.shape.noise == Noise::Multiplicative) {
            if (expected <= tiny)
                return std::numeric_limits<double>::infinity();
            miss /= expected;
            logs += std::log(expected);
        }
        squares += miss * miss;
        run.take(value);
    }
    return double(values.size()) * std::log(squares + tiny) + 2 * logs;
}

/// The states before the first period: a straight line through the first periods without their season.
void start(EtsFit &fit, const std::vector<double> &values, const std::vector<double> &factors)
{
    std::vector<double> adjusted = values;
    if (fit.shape.season != Season::None) {
        adjusted = withoutSeason(values, factors);
        const double mean = meanOf(values);
        for (const double factor : factors)
            fit.seasonal.push_back(fit.shape.season == Season::Multiplicative ? factor : (factor - 1) * mean);
    }
    const size_t count = std::min(adjusted.size(), std::max<size_t>(10, 2 * factors.size()));
    const double middle = double(count + 1) / 2;
    const double mean = meanOf(std::vector<double>(adjusted.begin(), adjusted.begin() + std::ptrdiff_t(count)));
    double slope = 0;
    double width = 0;
    for (size_t i = 0; i < count; ++i) {
        slope += (double(i + 1) - middle) * (adjusted[i] - mean);
        width += (double(i + 1) - middle) * (double(i + 1) - middle);
    }
    slope = width > 0 ? slope / width : 0.0;
    fit.level = mean;
    if (fit.shape.trend != Trend::None) {
        fit.slope = slope;
        fit.level = std::max(mean * 0.1, mean - slope * middle);
    }
}

/// What is looked for, in the order in which `settle` reads it; the bounds are those of Hyndman's ets().
std::vector<Unknown> unknownsOf(const EtsFit &fit)
{
    std::vector<Unknown> unknowns{{0.2, 1e-4, 0.9999}, {fit.level, fit.level * 0.3, fit.level * 2}};
    if (fit.shape.trend != Trend::None)
        unknowns.push_back({0.1, 1e-4, 0.9999});
    if (fit.shape.season != Season::None)
        unknowns.push_back({0.05, 1e-4, 0.9999});
    if (fit.shape.trend == Trend::Damped)
        unknowns.push_back({0.95, 0.8, 0.98});
    return unknowns;
}

/// beta is told as a share of alpha, gamma as a share of what alpha leaves, so that every point is admissible.
void settle(EtsFit &fit, const std::vector<double> &point)
{
    size_t next = 0;
    fit.alpha = point[next++];
    fit.level = point[next++];
    if (fit.shape.trend != Trend::None)
        fit.beta = point[next++] * fit.alpha;
    if (fit.shape.season != Season::None)
        fit.gamma = point[next++] * (1 - fit.alpha);
    if (fit.shape.trend == Trend::Damped)
        fit.phi = point[next++];
}

double corrected(double loss, size_t parameters, size_t count)
{
    const double k = double(parameters);
    const double room = double(count) - k - 1;
    return room > 0 ? loss + 2 * k * double(count) / room : std::numeric_limits<double>::infinity();
}

size_t parametersOf(const EtsFit &fit)
{
    const size_t trend = fit.shape.trend == Trend::None ? 0 : fit.shape.trend == Trend::Straight ? 2 : 3;
    return 3 + trend + (fit.seasonal.empty() ? 0 : fit.seasonal.size());
}

} // namespace

EtsFit fitEts(const std::vector<double> &values, EtsShape shape, const std::vector<double> &factors)
{
    EtsFit fit;
    fit.shape = shape;
    start(fit, values, factors);
    if (fit.level <= 0)
        return fit;
    const std::vector<Unknown> unknowns = unknownsOf(fit);
    const int evaluations = 60 * int(unknowns.size());
    settle(fit, leastLoss(unknowns, evaluations, [&](const std::vector<double> &point) {
               settle(fit, point);
               return lossOf(fit, values);
           }));
    fit.aicc = corrected(lossOf(fit, values), parametersOf(fit), values.size());
    return fit;
}

Track trackOf(const EtsFit &fit, const std::vector<double> &values, int horizon)
{
    Track track(values.size(), horizon);
    EtsRun run(fit);
    for (size_t origin = 0; origin < values.size(); ++origin) {
        run.take(values[origin]);
        double damped = 0;
        double power = 1;
        for (size_t step = 0; step < size_t(horizon); ++step) {
            power *= fit.phi;
            damped += power;
            track.at(origin, step) = run.seasonLater(run.level() + damped * run.slope(), step);
        }
    }
    return track;
}

std::vector<EtsShape> etsShapes(const std::vector<double> &values, const std::vector<double> &factors)
{
    // Shares of what is expected tell nothing where nothing varies.
    const bool positive = varianceOf(values) > 0 && std::all_of(values.begin(), values.end(), [](double value) { return value > 0; });
    std::vector<EtsShape> shapes;
    for (const Trend trend : {Trend::None, Trend::Damped, Trend::Straight}) {
        shapes.push_back({Noise::Additive, trend, Season::None});
        if (positive)
            shapes.push_back({Noise::Multiplicative, trend, Season::None});
        if (factors.empty())
            continue;
        shapes.push_back({Noise::Additive, trend, Season::Additive});
        if (positive)
            shapes.push_back({Noise::Multiplicative, trend, Season::Multiplicative});
    }
    return shapes;
}

std::vector<double> akaikeWeights(const std::vector<EtsFit> &fits)
{
    double least = std::numeric_limits<double>::infinity();
    for (const EtsFit &fit : fits)
        least = std::min(least, fit.aicc);
    std::vector<double> weights;
    double sum = 0;
    for (const EtsFit &fit : fits) {
        weights.push_back(std::isfinite(least) ? std::exp(-(fit.aicc - least) / 2) : 1.0);
        sum += weights.back();
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

Track etsTrack(const std::vector<double> &values, const std::vector<double> &factors, int horizon)
{
    // A model that counts less than this adds nothing but work.
    constexpr double leastWeight = 1e-3;
    std::vector<EtsFit> fits;
    for (const EtsShape shape : etsShapes(values, factors))
        fits.push_back(fitEts(values, shape, factors));
    const std::vector<double> weights = akaikeWeights(fits);
    Track track(values.size(), horizon);
    for (size_t i = 0; i < fits.size(); ++i) {
        if (weights[i] > leastWeight)
            track.add(trackOf(fits[i], values, horizon), weights[i]);
    }
    return track;
}

} // namespace waitline::forecasting
