#include "models/forecast/budget.h"

#include <algorithm>
#include <numeric>

namespace waitline::forecasting {

namespace {

/// Whole packs, no more than wished, that `money` pays for; none below the minimum.
Units affordable(const Wish &wish, Money money)
{
    if (wish.unitCost <= 0)
        return wish.units;
    const Units pack = std::max<Units>(1, wish.pack);
    const Units units = std::min(wish.units, std::max<Money>(0, money) / wish.unitCost) / pack * pack;
    return units >= wish.minimum ? units : 0;
}

/// Worth of one unit of money; what is free comes first.
double yield(const Wish &wish)
{
    const double cost = double(wish.units) * double(wish.unitCost);
    return cost > 0 ? wish.worth / cost : std::numeric_limits<double>::infinity();
}

} // namespace

std::vector<Units> withinBudget(const std::vector<Wish> &wishes, Money budget)
{
    std::vector<size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return yield(wishes[a]) > yield(wishes[b]); });
    std::vector<Units> bought(wishes.size(), 0);
    Money left = budget;
    for (const size_t at : order) {
        bought[at] = affordable(wishes[at], left);
        left -= bought[at] * wishes[at].unitCost;
    }
    return bought;
}

} // namespace waitline::forecasting
