#pragma once

#include "models/domain/money.h"
#include "models/forecast/replenishment.h"

#include <vector>

namespace waitline::forecasting {

/// What could be bought, and the demand it is bought for.
struct Wish {
    Units units = 0;
    Money unitCost = 0;
    Units pack = 1;
    Units minimum = 0;
    DemandOver demand;
    double stock = 0; ///< held against it before anything is bought
    double margin = 0; ///< of a unit that would otherwise be short

    /// What `bought` of its units are expected to bring: the margin of those that would otherwise be short.
    [[nodiscard]] double worthOf(Units bought) const;
};

/// The units of each wish that a budget pays for, bought in steps: the minimum first, then pack by pack, each time the step
/// that is worth most for its money. A wish whose next step is not paid for any more stays as it is. What costs nothing is
/// always bought. Orders of more than a thousand packs are bought in thousandths of them.
[[nodiscard]] std::vector<Units> withinBudget(const std::vector<Wish> &wishes, Money budget);

} // namespace waitline::forecasting
