#pragma once

#include "models/charts/chartsheet.h"

namespace waitline {

/// The orders behind a figure as a table.
[[nodiscard]] ChartSheet behindSheet(const OrdersBehind &orders);

} // namespace waitline
