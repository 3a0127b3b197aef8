#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

#include <vector>

namespace waitline::forecasting {

/// What could be bought, and what it is worth.
struct Wish {
    Units units = 0;
    Money unitCost = 0;
    Units pack = 1;
    Units minimum = 0;
    double worth = 0; ///< what all its units are expected to bring
};

/// The units of each wish that a budget pays for: the best worth for the money first, the first that does not fit in as
/// many whole packs as do, at least its minimum. What costs nothing is always bought.
[[nodiscard]] std::vector<Units> withinBudget(const std::vector<Wish> &wishes, Money budget);

} // namespace waitline::forecasting
