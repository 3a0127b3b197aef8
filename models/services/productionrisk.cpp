#include "models/services/productionrisk.h"

#include "models/forecast/buying.h"
#include "models/forecast/launch.h"

#include <algorithm>
#include <cmath>

namespace waitline {

using namespace forecasting;

namespace {

/// The smallest of 1, 2, 5, 10, 20 … that reaches `span` in so many steps.
Units roundStep(double span, int mostSteps)
{
    for (Units power = 1;; power *= 10) {
        for (const Units step : {power, 2 * power, 5 * power}) {
            if (double(step) * mostSteps >= span)
                return step;
        }
    }
}

} // namespace

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
    constexpr int mostSteps = 24;
    constexpr double deviations = 2.5;
    constexpr double leastShare = 0.4; // a shorter range would not show what is at stake
    const double reach = std::max(deviations * demand.deviation, leastShare * demand.mean);
    const double low = std::max(0.0, demand.mean - reach);
    const double high = std::max(demand.mean + reach, double(suggestion.orderUpTo));
    const Units step = roundStep(high - low, mostSteps);
    const Units first = Units(low) / step * step;
    for (Units units = first; double(units) < high + double(step); units += step)
        risk.runs.push_back(outcomeOf(double(units)));
    risk.placeOfSuggested = double(suggestion.orderUpTo - first) / double(step);
    return risk;
}

} // namespace waitline
