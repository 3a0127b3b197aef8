#pragma once

#include "models/services/orderediting.h"
#include "models/services/orderlist.h"
#include "models/services/orderpreview.h"
#include "models/services/orderservice.h"
#include "models/services/orderstory.h"
#include "models/services/paymentservice.h"
#include "models/services/session.h"
#include "models/services/shippingservice.h"

/// What the desk does with orders and their money, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

/// `attempt` names the form: what was refused under it before and is sold now was not refused. Empty: none before.
QFuture<Result<OrderView>> placeOrder(Session &session, const OrderDraft &draft, const QString &attempt = {});
QFuture<Result<OrderPreview>> previewOrder(Session &session, const OrderDraft &draft);
QFuture<Result<EditOutcome>> editOrder(Session &session, const OrderEdit &edit, const QString &attempt = {});
QFuture<Result<OrderView>> rehearseEdit(Session &session, const OrderEdit &edit);
QFuture<Result<Done>> recordUnwaited(Session &session, const std::vector<UnwaitedUnits> &unwaited, const QString &customer);
/// Orders by number, reference or customer for a picker, the one of that number first and then the newest; at most `limit`.
QFuture<Result<std::vector<OrderRow>>> findOrders(Session &session, const QString &text, int limit);
QFuture<Result<OrderView>> showOrder(Session &session, OrderId order);
QFuture<Result<OrderView>> cancelOrder(Session &session, OrderId order, std::optional<OrderLineId> line, std::optional<Units> units,
                                       const QString &reason);
QFuture<Result<OrderView>> amendOrder(Session &session, OrderId order, OrderLineId line, Units units);
/// Takes the order's last cancellation back.
QFuture<Result<OrderView>> undoCancel(Session &session, OrderId order, const QString &reason);
QFuture<Result<OrderView>> splitLine(Session &session, OrderId order, OrderLineId line, Units units);
/// Joins the line with what was split off it last.
QFuture<Result<OrderView>> undoSplit(Session &session, OrderId order, OrderLineId line, const QString &reason);
QFuture<Result<OrderView>> setPriority(Session &session, OrderId order, int priority, const QString &reason);

/// A move with the names of those who stand further back for it.
struct NamedMove {
    MoveOutcome outcome;
    QStringList customers; ///< of `outcome.pushedBack`, as many as are named
};
QFuture<Result<NamedMove>> previewMove(Session &session, OrderLineId line, qint64 place);
QFuture<Result<MoveOutcome>> moveLine(Session &session, OrderLineId line, qint64 place, const QString &reason);
QFuture<Result<MoveOutcome>> undoMove(Session &session, OrderLineId line, const QString &reason);

QFuture<Result<std::vector<StoryEntry>>> orderStory(Session &session, OrderId order);
QFuture<Result<std::vector<ServedInstead>>> servedInstead(Session &session, OrderLineId line);
QFuture<Result<QStringList>> campaigns(Session &session);

QFuture<Result<OrderView>> pay(Session &session, OrderId order, Money amount, const PaymentMeans &means);
QFuture<Result<OrderView>> refund(Session &session, OrderId order, Money amount, const PaymentMeans &means);
/// Takes an entry of the payment journal back.
QFuture<Result<OrderView>> reversePayment(Session &session, PaymentId payment, const QString &reason);
/// The same for the order's last standing entry of an amount, < 0 for money given back.
QFuture<Result<OrderView>> reverseLastPayment(Session &session, OrderId order, Money amount, const QString &reason);
QFuture<Result<ShipmentView>> ship(Session &session, OrderId order);

} // namespace waitline::jobs
