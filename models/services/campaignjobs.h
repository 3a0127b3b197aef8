#pragma once

#include "models/services/campaigns.h"
#include "models/services/session.h"

/// Campaigns, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<std::vector<CampaignResult>>> campaignResults(Session &session);
/// Adds it, or changes the one of this code.
QFuture<Result<CampaignTerms>> saveCampaign(Session &session, const CampaignTerms &terms, bool isNew);
QFuture<Result<qint64>> assignToCampaign(Session &session, const QString &code, const std::vector<OrderId> &orders);

} // namespace waitline::jobs
