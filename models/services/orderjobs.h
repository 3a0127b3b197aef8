#pragma once

#include "models/services/orderediting.h"
#include "models/services/orderpreview.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/session.h"
#include "models/services/shippingservice.h"

/// What the desk does with orders and their money, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<OrderView>> placeOrder(Session &session, const OrderDraft &draft);
QFuture<Result<OrderPreview>> previewOrder(Session &session, const OrderDraft &draft);
QFuture<Result<EditOutcome>> editOrder(Session &session, const OrderEdit &edit);
QFuture<Result<OrderView>> rehearseEdit(Session &session, const OrderEdit &edit);
QFuture<Result<Done>> recordUnwaited(Session &session, const std::vector<UnwaitedUnits> &unwaited, const QString &customer);
QFuture<Result<OrderView>> showOrder(Session &session, OrderId order);
QFuture<Result<OrderView>> cancelOrder(Session &session, OrderId order, std::optional<OrderLineId> line, std::optional<Units> units,
                                       const QString &reason);
QFuture<Result<OrderView>> amendOrder(Session &session, OrderId order, OrderLineId line, Units units);
QFuture<Result<OrderView>> setPriority(Session &session, OrderId order, int priority, const QString &reason);
QFuture<Result<OrderView>> pay(Session &session, OrderId order, Money amount, const PaymentMeans &means);
QFuture<Result<OrderView>> refund(Session &session, OrderId order, Money amount, const PaymentMeans &means);
/// Takes an entry of the payment journal back.
QFuture<Result<OrderView>> reversePayment(Session &session, PaymentId payment, const QString &reason);
QFuture<Result<ShipmentView>> ship(Session &session, OrderId order);

} // namespace waitline::jobs
