#pragma once

#include "models/store/planstore.h"

#include <vector>

namespace waitline {

/// What a production run of some size would come to.
struct RunOutcome {
    Units units = 0;
    Money profit = 0; ///< expected: what is sold earns its margin, what stays loses its cost
    double stay = 0; ///< probability that not all are sold; the rest: that some are short
};

/// A production run after pre-orders, beside those of other sizes.
struct ProductionRisk {
    double mean = 0; ///< units expected to be asked for in all
    double deviation = 0;
    RunOutcome suggested;
    std::vector<RunOutcome> runs; ///< by size; none where nothing is known of the demand
    double placeOfSuggested = 0; ///< where among them the one suggested lies: 2.5 is half-way from the third to the fourth
};

[[nodiscard]] ProductionRisk productionRiskOf(const StoredSuggestion &suggestion);

} // namespace waitline
