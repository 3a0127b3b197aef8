#include "tests/bench/forecast/rivals.h"

#include "models/forecast/counts.h"
#include "models/forecast/ets.h"
#include "models/forecast/forecaster.h"
#include "models/forecast/intermittent.h"
#include "models/forecast/normal.h"
#include "models/forecast/seasonality.h"
#include "models/forecast/theta.h"

#include <algorithm>

namespace waitline::bench {

using namespace forecasting;

namespace {

using Outlooks = std::vector<Outlook>;

/// Normal quantiles around a track; the deviation is that of its one-step errors, growing by the root of the step.
Outlooks normalAround(const Track &track, const std::vector<double> &values, double growth)
{
    double squares = 0;
    double count = 0;
    for (size_t origin = 1; origin + 1 < values.size(); ++origin, ++count)
        squares += (values[origin + 1] - track.at(origin, 0)) * (values[origin + 1] - track.at(origin, 0));
    Outlooks outlooks;
    for (size_t step = 0; step < track.horizon(); ++step) {
        Outlook outlook;
        outlook.mean = track.ahead(step);
        outlook.deviation = count > 0 ? std::sqrt(squares / count * (1 + growth * double(step))) : 0.0;
        for (size_t i = 0; i < quantileLevels.size(); ++i)
            outlook.quantiles[i] = outlook.mean + normalQuantile(quantileLevels[i]) * outlook.deviation;
        makeProper(outlook);
        outlooks.push_back(outlook);
    }
    return outlooks;
}

std::vector<double> factorsFor(const Series &series)
{
    const auto indices = returnsYearly(series.values, series.season) ? seasonalIndices(series.values, series.season) : std::nullopt;
    return indices ? factorsOf(*indices) : std::vector<double>();
}

Outlooks own(const Series &series, int horizon) { return forecast(series, horizon).periods; }

Outlooks lastYear(const Series &series, int horizon)
{
    const int season = series.values.size() > size_t(series.season) ? series.season : 1;
    return normalAround(seasonalNaive(series.values, season, horizon), series.values, season > 1 ? 0.0 : 1.0);
}

Outlooks simpleSmoothing(const Series &series, int horizon)
{
    return normalAround(smoothed(series.values, factorsFor(series), horizon), series.values, 0.05);
}

Outlooks thetaMethod(const Series &series, int horizon)
{
    return normalAround(theta(series.values, factorsFor(series), horizon), series.values, 0.05);
}

/// The model of least AICc.
Outlooks bestEts(const Series &series, int horizon)
{
    const auto indices = seasonalIndices(series.values, series.season);
    const std::vector<double> factors = indices ? factorsOf(*indices) : std::vector<double>();
    std::vector<EtsFit> fits;
    for (const EtsShape shape : etsShapes(series.values, factors))
        fits.push_back(fitEts(series.values, shape, factors));
    const auto best = std::min_element(fits.begin(), fits.end(), [](const EtsFit &a, const EtsFit &b) { return a.aicc < b.aicc; });
    return normalAround(trackOf(*best, series.values, horizon), series.values, 0.05);
}

/// Means and quantiles averaged.
Outlooks averaged(const std::vector<Outlooks> &members)
{
    Outlooks mean(members.front().size());
    const double share = 1.0 / double(members.size());
    for (const Outlooks &member : members) {
        for (size_t step = 0; step < mean.size(); ++step) {
            mean[step].mean += share * member[step].mean;
            for (size_t i = 0; i < quantileLevels.size(); ++i)
                mean[step].quantiles[i] += share * member[step].quantiles[i];
        }
    }
    return mean;
}

Outlooks etsTheta(const Series &series, int horizon) { return averaged({bestEts(series, horizon), thetaMethod(series, horizon)}); }

Outlooks etsThetaNaive(const Series &series, int horizon)
{
    return averaged({bestEts(series, horizon), thetaMethod(series, horizon), lastYear(series, horizon)});
}

/// The mean of SBA, TSB, simple smoothing and the plain mean, with negative binomial quantiles.
Outlooks simpleCombination(const Series &series, int horizon)
{
    const std::vector<double> &values = series.values;
    Outlook outlook;
    outlook.mean = (sba(values, 0.1).back() + tsb(values, 0.1, 0.05).back() + smoothedRates(values, 0.1).back() + meanOf(values)) / 4;
    outlook.quantiles = countQuantiles(outlook.mean, varianceOf(values));
    return Outlooks(size_t(horizon), outlook);
}

Outlooks sbaAlone(const Series &series, int horizon)
{
    Outlook outlook;
    outlook.mean = sba(series.values, 0.1).back();
    outlook.quantiles = countQuantiles(outlook.mean, varianceOf(series.values));
    return Outlooks(size_t(horizon), outlook);
}

Outlooks imapaAlone(const Series &series, int horizon)
{
    Outlook outlook;
    outlook.mean = imapa(series.values, 12, 0.1).back();
    outlook.quantiles = countQuantiles(outlook.mean, varianceOf(series.values));
    return Outlooks(size_t(horizon), outlook);
}

/// The history's own quantiles.
Outlooks empirical(const Series &series, int horizon)
{
    Outlook outlook;
    outlook.mean = meanOf(series.values);
    outlook.quantiles = weightedQuantiles(series.values, std::vector<double>(series.values.size(), 1.0));
    return Outlooks(size_t(horizon), outlook);
}

} // namespace

const std::vector<Rival> &rivals()
{
    static const std::vector<Rival> all{{"Waitline", &own},
                                        {"seasonal naive", &lastYear},
                                        {"SES", &simpleSmoothing},
                                        {"Theta", &thetaMethod},
                                        {"ETS", &bestEts},
                                        {"ETS+Theta", &etsTheta},
                                        {"ETS+Theta+naive", &etsThetaNaive},
                                        {"SBA+TSB+SES+mean", &simpleCombination},
                                        {"SBA", &sbaAlone},
                                        {"IMAPA", &imapaAlone},
                                        {"empirical", &empirical}};
    return all;
}

Outlook smoothedCounts(const std::vector<double> &values, double periods)
{
    const Rates rates = smoothedRates(values, 0.15);
    double squares = 0;
    for (size_t i = 1; i < values.size(); ++i)
        squares += (values[i] - rates[i - 1]) * (values[i] - rates[i - 1]);
    Outlook outlook;
    outlook.mean = rates.back() * periods;
    outlook.deviation = std::sqrt(squares / double(values.size() - 1) * periods);
    outlook.quantiles = countQuantiles(outlook.mean, outlook.deviation * outlook.deviation);
    return outlook;
}

} // namespace waitline::bench
