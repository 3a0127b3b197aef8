#include "models/forecast/buying.h"

#include "models/forecast/launch.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// Longer lead times than this are none.
constexpr double mostPeriods = 150;

double margin(const BuyingTerms &terms)
{
    // A product sold without margin still keeps customers: a tenth of its price.
    constexpr double leastShare = 0.1;
    return std::max(double(terms.price - terms.cost), leastShare * double(terms.price));
}

/// Units expected to be short of a demand with this stock.
double unitsShort(const DemandOver &demand, double stock)
{
    if (demand.deviation <= 0)
        return std::max(0.0, demand.mean - stock);
    return demand.deviation * unitLoss((stock - demand.mean) / demand.deviation);
}

} // namespace

DemandOver demandOverDays(const Forecast &forecast, double days, double daysAPeriod)
{
    const double periods = std::min(days / daysAPeriod, double(forecast.totals.size()));
    if (periods <= 0 || forecast.totals.empty())
        return {};
    const size_t whole = size_t(periods);
    const double share = periods - double(whole);
    const Outlook none;
    const Outlook &before = whole > 0 ? forecast.totals[whole - 1] : none;
    const Outlook &after = forecast.totals[std::min(whole, forecast.totals.size() - 1)];
    const double variance =
        before.deviation * before.deviation + share * (after.deviation * after.deviation - before.deviation * before.deviation);
    return {before.mean + share * (after.mean - before.mean), std::sqrt(std::max(0.0, variance))};
}

int periodsToForecast(const BuyingTerms &terms, double daysAPeriod)
{
    return int(std::clamp(std::ceil((terms.lead.mean + terms.review) / daysAPeriod), 1.0, mostPeriods));
}

Buying toBuy(const Forecast &forecast, const BuyingTerms &terms, const StockPosition &stock, double daysAPeriod)
{
    const double interval = terms.lead.mean + terms.review;
    DemandOver protectedDemand = demandOverDays(forecast, interval, daysAPeriod);
    DemandOver leadDemand = demandOverDays(forecast, terms.lead.mean, daysAPeriod);
    Buying buying;
    buying.method = forecast.method;
    buying.demandADay = interval > 0 ? protectedDemand.mean / interval : 0.0;
    const double ofLead = buying.demandADay * terms.lead.deviation;
    protectedDemand.deviation = std::hypot(protectedDemand.deviation, ofLead);
    leadDemand.deviation = std::hypot(leadDemand.deviation, ofLead);
    buying.orderUpTo = std::ceil(demandNotExceeded(protectedDemand, terms.serviceLevel, forecast.isCounted()));
    buying.reorderPoint = std::ceil(demandNotExceeded(leadDemand, terms.serviceLevel, forecast.isCounted()));
    buying.safetyStock = std::max(0.0, buying.orderUpTo - protectedDemand.mean);
    buying.units = unitsToOrder(buying.orderUpTo, stock.units(), terms.pack, terms.minimum);
    const double above = double(stock.units()) - buying.reorderPoint;
    constexpr double farAway = 3650;
    buying.daysLeft = above <= 0 ? 0.0 : buying.demandADay > 0 ? std::min(farAway, above / buying.demandADay) : farAway;
    const double without = unitsShort(protectedDemand, double(stock.units()));
    buying.worth = margin(terms) * (without - unitsShort(protectedDemand, double(stock.units() + buying.units)));
    return buying;
}

Buying toMakeUp(const BuyingTerms &terms, const StockPosition &stock)
{
    Buying buying;
    buying.units = unitsToOrder(0, stock.units(), terms.pack, terms.minimum);
    buying.worth = margin(terms) * double(std::max<Units>(0, -stock.units()));
    return buying;
}

Buying toProduce(const DemandOver &demand, const BuyingTerms &terms, const StockPosition &stock, Units most)
{
    Buying buying;
    buying.method = Method::Bookings;
    const double earns = margin(terms);
    double run = std::max(productionRun(demand, earns, double(terms.cost)), 0.0);
    if (most >= 0)
        run = std::min(run, double(most));
    buying.orderUpTo = run;
    buying.reorderPoint = run;
    buying.safetyStock = std::max(0.0, run - demand.mean);
    buying.units = unitsToOrder(run, stock.onHand + stock.onOrder, terms.pack, terms.minimum);
    const double have = double(stock.onHand + stock.onOrder);
    buying.worth = std::max(0.0, earns * (unitsShort(demand, have) - unitsShort(demand, have + double(buying.units))));
    return buying;
}

} // namespace waitline::forecasting
