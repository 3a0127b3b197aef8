#include "models/forecast/leadtimes.h"

#include "models/forecast/normal.h"
#include "models/forecast/series.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waitline::forecasting {

LeadTime leadTimeOf(const std::vector<double> &days, double agreed)
{
    constexpr size_t enough = 3;
    constexpr double usualShare = 0.2;
    if (days.size() < enough)
        return {agreed, usualShare * agreed};
    const double count = double(days.size());
    return {meanOf(days), std::sqrt(varianceOf(days) * count / (count - 1))};
}

Lateness::Lateness(std::vector<double> daysLate) : m_daysLate(std::move(daysLate))
{
    const double count = double(m_daysLate.size());
    m_middle = meanOf(m_daysLate);
    const double spread = count > 1 ? std::sqrt(varianceOf(m_daysLate) * count / (count - 1)) : 0.0;
    // The normal rule for the width of a kernel (Silverman 1986); a day is as exact as deliveries are noted.
    constexpr double leastWidth = 1;
    m_width = count > 0 ? std::max(leastWidth, spread * std::pow(4 / (3 * count), 0.2)) : leastWidth;
    constexpr double leastSurprise = 7;
    m_surprise = std::max(leastSurprise, 2 * spread);
}

double Lateness::within(double slack) const
{
    constexpr double wholeDay = 0.5; // a day is kept until its end
    const double at = slack + wholeDay;
    const double count = double(m_daysLate.size());
    double kept = 0;
    for (const double late : m_daysLate)
        kept += normalProbability((at - late) / m_width);
    const double unlike = 0.5 + std::atan((at - m_middle) / m_surprise) / std::numbers::pi;
    return (kept + 2 * unlike) / (count + 2);
}

double Lateness::kept(double slack, double overdue) const
{
    if (overdue <= 0)
        return within(slack);
    // Days count from the end of the last one that passed without it.
    const double passed = within(overdue - 1);
    return slack < overdue ? 0.0 : (within(slack) - passed) / (1 - passed);
}

double Lateness::slackFor(double probability, double overdue) const
{
    constexpr double farthest = 730;
    double slack = std::max(std::ceil(overdue), -farthest);
    while (slack < farthest && kept(slack, overdue) < probability)
        ++slack;
    return slack;
}

} // namespace waitline::forecasting
