#pragma once

#include "models/services/demandseries.h"
#include "models/store/scopeddemandstore.h"

namespace waitline {

/// Products by pre-order and backorder demand within a scope; see demandBars for the whole business by units.
[[nodiscard]] Result<DemandBars> scopedBars(Connection &connection, const DemandBarsQuestion &question, const DemandScope &scope,
                                            MostBy by);
/// Units ordered by period within a scope, from the first day to the last of the question.
[[nodiscard]] Result<DemandOverTime> scopedOverTime(Connection &connection, const DemandOverTimeQuestion &question,
                                                    const DemandScope &scope);

/// The same with what was sold before this database.
[[nodiscard]] Result<DemandOverTime> salesOverTime(Connection &connection, const DemandOverTimeQuestion &question,
                                                   const DemandScope &scope);

/// The same of up to six products beside each other, over the same periods.
struct ComparedDemand {
    static constexpr size_t mostProducts = 6;
    std::vector<ProductName> products;
    std::vector<DemandOverTime> series; ///< one for each
};
[[nodiscard]] Result<ComparedDemand> comparedDemand(Connection &connection, const DemandOverTimeQuestion &question,
                                                    const std::vector<ProductId> &products);

/// Products as they are called now, in the order given.
[[nodiscard]] Result<std::vector<ProductName>> productNames(Connection &connection, const std::vector<ProductId> &products);

/// What there is to narrow a chart to.
struct ScopeChoices {
    QStringList categories;
    std::vector<std::pair<qint64, QString>> suppliers;
    QStringList campaigns;
    bool hasSales = false; ///< whether anything was ever ordered or sold
};
[[nodiscard]] Result<ScopeChoices> scopeChoices(Connection &connection);

/// The mean of the last `periods` values up to each; none before there are as many.
[[nodiscard]] std::vector<std::optional<double>> movingAverage(const std::vector<double> &values, int periods);

} // namespace waitline
