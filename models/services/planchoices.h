#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/services/caller.h"

#include <optional>

namespace waitline {

class Connection;

/// The business's own choices for what it buys.
struct PlanChoices {
    int servicePermille = 950; ///< probability of not being short until the next order, in thousandths
    int reviewDays = 7; ///< from one chance to order to the next
    int leadDays = 14; ///< where neither product nor deliveries tell
    Money orderCost = 0; ///< of placing one order; 0: small orders cost nothing
    int holdingPermille = 200; ///< of a product's cost, for keeping it a year
    std::optional<Money> budget; ///< for a plan; none: no limit

    friend bool operator==(const PlanChoices &, const PlanChoices &) = default;
};

[[nodiscard]] Result<Done> validate(const PlanChoices &choices);
/// The choices as they are set; a setting that is no number in its bounds counts as not set. Throws StoreError.
[[nodiscard]] PlanChoices planChoices(Connection &connection);
[[nodiscard]] Result<PlanChoices> readPlanChoices(Connection &connection);
[[nodiscard]] Result<PlanChoices> changePlanChoices(Connection &connection, const PlanChoices &choices, const Caller &caller);

} // namespace waitline
