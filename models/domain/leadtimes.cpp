#include "models/domain/leadtimes.h"

#include <cmath>

namespace waitline {

LeadTimes leadTimes(std::span<const Delivery> deliveries, QDate today)
{
    LeadTimes times;
    double sum = 0;
    Units inTime = 0;
    for (const Delivery &delivery : deliveries) {
        if (delivery.isJudged(today)) {
            times.promised += delivery.ordered;
            inTime += delivery.inTime;
        }
        if (!delivery.received)
            continue;
        ++times.deliveries;
        sum += double(delivery.leadDays());
    }
    if (times.promised > 0)
        times.onTime = double(inTime) / double(times.promised);
    if (times.deliveries == 0)
        return times;
    times.mean = sum / double(times.deliveries);
    if (times.deliveries < 2)
        return times;
    double squares = 0;
    for (const Delivery &delivery : deliveries) {
        if (delivery.received)
            squares += std::pow(double(delivery.leadDays()) - times.mean, 2);
    }
    times.spread = std::sqrt(squares / double(times.deliveries - 1));
    return times;
}

} // namespace waitline
