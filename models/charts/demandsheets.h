#pragma once

#include "models/charts/demandquestion.h"

namespace waitline {

// The charts of demand, each read and put in words.

[[nodiscard]] Result<ChartSheet> productsSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> overTimeSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> compareSheet(Connection &connection, const DemandQuestion &question);

} // namespace waitline
