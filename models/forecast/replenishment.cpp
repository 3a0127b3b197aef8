#include "models/forecast/replenishment.h"

#include "models/forecast/counts.h"
#include "models/forecast/normal.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

double economicQuantity(double demandAYear, double costAnOrder, double holdingCostAYear)
{
    return demandAYear > 0 && costAnOrder > 0 && holdingCostAYear > 0 ? std::sqrt(2 * demandAYear * costAnOrder / holdingCostAYear) : 0.0;
}

DemandOver demandOver(double mean, double deviation, const LeadTime &lead, double review)
{
    const double interval = lead.mean + review;
    return {mean * interval, std::sqrt(interval * deviation * deviation + mean * mean * lead.deviation * lead.deviation)};
}

double safetyStock(double deviation, double serviceLevel) { return normalQuantile(serviceLevel) * deviation; }

double stockFor(const DemandOver &demand, double serviceLevel) { return demand.mean + safetyStock(demand.deviation, serviceLevel); }

double demandNotExceeded(const DemandOver &demand, double probability, bool isCounted)
{
    if (demand.mean <= 0)
        return 0;
    if (isCounted)
        return countQuantile(demand.mean, demand.deviation * demand.deviation, probability);
    return std::max(0.0, stockFor(demand, probability));
}

double unitLoss(double z) { return normalDensity(z) - z * (1 - normalProbability(z)); }

double fillRate(double deviation, double z, double quantity)
{
    return quantity > 0 ? std::clamp(1 - deviation * unitLoss(z) / quantity, 0.0, 1.0) : 0.0;
}

double criticalRatio(double costOfShort, double costOfOver)
{
    if (costOfShort <= 0)
        return 0;
    return costOfShort / (costOfShort + std::max(0.0, costOfOver));
}

Units unitsToOrder(double orderUpTo, Units position, Units pack, Units minimum)
{
    // Beyond this no order is meant, and no double is exact.
    constexpr double most = 1e15;
    const double wanted = std::clamp(std::ceil(orderUpTo), 0.0, most);
    const Units need = Units(wanted) - position;
    if (need <= 0)
        return 0;
    const Units units = std::max(need, minimum);
    const Units lot = std::max<Units>(1, pack);
    return (units + lot - 1) / lot * lot;
}

} // namespace waitline::forecasting
