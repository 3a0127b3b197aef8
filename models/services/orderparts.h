#pragma once

#include "models/services/orderplacing.h"
#include "models/store/orderstore.h"

namespace waitline {

/// What the parts of OrderService share. Used inside a write transaction; they throw Refusal.

[[nodiscard]] QueueLine queueLine(const StoredOrderLine &line, Units units);
[[nodiscard]] StoredOrderLine lineOf(const std::vector<StoredOrderLine> &lines, OrderId order, OrderLineId id);
/// The product as more units of a line meet it: under whole-lines what waits already keeps them waiting too.
[[nodiscard]] StoredProduct asSeenBy(const StoredOrderLine &line, StoredProduct product);
void mustSayWhy(const QString &reason);

} // namespace waitline
