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

Band usualBookings(const Curve &curve, double elapsedShare, const DemandOver &usual)
{
    const double share = std::clamp(reached(curve, elapsedShare), 0.0, 1.0);
    const double mean = usual.mean * share;
    const double variance = mean + usual.deviation * usual.deviation * share * share;
    return {countQuantile(mean, variance, 0.1), countQuantile(mean, variance, 0.9)};
}

std::optional<Forecast> launchForecast(const Series &own, const std::vector<std::vector<double>> &similar, int horizon)
{
    constexpr size_t fewest = 3;
    const size_t age = own.values.size();
    std::vector<std::vector<double>> older;
    for (const std::vector<double> &course : similar) {
        if (course.size() > age)
            older.push_back(course);
    }
    if (older.size() < fewest)
        return std::nullopt;
    const std::vector<Outlook> course = launchOutlook(older, int(age) + horizon);
    double usual = 0;
    double sold = 0;
    for (size_t at = 0; at < age; ++at) {
        usual += isMissing(own.values[at]) ? 0.0 : course[at].mean;
        sold += isMissing(own.values[at]) ? 0.0 : own.values[at];
    }
    // How many times the usual it sells: a gamma of mean 1 and the launches' own spread before anything is sold.
    const double shape = course.front().mean > 0 ? std::pow(course.front().mean / course.front().deviation, 2) : 1.0;
    const double factor = (shape + sold) / (shape + usual);
    Forecast forecast;
    forecast.method = Method::Launch;
    Outlook total;
    for (size_t step = 0; step < size_t(horizon); ++step) {
        // Beyond the longest course it goes on as it was.
        const Outlook &at = course[age + step].mean > 0 || forecast.periods.empty() ? course[age + step] : forecast.periods.back();
        const double scale = &at == &course[age + step] ? factor : 1.0;
        Outlook period{at.mean * scale, at.deviation * scale, {}};
        period.quantiles = countQuantiles(period.mean, period.deviation * period.deviation);
        total.mean += period.mean;
        // A launch that goes well goes well throughout: deviations add up as they are.
        total.deviation += period.deviation;
        total.quantiles = countQuantiles(total.mean, total.deviation * total.deviation);
        makeProper(period);
        makeProper(total);
        forecast.periods.push_back(period);
        forecast.totals.push_back(total);
    }
    return forecast;
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

double demandBelow(const DemandOver &demand, double units)
{
    if (demand.deviation <= 0)
        return units > demand.mean ? 1.0 : 0.0;
    return normalProbability((units - demand.mean) / demand.deviation);
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
