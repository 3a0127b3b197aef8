#pragma once

#include "models/services/overrideservice.h"
#include "models/services/planchoices.h"
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
/// Takes them back.
QFuture<Result<Done>> discardPurchaseDrafts(Session &session, const std::vector<PurchaseDraftId> &drafts);
QFuture<Result<ProductForecast>> productForecast(Session &session, const ForecastQuestion &question);

/// What somebody knows better: kept in the place of what shares days with it, or ended.
QFuture<Result<StoredOverride>> keepOverride(Session &session, const OverrideDraft &draft);
QFuture<Result<StoredOverride>> endOverride(Session &session, OverrideId id);
QFuture<Result<PlanChoices>> planChoices(Session &session);
QFuture<Result<PlanChoices>> changePlanChoices(Session &session, const PlanChoices &choices);

} // namespace waitline::jobs
