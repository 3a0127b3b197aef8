#include "models/forecast/budget.h"

#include "models/forecast/buying.h"

#include <algorithm>
#include <queue>

namespace waitline::forecasting {

namespace {

/// The next units of a wish, and what each unit of money spent on them brings.
struct Step {
    size_t wish = 0;
    Units units = 0;
    double yield = 0;

    /// The first of the queue is the largest.
    bool operator<(const Step &other) const { return yield < other.yield || (yield == other.yield && wish > other.wish); }
};

Units packOf(const Wish &wish) { return std::max<Units>(1, wish.pack); }

/// Nothing is bought below the minimum; what is wished below it is bought whole.
Units unitsOfStep(const Wish &wish, Units bought)
{
    constexpr Units mostSteps = 1000;
    const Units pack = packOf(wish);
    const Units packs = std::max<Units>(1, wish.units / pack / mostSteps);
    const Units least = bought == 0 ? (wish.minimum + pack - 1) / pack * pack : 0;
    return std::min(wish.units - bought, std::max(least, packs * pack));
}

Step stepOf(const std::vector<Wish> &wishes, size_t at, Units bought)
{
    const Wish &wish = wishes[at];
    const Units units = unitsOfStep(wish, bought);
    const double worth = wish.worthOf(bought + units) - wish.worthOf(bought);
    return {at, units, worth / (double(units) * double(wish.unitCost))};
}

} // namespace

double Wish::worthOf(Units bought) const
{
    return std::max(0.0, margin * (unitsShort(demand, stock) - unitsShort(demand, stock + double(bought))));
}

std::vector<Units> withinBudget(const std::vector<Wish> &wishes, Money budget)
{
    std::vector<Units> bought(wishes.size(), 0);
    std::priority_queue<Step> steps;
    for (size_t at = 0; at < wishes.size(); ++at) {
        if (wishes[at].unitCost <= 0)
            bought[at] = wishes[at].units;
        else if (wishes[at].units > 0)
            steps.push(stepOf(wishes, at, 0));
    }
    Money left = std::max<Money>(0, budget);
    while (!steps.empty()) {
        const Step step = steps.top();
        steps.pop();
        const Wish &wish = wishes[step.wish];
        const Units paid = left / wish.unitCost;
        const bool isPaid = step.units <= paid;
        // Of a step of many packs as many are taken as are paid for.
        const Units units = isPaid ? step.units : bought[step.wish] > 0 ? paid / packOf(wish) * packOf(wish) : 0;
        bought[step.wish] += units;
        left -= units * wish.unitCost;
        if (isPaid && bought[step.wish] < wish.units)
            steps.push(stepOf(wishes, step.wish, bought[step.wish]));
    }
    return bought;
}

} // namespace waitline::forecasting
