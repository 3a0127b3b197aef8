#pragma once

#include "models/charts/chartsheet.h"
#include "models/services/campaigns.h"
#include "models/services/session.h"

namespace waitline {

/// Units of a campaign's products day by day, of its own orders and of others, against the baseline before.
[[nodiscard]] Result<ChartSheet> campaignSheet(Connection &connection, const QString &code, QDate today);
/// Two campaigns by the day of each: units of their own orders so far.
[[nodiscard]] Result<ChartSheet> comparedCampaignsSheet(Connection &connection, const QString &first, const QString &second, QDate today);
/// All campaigns as a table for files.
[[nodiscard]] ChartSheet campaignsSheet(const std::vector<CampaignResult> &results, const Currency &currency, QDate today);
/// What came of campaigns, side by side: a row for each figure, a column for each campaign.
[[nodiscard]] ChartSheet campaignFigures(const std::vector<CampaignResult> &results, const Currency &currency);

namespace jobs {

QFuture<Result<ChartSheet>> campaignSheet(Session &session, const QString &code);
QFuture<Result<ChartSheet>> comparedCampaignsSheet(Session &session, const QString &first, const QString &second);

} // namespace jobs

} // namespace waitline
