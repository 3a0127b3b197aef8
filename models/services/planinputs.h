#pragma once

#include "models/forecast/buying.h"
#include "models/forecast/launch.h"
#include "models/services/demandhistory.h"

#include <map>

namespace waitline {

/// The business's own choices for its plan, from its settings: plan.service (permille), plan.review (days), plan.lead (days,
/// where neither product nor deliveries tell).
struct PlanChoices {
    int servicePermille = 950;
    int reviewDays = 7;
    int leadDays = 14;
};

/// All that a plan is made from, on one state of the database.
struct PlanInputs {
    PlanChoices choices;
    std::vector<PlannedProduct> products;
    DemandHistory history;
    std::map<SupplierId, std::vector<double>> leadDays; ///< of past deliveries
    double keepRate = 1; ///< of pre-orders
    std::vector<std::vector<double>> courses; ///< of the pre-orders of products that are released
    Grid grid = Grid::Week;
    QDate today;

    /// Reads them. Throws StoreError.
    PlanInputs(Connection &connection, QDate day);

    [[nodiscard]] forecasting::BuyingTerms termsOf(const PlannedProduct &product) const;
    [[nodiscard]] forecasting::Buying buyingOf(const PlannedProduct &product) const;

private:
    [[nodiscard]] forecasting::Buying productionOf(const PlannedProduct &product) const;
    void readDeliveries(Connection &connection);
    void learnFromReleases();
    void chooseGrid();
};

/// The choices as they are set; a setting that is no number in its bounds counts as not set.
[[nodiscard]] PlanChoices planChoices(Connection &connection);

} // namespace waitline
