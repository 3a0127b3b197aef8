#pragma once

#include "models/services/campaigns.h"

#include <QJsonObject>

namespace waitline {

/// A campaign with what came of it.
[[nodiscard]] QJsonObject campaignView(const CampaignResult &result, const Currency &currency);

} // namespace waitline
