#pragma once

#include "models/charts/demandquestion.h"
#include "models/services/productforecast.h"
#include "models/store/planstore.h"

namespace waitline {

/// A product's demand so far, and what `shown` expects of it with the bands that hold 80 and 95 %.
[[nodiscard]] ChartSheet forecastSheet(const ProductForecast &forecast, const forecasting::Forecast &shown);

/// The same of the one product the question is narrowed to; without one a sheet that asks for it.
[[nodiscard]] Result<ChartSheet> forecastSheet(Connection &connection, const DemandQuestion &question);

/// What production runs of other sizes than the one suggested would earn, and how probable it is that some of them stay.
[[nodiscard]] ChartSheet profitSheet(const StoredSuggestion &suggestion, const Currency &currency);

} // namespace waitline
