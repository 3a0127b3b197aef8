#pragma once

#include "models/store/checkrules.h"

namespace waitline {

/// Units that left and have not come back, document by document: shipments that stand, less what customers returned.
#define WAITLINE_SHIPPED_UNITS                                                                                                             \
    "SELECT x.order_line_id, x.product_id, x.units FROM shipment_line x JOIN shipment y ON y.id = x.shipment_id "                          \
    "WHERE y.voided_by IS NULL UNION ALL SELECT order_line_id, product_id, -(to_stock + scrapped) FROM customer_return"

/// The rules of the dock: void shipments, returns and damage.
[[nodiscard]] const std::vector<CheckRule> &dockRules();

} // namespace waitline
