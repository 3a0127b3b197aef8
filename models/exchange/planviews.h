#pragma once

#include "models/domain/money.h"
#include "models/services/planchoices.h"
#include "models/services/planservice.h"
#include "models/services/productforecast.h"

#include <QJsonArray>
#include <QJsonObject>

namespace waitline {

/// Suggestions as JSON: see JsonViews for how values are written.
[[nodiscard]] QJsonArray suggestionsView(const std::vector<StoredSuggestion> &suggestions, const StoredPlan &plan, const Currency &currency,
                                         QDate today);
/// A product's forecast as JSON: what is missing in the history is null.
[[nodiscard]] QJsonObject forecastView(const ProductForecast &forecast);

[[nodiscard]] QJsonObject overrideView(const StoredOverride &each);
[[nodiscard]] QJsonObject choicesView(const PlanChoices &choices, const Currency &currency);
[[nodiscard]] QJsonArray alertsView(const std::vector<BookingAlert> &alerts);

} // namespace waitline
