#pragma once

#include "models/forecast/adjusted.h"
#include "models/forecast/buying.h"
#include "models/services/demandhistory.h"
#include "models/store/overridestore.h"

namespace waitline {

/// What products of the same kind tell about one that is too young to tell enough by itself.
struct Kin {
    std::vector<std::vector<double>> courses; ///< their demand by periods from their launch on; the young one's may be among them
    ProductDemandSeries category; ///< their demand added up
};

/// How many of its own periods a product needs to tell anything by itself: eight weeks, or two months.
[[nodiscard]] size_t enoughPeriods(Grid grid);
/// Whether a product's history leaves something to ask its kin.
[[nodiscard]] bool asksKin(const ProductDemandSeries &own);

/// The kin of a category's products: as many of them as tell something. What was sold when the records began tells no
/// launch: it may have been on sale long before.
[[nodiscard]] Kin kinOf(const DemandHistory &history, const std::vector<ProductId> &products, Grid grid, QDate today);

/// What the methods expect of a product: from its own history, with the year of its category where it knows no year. Where
/// it is new from how similar products began; from eight weeks on its own history takes over, evenly until half a year. (On
/// products that were launched while wholesale orders were recorded both together were never less right than either.)
[[nodiscard]] forecasting::Forecast methodForecast(const ProductDemandSeries &own, const Kin &kin, Grid grid, int horizon);

/// How such a forecast of a young product would have done, had it known how similar products went on.
[[nodiscard]] forecasting::Backtest backtestOfYoung(const ProductDemandSeries &own, const Kin &kin, Grid grid);

/// How many periods a forecast has to reach, from the one that is running on, to tell the demand until the order after the next
/// one has arrived.
[[nodiscard]] int periodsToForecast(const forecasting::BuyingTerms &terms, QDate today, Grid grid);

/// Of days that several overrides speak of the latest one counts. The others count for what is left of their days, with their
/// share of the units.
[[nodiscard]] std::vector<StoredOverride> ruling(const std::vector<StoredOverride> &overrides);

/// The forecast with what somebody knows better: the days of each override count as it says, those around it as the
/// method does. The forecast's first period is `firstPeriod`; `miss` is how far off earlier overrides have been.
[[nodiscard]] forecasting::Forecast withOverrides(const forecasting::Forecast &forecast, const std::vector<StoredOverride> &overrides,
                                                  const forecasting::SaidMiss &miss, qint64 firstPeriod, Grid grid);

/// What is expected of the days from today on: those of an override as it says, all others as the method does. The method's
/// first period is the one that is running; what is left of it counts by its days.
[[nodiscard]] forecasting::DaysAhead daysAhead(const forecasting::Forecast &method, const std::vector<StoredOverride> &overrides,
                                               const forecasting::SaidMiss &miss, QDate today, Grid grid);

/// What a forecast expects of the days from `first` to `last`, as far as it reaches.
[[nodiscard]] double expectedBetween(const forecasting::Forecast &forecast, qint64 firstPeriod, Grid grid, QDate first, QDate last);

} // namespace waitline
