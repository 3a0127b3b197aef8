#include "models/services/productionrisk.h"

#include "models/forecast/buying.h"
#include "models/forecast/launch.h"

#include <algorithm>
#include <cmath>

namespace waitline {

using namespace forecasting;

ProductionRisk productionRiskOf(const StoredSuggestion &suggestion)
{
    const DemandOver demand{double(suggestion.needMilli) / 1000, double(suggestion.needSpreadMilli) / 1000};
    BuyingTerms terms;
    terms.price = suggestion.price;
    terms.cost = suggestion.unitCost;
    const auto outcomeOf = [&](double units) {
        const double profit = expectedProfit(demand, units, marginOf(terms), double(terms.cost));
        return RunOutcome{Units(units), Money(std::llround(profit)), demandBelow(demand, units)};
    };
    ProductionRisk risk{demand.mean, demand.deviation, outcomeOf(double(suggestion.orderUpTo)), {}, 0};
    if (demand.mean <= 0)
        return risk;
    constexpr int steps = 24;
    constexpr double deviations = 2.5;
    constexpr double leastShare = 0.4; // a shorter range would not show what is at stake
    const double reach = std::max(deviations * demand.deviation, leastShare * demand.mean);
    const double first = std::max(0.0, std::floor(demand.mean - reach));
    const double last = std::max(demand.mean + reach, double(suggestion.orderUpTo)) + 1;
    for (int step = 0; step <= steps; ++step)
        risk.runs.push_back(outcomeOf(std::round(first + (last - first) * step / steps)));
    risk.placeOfSuggested = (double(suggestion.orderUpTo) - first) / (last - first) * steps;
    return risk;
}

} // namespace waitline
