#include "models/services/orderjobs.h"

#include "models/services/promiserules.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline::jobs {

namespace {

Caller callerOf(const Session &session, const QString &attempt)
{
    Caller caller = session.caller();
    caller.uuid = attempt;
    return caller;
}

} // namespace

QFuture<Result<OrderView>> placeOrder(Session &session, const OrderDraft &draft, const QString &attempt)
{
    return session.write([draft, caller = callerOf(session, attempt)](Connection &c) -> Result<OrderView> {
        if (const auto may = mayPromise(c, draft, caller.today()); !may)
            return may.error();
        return OrderService(c).place(draft, caller);
    });
}

QFuture<Result<OrderPreview>> previewOrder(Session &session, const OrderDraft &draft)
{
    return session.read([draft, caller = session.caller()](Connection &c) { return waitline::previewOrder(c, draft, caller); });
}

QFuture<Result<EditOutcome>> editOrder(Session &session, const OrderEdit &edit, const QString &attempt)
{
    return session.write([edit, caller = callerOf(session, attempt)](Connection &c) -> Result<EditOutcome> {
        if (const auto may = mayPromise(c, edit, caller.today()); !may)
            return may.error();
        return OrderEditing(c).save(edit, caller);
    });
}

QFuture<Result<OrderView>> rehearseEdit(Session &session, const OrderEdit &edit)
{
    return session.write([edit, caller = session.caller()](Connection &c) { return OrderEditing(c).rehearse(edit, caller); });
}

QFuture<Result<Done>> recordUnwaited(Session &session, const std::vector<UnwaitedUnits> &unwaited, const QString &customer)
{
    return session.write([=, caller = session.caller()](Connection &c) { return waitline::recordUnwaited(c, unwaited, customer, caller); });
}

QFuture<Result<std::vector<OrderRow>>> findOrders(Session &session, const QString &text, int limit)
{
    return session.read([text, limit, today = session.today()](Connection &c) -> Result<std::vector<OrderRow>> {
        OrderQuestion question;
        question.filter.text = text;
        const auto found = listOrders(c, question, today);
        if (!found)
            return found.error();
        std::vector<OrderId> orders = *found;
        const OrderId number{text.trimmed().toLongLong()};
        std::stable_partition(orders.begin(), orders.end(), [&](OrderId order) { return order == number; });
        orders.resize(std::min(orders.size(), size_t(limit)));
        return orderRows(c, orders, today);
    });
}

QFuture<Result<OrderView>> showOrder(Session &session, OrderId order)
{
    return session.read([order, caller = session.caller()](Connection &c) -> Result<OrderView> {
        const auto view = OrderService(c).show(order, caller);
        if (!view)
            return view;
        OrderView told = *view;
        if (const auto rows = orderRows(c, {order}, caller.today()); rows && !rows->empty()) {
            told.state = rows->front().state;
            told.blocker = rows->front().blocker;
        }
        return told;
    });
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

QFuture<Result<OrderView>> undoCancel(Session &session, OrderId order, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).undoCancel(order, reason, caller); });
}

QFuture<Result<OrderView>> splitLine(Session &session, OrderId order, OrderLineId line, Units units)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).split(order, line, units, caller); });
}

QFuture<Result<OrderView>> undoSplit(Session &session, OrderId order, OrderLineId line, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).undoSplit(order, line, reason, caller); });
}

QFuture<Result<NamedMove>> previewMove(Session &session, OrderLineId line, qint64 place)
{
    constexpr size_t mostNamed = 50;
    return session.write([=, caller = session.caller()](Connection &c) -> Result<NamedMove> {
        const auto outcome = OrderService(c).previewMove(line, place, caller);
        if (!outcome)
            return outcome.error();
        return readIn(c, [&] {
            NamedMove move{*outcome, {}};
            for (size_t i = 0; i < std::min(mostNamed, outcome->pushedBack.size()); ++i)
                move.customers += OrderStore(c).find(outcome->pushedBack[i].order)->customerName;
            return move;
        });
    });
}

QFuture<Result<MoveOutcome>> moveLine(Session &session, OrderLineId line, qint64 place, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).moveTo(line, place, reason, caller); });
}

QFuture<Result<MoveOutcome>> undoMove(Session &session, OrderLineId line, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return OrderService(c).undoMove(line, reason, caller); });
}

QFuture<Result<std::vector<StoryEntry>>> orderStory(Session &session, OrderId order)
{
    return session.read([order](Connection &c) { return waitline::orderStory(c, order); });
}

QFuture<Result<std::vector<ServedInstead>>> servedInstead(Session &session, OrderLineId line)
{
    return session.read([line](Connection &c) { return whoWasServedInstead(c, line); });
}

QFuture<Result<QStringList>> campaigns(Session &session)
{
    return session.read([](Connection &c) { return listCampaigns(c); });
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

QFuture<Result<OrderView>> reverseLastPayment(Session &session, OrderId order, Money amount, const QString &reason)
{
    constexpr qint64 latest = 100;
    return session.write([=, caller = session.caller()](Connection &c) -> Result<OrderView> {
        PaymentFilter ofOrder;
        ofOrder.order = order;
        const auto entries = PaymentService(c).journal(ofOrder, 0, latest);
        if (!entries)
            return entries.error();
        for (const StoredPayment &entry : *entries) {
            if (entry.isStanding() && entry.amount == amount)
                return PaymentService(c).reverse(entry.id, reason, caller);
        }
        return refused(QStringLiteral("payment"), QCoreApplication::translate("Payments", "The entry was taken back already."));
    });
}

QFuture<Result<ShipmentView>> ship(Session &session, OrderId order)
{
    return session.write([order, caller = session.caller()](Connection &c) { return ShippingService(c).ship(order, {}, caller); });
}

} // namespace waitline::jobs
