#pragma once

#include "models/services/orderediting.h"
#include "models/services/session.h"
#include "ui/inverse.h"

namespace waitline {

/// What takes an order back that was just placed: it is cancelled whole.
[[nodiscard]] Inverse cancellingPlaced(Session &session, OrderId order);
/// What takes an edit back that was just saved, by an edit the other way round; none where lines were taken out, because
/// their place in line is gone.
[[nodiscard]] Inverse editingBack(Session &session, const OrderSheet &before, const OrderView &saved);

} // namespace waitline
