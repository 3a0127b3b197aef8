#pragma once

#include "models/services/orderview.h"
#include "models/services/purchasepegs.h"

namespace waitline {

/// Notices that changes of an order prepare, inside their operation.

/// Units were taken out of the order, which stands as `order` now: money may be due back, and of an order cancelled
/// whole nothing else is left to tell.
void tellCancelled(Connection &connection, const OrderView &order, OperationId operation);
/// Where no money is to be paid back any more, that it is due is not told either.
void withdrawSettledRefund(Connection &connection, const OrderView &order, OperationId operation);
/// The order loses units because fewer come than were sold: what stays, and money due back, is told with it.
void tellShortened(Connection &connection, const OrderView &order, OperationId operation);
/// The promises the operation moved are told of, once for the order.
void tellPromisesMoved(Connection &connection, OrderId order, OperationId operation);
/// The day of a purchase moved: promises it breaks are told of, and what was to be told of those it keeps again is not.
void tellPurchaseMoved(Connection &connection, const std::vector<AffectedLine> &affected, OperationId operation);

} // namespace waitline
