#pragma once

#include "models/domain/result.h"
#include "models/services/monthlysales.h"

namespace waitline {

/// A product to promote or to clear, with the figures that say why.
struct Promotion {
    ProductName product;
    Units recent = 0; ///< ordered in the last 13 weeks
    Units before = 0; ///< in the 13 weeks before those
    std::optional<double> margin; ///< (price − cost) ÷ price; none: no cost is entered
    Money unitMargin = 0; ///< 0 where the margin is not known
    Money cost = 0; ///< of a unit; 0: none is entered
    Units available = 0;
    int targetDays = 0; ///< lead time and review
    std::optional<double> coverDays; ///< what is available lasts so long at the recent rate; none: nothing sells
    Units excess = 0; ///< available beyond twice the target

    [[nodiscard]] Units gain() const { return recent - before; }
    /// The days as they are told: whole ones, so that a bar, its words and the table say the same.
    [[nodiscard]] std::optional<qint64> wholeCoverDays() const;
    /// By which share it grew or fell; none where nothing was ordered before.
    [[nodiscard]] std::optional<double> growth() const;
};

/// What to promote and what to clear. A product that is short, that is with waiting lines or nothing available, is on neither.
struct Promotions {
    static constexpr int weeks = 13;
    static constexpr Units fewest = 5; ///< units a trend is told from
    static constexpr Units leastGrowthPercent = 10;
    std::vector<Promotion> momentum; ///< up, covered for its target, margin at least the middle one; most margin gained first
    std::vector<Promotion> clear; ///< cover over twice the target and falling, or not sold at all; most cost bound first
    std::optional<double> middleMargin; ///< of the products with a cost sold in the last 13 weeks; none: no such product
    qint64 withoutCost = 0; ///< products that are up and covered, left out because no cost is entered
    Currency currency;
};
[[nodiscard]] Result<Promotions> promotions(Connection &connection, const DemandScope &scope, QDate today);

} // namespace waitline
