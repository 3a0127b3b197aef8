#pragma once

#include "models/charts/demandquestion.h"

namespace waitline {

// The charts of demand, each read and put in words.

[[nodiscard]] Result<ChartSheet> productsSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> overTimeSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> compareSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> waitingAgeSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> bookingsSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> fillRateSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> refusedSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> withdrawnSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> keepRateSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> seasonSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> classesSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> buyersSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> togetherSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> promoteSheet(Connection &connection, const DemandQuestion &question);
[[nodiscard]] Result<ChartSheet> clearSheet(Connection &connection, const DemandQuestion &question);

} // namespace waitline
