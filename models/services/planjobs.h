#pragma once

#include "models/services/planservice.h"
#include "models/services/productforecast.h"
#include "models/services/session.h"

/// Plans and forecasts, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

/// The last plan, at once.
QFuture<Result<Plan>> plan(Session &session);
/// A new plan in the background; it tells its progress and can be cancelled.
QFuture<Result<Plan>> makePlan(Session &session);
/// A purchase draft for each supplier.
QFuture<Result<std::vector<PurchaseDraftId>>> keepPurchaseDrafts(Session &session, const std::vector<StoredSuggestion> &suggestions);
QFuture<Result<ProductForecast>> productForecast(Session &session, const ForecastQuestion &question);

} // namespace waitline::jobs
