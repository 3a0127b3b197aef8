#include "models/services/orderjobs.h"

namespace waitline::jobs {

QFuture<Result<OrderView>> placeOrder(Session &session, const OrderDraft &draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return OrderService(c).place(draft, caller); });
}

QFuture<Result<OrderPreview>> previewOrder(Session &session, const OrderDraft &draft)
{
    return session.read([draft, caller = session.caller()](Connection &c) { return waitline::previewOrder(c, draft, caller); });
}

QFuture<Result<EditOutcome>> editOrder(Session &session, const OrderEdit &edit)
{
    return session.write([edit, caller = session.caller()](Connection &c) { return OrderEditing(c).save(edit, caller); });
}

QFuture<Result<OrderView>> rehearseEdit(Session &session, const OrderEdit &edit)
{
    return session.write([edit, caller = session.caller()](Connection &c) { return OrderEditing(c).rehearse(edit, caller); });
}

QFuture<Result<Done>> recordUnwaited(Session &session, const std::vector<UnwaitedUnits> &unwaited, const QString &customer)
{
    return session.write([=, caller = session.caller()](Connection &c) { return waitline::recordUnwaited(c, unwaited, customer, caller); });
}

QFuture<Result<OrderView>> showOrder(Session &session, OrderId order)
{
    return session.read([order, caller = session.caller()](Connection &c) { return OrderService(c).show(order, caller); });
}

QFuture<Result<OrderView>> cancelOrder(Session &session, OrderId order, std::optional<OrderLineId> line, std::optional<Units> units,
                                       const QString &reason)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return OrderService(c).cancel(order, line, units, reason, caller); });
}

QFuture<Result<OrderView>> amendOrder(Session &session, OrderId order, OrderLineId line, Units units)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).amend(order, line, units, caller); });
}

QFuture<Result<OrderView>> setPriority(Session &session, OrderId order, int priority, const QString &reason)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return OrderService(c).setPriority(order, priority, reason, caller); });
}

QFuture<Result<OrderView>> pay(Session &session, OrderId order, Money amount, const PaymentMeans &means)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PaymentService(c).pay(order, amount, means, caller); });
}

QFuture<Result<OrderView>> refund(Session &session, OrderId order, Money amount, const PaymentMeans &means)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PaymentService(c).refund(order, amount, means, caller); });
}

QFuture<Result<OrderView>> reversePayment(Session &session, PaymentId payment, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PaymentService(c).reverse(payment, reason, caller); });
}

QFuture<Result<ShipmentView>> ship(Session &session, OrderId order)
{
    return session.write([order, caller = session.caller()](Connection &c) { return ShippingService(c).ship(order, {}, caller); });
}

} // namespace waitline::jobs
