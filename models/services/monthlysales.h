#pragma once

#include "models/store/salesstore.h"

#include <QDate>

#include <map>
#include <vector>

namespace waitline {

/// Units by calendar month, from the first with a sale to the last one that is over. What was ordered counts on the day of
/// its order, and what was sold before this database on its day.
struct MonthlySales {
    QDate first; ///< first day of the first month; invalid: nothing was sold
    std::vector<double> units;
};

/// All of the scope's products together; the scope's days do not matter.
[[nodiscard]] MonthlySales monthlySales(Connection &connection, const DemandScope &scope, QDate today);
/// Each product's over the last `months` that are over, and its value within the scope's days.
struct ProductSales {
    MonthlySales months;
    Money value = 0;
};
[[nodiscard]] std::map<ProductId, ProductSales> salesByProduct(Connection &connection, const DemandScope &scope, QDate today, int months);

/// How the months of the year stand to the mean one (forecast.md, "Statistics for the manager").
struct SeasonOf {
    static constexpr int fewestMonths = 24;
    struct Month {
        double index = 1; ///< 1.2: a fifth above the mean month
        double standardError = 0;
    };
    ProductName product; ///< invalid: all products of the scope
    int monthsKnown = 0;
    double strength = 0; ///< F_S, 0 to 1
    std::vector<Month> months; ///< January first; empty: not enough history
};
/// All of the scope's products together, then those it names, or the `top` sold most.
[[nodiscard]] Result<std::vector<SeasonOf>> seasons(Connection &connection, const DemandScope &scope, int top, QDate today);

} // namespace waitline
