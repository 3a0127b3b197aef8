#pragma once

#include "models/forecast/buying.h"
#include "models/forecast/launch.h"
#include "models/services/expecteddemand.h"
#include "models/services/planchoices.h"
#include "models/store/planstore.h"

#include <map>

namespace waitline {

/// All that a plan is made from, on one state of the database.
struct PlanInputs {
    PlanChoices choices;
    std::vector<PlannedProduct> products;
    DemandHistory history;
    std::map<SupplierId, std::vector<double>> leadDays; ///< of past deliveries
    double keepRate = 1; ///< of pre-orders
    std::vector<std::vector<double>> courses; ///< of the pre-orders of products that are released
    std::vector<size_t> launched; ///< which of the products those are, in the order of the courses
    Grid grid = Grid::Week;
    QDate today;

    /// Reads them. Throws StoreError.
    PlanInputs(Connection &connection, QDate day);

    [[nodiscard]] forecasting::BuyingTerms termsOf(const PlannedProduct &product) const;
    [[nodiscard]] forecasting::Buying buyingOf(const PlannedProduct &product);
    /// Where the bookings of a product that is not released stand outside of what is usual for its like: of the same category,
    /// and at half to twice its price. None where they do not, or where fewer than three such campaigns are known.
    [[nodiscard]] std::optional<BookingAlert> bookingAlertOf(const PlannedProduct &product) const;

private:
    struct Campaign {
        double elapsedShare = 0;
        std::vector<double> weeks; ///< its own pre-orders in the weeks that are over
        size_t lateLaunches = 0; ///< earlier launches with orders later in their course than this one is now
        forecasting::Curve curve;
        forecasting::DemandOver usual;
    };
    [[nodiscard]] Campaign campaignOf(const PlannedProduct &product, const std::vector<std::vector<double>> &past) const;
    [[nodiscard]] std::vector<std::vector<double>> coursesLike(const PlannedProduct &product) const;
    [[nodiscard]] const Kin &kinOf(const QString &category);
    [[nodiscard]] forecasting::Buying productionOf(const PlannedProduct &product) const;
    void readDeliveries(Connection &connection);
    void learnFromReleases();
    std::map<ProductId, std::vector<StoredOverride>> m_overrides;
    std::map<QString, std::vector<ProductId>> m_categories;
    std::map<QString, Kin> m_kin; ///< by category, once asked for
};

/// Weeks, or months where the median product sells less than one unit a week: that of the last plan or, where there is none, of
/// the one that would be made. Inside a transaction.
[[nodiscard]] Grid planGrid(Connection &connection, QDate today);

/// How one product is bought. Inside a transaction.
[[nodiscard]] forecasting::BuyingTerms buyingTerms(Connection &connection, ProductId product);

} // namespace waitline
