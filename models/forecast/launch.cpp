#include "models/forecast/launch.h"

#include "models/forecast/counts.h"
#include "models/forecast/giants.h"
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

/// What products sold at about this age: the older, the less a single period tells, and the more of them count as one.
std::vector<double> around(const std::vector<std::vector<double>> &products, size_t age)
{
    constexpr size_t share = 3;
    constexpr size_t most = 6;
    const size_t reach = std::min(age / share, most);
    std::vector<double> values;
    for (const std::vector<double> &product : products) {
        if (age >= product.size())
            continue;
        for (size_t at = age - reach; at < std::min(age + reach + 1, product.size()); ++at) {
            if (!isMissing(product[at]))
                values.push_back(std::max(0.0, product[at]));
        }
    }
    return values;
}

/// A course without its giants; the weeks it begins with are none, high as they are.
std::vector<double> calmCourse(const std::vector<double> &course)
{
    const Series series{course, 1};
    std::vector<Giant> giants = giantsOf(series);
    auto first = giants.begin();
    while (first != giants.end() && first->period == size_t(first - giants.begin()))
        ++first;
    giants.erase(giants.begin(), first);
    return damped(series, giants).values;
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
    std::vector<std::vector<double>> calm;
    for (const std::vector<double> &product : similar)
        calm.push_back(calmCourse(product));
    std::vector<Outlook> outlooks;
    for (size_t age = 0; age < size_t(periods); ++age) {
        const std::vector<double> atThisAge = around(calm, age);
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
    // A launch that goes well goes well throughout: so much of the spread do its periods have in common.
    constexpr double alike = 1.0 / 3;
    double together = 0;
    double apart = 0;
    Outlook total;
    for (size_t step = 0; step < size_t(horizon); ++step) {
        // Beyond the longest course it goes on as it was.
        const Outlook &at = course[age + step].mean > 0 || forecast.periods.empty() ? course[age + step] : forecast.periods.back();
        const double scale = &at == &course[age + step] ? factor : 1.0;
        Outlook period{at.mean * scale, at.deviation * scale, {}};
        period.quantiles = countQuantiles(period.mean, period.deviation * period.deviation);
        total.mean += period.mean;
        together += period.deviation;
        apart += period.deviation * period.deviation;
        total.deviation = std::sqrt(alike * together * together + (1 - alike) * apart);
        total.quantiles = countQuantiles(total.mean, total.deviation * total.deviation);
        makeProper(period);
        makeProper(total);
        forecast.periods.push_back(period);
        forecast.totals.push_back(total);
    }
    return forecast;
}

Forecast growingUp(const Forecast &asLaunched, Forecast fromOwn, double shareOfLaunch)
{
    for (size_t step = 0; step < fromOwn.periods.size(); ++step) {
        fromOwn.periods[step] = between(asLaunched.periods[step], fromOwn.periods[step], shareOfLaunch);
        fromOwn.totals[step] = between(asLaunched.totals[step], fromOwn.totals[step], shareOfLaunch);
    }
    fromOwn.method = Method::LaunchAndOwn;
    return fromOwn;
}

std::optional<DemandOver> ordersAtOwnPace(const std::vector<double> &weeks, double weeksLeft)
{
    constexpr size_t fewest = 3;
    if (weeks.size() < fewest || sumOf(weeks) <= 0)
        return std::nullopt;
    constexpr double discount = 0.8;
    double weight = 1;
    double sum = 0;
    double weightSquares = 0;
    double mean = 0;
    double squares = 0;
    for (auto week = weeks.rbegin(); week != weeks.rend(); ++week, weight *= discount) {
        sum += weight;
        weightSquares += weight * weight;
        mean += weight * *week;
        squares += weight * *week * *week;
    }
    mean /= sum;
    const double variance = std::max(mean, squares / sum - mean * mean);
    // Interest in what is announced wears off: a tenth each week, a usual damping (Gardner and McKenzie 1985).
    constexpr double damping = 0.9;
    const double ahead = damping * (1 - std::pow(damping, std::max(0.0, weeksLeft))) / (1 - damping);
    // How it wears off is known no better than by a third.
    constexpr double unknown = 1.0 / 3;
    const double ofPace = variance * weightSquares / (sum * sum) * ahead * ahead;
    return DemandOver{mean * ahead, std::sqrt(variance * ahead + ofPace + std::pow(unknown * mean * ahead, 2))};
}

DemandOver lateOrders(const DemandOver &byLaunches, size_t launches, const std::optional<DemandOver> &atOwnPace)
{
    if (!atOwnPace)
        return byLaunches;
    constexpr double asGoodAsOwn = 3; // launches
    const double share = double(launches) / (double(launches) + asGoodAsOwn);
    const double mean = share * byLaunches.mean + (1 - share) * atOwnPace->mean;
    // Of a mixture: what each is unsure of, and that they differ.
    const double within = share * byLaunches.deviation * byLaunches.deviation + (1 - share) * atOwnPace->deviation * atOwnPace->deviation;
    const double apart = byLaunches.mean - atOwnPace->mean;
    return {mean, std::sqrt(within + share * (1 - share) * apart * apart)};
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
