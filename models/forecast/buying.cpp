#include "models/forecast/buying.h"

#include "models/forecast/launch.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

constexpr double daysAYear = 365.25;

/// The next whole unit; a ten-thousandth of one is none.
double wholeUnits(double level)
{
    constexpr double nothing = 1e-4;
    return std::ceil(level - nothing);
}

/// The service level a demand is worth that may have ended: what is left then is lost, and may not lose more than what is
/// sold where it goes on earns.
double serviceWorth(const BuyingTerms &terms, double goingOn)
{
    const double margin = marginOf(terms);
    if (goingOn >= 1 || margin <= 0)
        return terms.serviceLevel;
    return std::clamp(1 - (1 - goingOn) * double(terms.cost) / margin, 0.0, terms.serviceLevel);
}

} // namespace

double unitsShort(const DemandOver &demand, double stock)
{
    if (demand.deviation <= 0)
        return std::max(0.0, demand.mean - stock);
    return demand.deviation * unitLoss((stock - demand.mean) / demand.deviation);
}

double marginOf(const BuyingTerms &terms)
{
    constexpr double leastShare = 0.1;
    return std::max(double(terms.price - terms.cost), leastShare * double(terms.price));
}

double servedFromStock(const DemandOver &demand, double orderUpTo, double quantity)
{
    if (demand.deviation <= 0)
        return orderUpTo >= demand.mean ? 1.0 : 0.0;
    return fillRate(demand.deviation, (orderUpTo - demand.mean) / demand.deviation, quantity);
}

double serviceFor(const BuyingTerms &terms, double costOfShort)
{
    const double costOfKept = double(terms.cost) * terms.holdingShare * terms.review / daysAYear;
    constexpr double least = 0.5;
    constexpr double most = 0.999;
    return std::clamp(criticalRatio(costOfShort, costOfKept), least, most);
}

Buying toBuy(const DaysAhead &ahead, const BuyingTerms &terms, const StockPosition &stock)
{
    const double interval = terms.lead.mean + terms.review;
    DemandOver protectedDemand = demandOverDays(ahead, interval);
    DemandOver leadDemand = demandOverDays(ahead, terms.lead.mean);
    Buying buying;
    buying.method = ahead.forecast.method;
    buying.goingOn = ahead.forecast.goingOn;
    buying.demandADay = interval > 0 ? protectedDemand.mean / interval : 0.0;
    const bool isCounted = ahead.forecast.isCounted(protectedDemand.mean, protectedDemand.deviation);
    const double ofLead = buying.demandADay * terms.lead.deviation;
    protectedDemand.deviation = std::hypot(protectedDemand.deviation, ofLead);
    leadDemand.deviation = std::hypot(leadDemand.deviation, ofLead);
    const double service = serviceWorth(terms, buying.goingOn);
    buying.orderUpTo = wholeUnits(demandNotExceeded(protectedDemand, service, isCounted));
    buying.reorderPoint = wholeUnits(demandNotExceeded(leadDemand, service, isCounted));
    buying.safetyStock = std::max(0.0, buying.orderUpTo - protectedDemand.mean);
    buying.economic = economicQuantity(buying.demandADay * daysAYear, double(terms.orderCost), double(terms.cost) * terms.holdingShare);
    buying.demand = protectedDemand;
    const double above = double(stock.units()) - buying.reorderPoint;
    constexpr double farAway = 3650;
    buying.daysLeft = above <= 0 ? 0.0 : buying.demandADay > 0 ? std::min(farAway, above / buying.demandADay) : farAway;
    // Where an order costs something none is made for a few units that can wait until the next review.
    const bool canWait = buying.economic > 0 && buying.daysLeft >= terms.review && above > 0;
    const Units least = std::max(terms.minimum, Units(std::ceil(buying.economic)));
    buying.units = canWait ? 0 : unitsToOrder(buying.orderUpTo, stock.units(), terms.pack, least);
    const double without = unitsShort(protectedDemand, double(stock.units()));
    buying.worth = marginOf(terms) * (without - unitsShort(protectedDemand, double(stock.units() + buying.units)));
    return buying;
}

Buying limitedTo(Buying buying, Units most, const BuyingTerms &terms, Units stock)
{
    const Units pack = std::max<Units>(1, terms.pack);
    const Units units = std::max<Units>(0, most) / pack * pack;
    if (buying.units <= units)
        return buying;
    buying.units = units;
    buying.worth = marginOf(terms) * (unitsShort(buying.demand, double(stock)) - unitsShort(buying.demand, double(stock + units)));
    return buying;
}

Buying toMakeUp(const BuyingTerms &terms, const StockPosition &stock)
{
    Buying buying;
    buying.units = unitsToOrder(0, stock.units(), terms.pack, terms.minimum);
    buying.worth = marginOf(terms) * double(std::max<Units>(0, -stock.units()));
    return buying;
}

Buying toProduce(const DemandOver &demand, const DemandOver &confirmed, const BuyingTerms &terms, const StockPosition &stock, Units most)
{
    Buying buying;
    buying.method = Method::Bookings;
    const double earns = marginOf(terms);
    double run = std::max(productionRun(demand, earns, double(terms.cost)), productionRun(confirmed, earns, double(terms.cost)));
    if (most >= 0)
        run = std::min(run, double(most));
    buying.demand = demand;
    buying.orderUpTo = run;
    buying.reorderPoint = run;
    buying.safetyStock = std::max(0.0, run - demand.mean);
    buying.units = unitsToOrder(run, stock.onHand + stock.onOrder, terms.pack, terms.minimum);
    const double have = double(stock.onHand + stock.onOrder);
    buying.worth = std::max(0.0, earns * (unitsShort(demand, have) - unitsShort(demand, have + double(buying.units))));
    return buying;
}

} // namespace waitline::forecasting
