#include "models/services/planjobs.h"

namespace waitline::jobs {

QFuture<Result<Plan>> plan(Session &session)
{
    return session.read([](Connection &c) { return PlanService(c).last(); });
}

QFuture<Result<Plan>> makePlan(Session &session)
{
    return session.runLong(
        [caller = session.caller()](Connection &c, const Progress &progress) { return PlanService(c).make(caller, progress); });
}

QFuture<Result<std::vector<PurchaseDraftId>>> keepPurchaseDrafts(Session &session, const std::vector<StoredSuggestion> &suggestions)
{
    return session.write(
        [suggestions, caller = session.caller()](Connection &c) { return PlanService(c).keepDrafts(suggestions, caller); });
}

QFuture<Result<Done>> discardPurchaseDrafts(Session &session, const std::vector<PurchaseDraftId> &drafts)
{
    return session.write([drafts, caller = session.caller()](Connection &c) { return PlanService(c).discardDrafts(drafts, caller); });
}

QFuture<Result<ProductForecast>> productForecast(Session &session, const ForecastQuestion &question)
{
    return session.report([question, today = session.today()](Connection &c) { return waitline::productForecast(c, question, today); });
}

QFuture<Result<StoredOverride>> keepOverride(Session &session, const OverrideDraft &draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return OverrideService(c).keep(draft, caller); });
}

QFuture<Result<StoredOverride>> endOverride(Session &session, OverrideId id)
{
    return session.write([id, caller = session.caller()](Connection &c) { return OverrideService(c).end(id, {}, caller); });
}

QFuture<Result<PlanChoices>> planChoices(Session &session)
{
    return session.read([](Connection &c) { return readPlanChoices(c); });
}

QFuture<Result<PlanChoices>> changePlanChoices(Session &session, const PlanChoices &choices)
{
    return session.write([choices, caller = session.caller()](Connection &c) { return waitline::changePlanChoices(c, choices, caller); });
}

} // namespace waitline::jobs
