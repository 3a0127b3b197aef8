#include "models/forecast/launch.h"

#include "models/forecast/counts.h"
#include "models/forecast/normal.h"
#include "models/forecast/series.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waitline::forecasting {

namespace {

Curve straightLine(size_t steps)
{
    Curve line(steps + 1);
    for (size_t step = 0; step <= steps; ++step)
        line[step] = double(step) / double(steps);
    return line;
}

Curve cumulated(const std::vector<double> &course)
{
    Curve curve{0.0};
    for (const double units : course)
        curve.push_back(curve.back() + std::max(0.0, units));
    const double all = curve.back();
    for (double &value : curve)
        value /= all;
    return curve;
}

double sumOf(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

} // namespace

double reached(const Curve &curve, double share)
{
    const double at = std::clamp(share, 0.0, 1.0) * double(curve.size() - 1);
    const size_t before = std::min(size_t(at), curve.size() - 2);
    return curve[before] + (at - double(before)) * (curve[before + 1] - curve[before]);
}

Curve meanCurve(const std::vector<std::vector<double>> &courses, size_t steps)
{
    Curve mean(steps + 1, 0.0);
    double count = 0;
    for (const std::vector<double> &course : courses) {
        if (course.empty() || sumOf(course) <= 0)
            continue;
        const Curve curve = cumulated(course);
        for (size_t step = 0; step <= steps; ++step)
            mean[step] += reached(curve, double(step) / double(steps));
        ++count;
    }
    if (count <= 0)
        return straightLine(steps);
    for (double &value : mean)
        value /= count;
    return mean;
}

DemandOver campaignTotal(double ordered, const Curve &curve, double elapsedShare, const DemandOver &usual)
{
    const double behind = std::clamp(reached(curve, elapsedShare), 0.0, 1.0);
    // Gamma prior of the whole campaign's mean: shape and rate from the usual mean and deviation.
    const bool isKnown = usual.mean > 0 && usual.deviation > 0;
    const double rate = isKnown ? usual.mean / (usual.deviation * usual.deviation) : 0.0;
    const double shape = isKnown ? usual.mean * rate : 0.0;
    const double exposure = rate + behind;
    if (exposure <= 0)
        return {ordered, ordered};
    const double mean = (shape + ordered) / exposure;
    const double ahead = 1 - behind;
    // What is ordered is certain; the rest is Poisson around a mean that is itself uncertain.
    const double variance = mean * ahead + ahead * ahead * (shape + ordered) / (exposure * exposure);
    return {ordered + mean * ahead, std::sqrt(variance)};
}

std::vector<Outlook> launchOutlook(const std::vector<std::vector<double>> &similar, int periods)
{
    constexpr double leastSpread = 0.5;
    std::vector<Outlook> outlooks;
    for (size_t age = 0; age < size_t(periods); ++age) {
        std::vector<double> atThisAge;
        for (const std::vector<double> &product : similar) {
            if (age < product.size() && !isMissing(product[age]))
                atThisAge.push_back(std::max(0.0, product[age]));
        }
        Outlook outlook;
        outlook.mean = meanOf(atThisAge);
        outlook.deviation = std::max(std::sqrt(varianceOf(atThisAge)), leastSpread * outlook.mean);
        outlook.quantiles = countQuantiles(outlook.mean, outlook.deviation * outlook.deviation);
        makeProper(outlook);
        outlooks.push_back(outlook);
    }
    return outlooks;
}

DemandOver productionDemand(double confirmed, double keepRate, const DemandOver &late)
{
    const double keep = std::clamp(keepRate, 0.0, 1.0);
    return {confirmed * keep + late.mean, std::sqrt(confirmed * keep * (1 - keep) + late.deviation * late.deviation)};
}

double expectedProfit(const DemandOver &demand, double units, double costOfShort, double costOfOver)
{
    if (demand.deviation <= 0)
        return costOfShort * std::min(units, demand.mean) - costOfOver * std::max(0.0, units - demand.mean);
    const double z = (units - demand.mean) / demand.deviation;
    const double isShort = demand.deviation * unitLoss(z);
    const double isLeft = units - demand.mean + isShort;
    return costOfShort * (demand.mean - isShort) - costOfOver * isLeft;
}

double productionRun(const DemandOver &demand, double costOfShort, double costOfOver)
{
    const double ratio = criticalRatio(costOfShort, costOfOver);
    if (ratio <= 0 || demand.mean <= 0)
        return 0;
    constexpr double nearlyAll = 0.999;
    return std::ceil(std::max(0.0, stockFor(demand, std::min(ratio, nearlyAll))));
}

} // namespace waitline::forecasting
