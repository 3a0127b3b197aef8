#pragma once

#include "models/store/checkrules.h"

namespace waitline {

/// The rules of campaigns and of the money orders hold.
[[nodiscard]] const std::vector<CheckRule> &campaignRules();

} // namespace waitline
