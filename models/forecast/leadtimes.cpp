#include "models/forecast/leadtimes.h"

#include "models/forecast/series.h"

#include <algorithm>
#include <cmath>

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

double keptProbability(const std::vector<double> &daysLate, double slack)
{
    const auto kept = std::count_if(daysLate.begin(), daysLate.end(), [=](double late) { return late <= slack; });
    return (double(kept) + 1) / (double(daysLate.size()) + 2);
}

double slackFor(std::vector<double> daysLate, double probability)
{
    if (daysLate.empty())
        return 0;
    std::sort(daysLate.begin(), daysLate.end());
    const double count = double(daysLate.size());
    const double place = std::ceil(probability * (count + 1)) - 1;
    return daysLate[size_t(std::clamp(place, 0.0, count - 1))];
}

} // namespace waitline::forecasting
