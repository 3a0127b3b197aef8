#include "models/services/ordernotices.h"

#include "models/store/noticestore.h"

#include <algorithm>
#include <map>
#include <set>

namespace waitline {

namespace {

/// One notice tells of several lines: the latest day of each.
void widen(NewNotice &notice, QDate before, const std::optional<QDate> &after)
{
    notice.before = notice.before ? std::max(*notice.before, before) : before;
    if (after)
        notice.after = notice.after ? std::max(*notice.after, *after) : *after;
}

/// Of an order cancelled whole nothing else is left to tell.
void withdrawOfCancelled(NoticeStore &notices, const OrderView &order, OperationId operation)
{
    if (order.status() != u"cancelled")
        return;
    for (NoticeKind kind : {NoticeKind::Received, NoticeKind::DateMoved, NoticeKind::Allocated, NoticeKind::DelayConsent})
        notices.withdrawOf(order.order.id, kind, operation);
}

} // namespace

void tellCancelled(Connection &connection, const OrderView &order, OperationId operation)
{
    NoticeStore notices(connection);
    withdrawOfCancelled(notices, order, operation);
    if (order.refundDue() > 0)
        notices.prepare(operation, {NoticeKind::RefundDue, order.order.id});
    withdrawSettledRefund(connection, order, operation);
}

void withdrawSettledRefund(Connection &connection, const OrderView &order, OperationId operation)
{
    if (order.refundDue() == 0)
        NoticeStore(connection).withdrawOf(order.order.id, NoticeKind::RefundDue, operation);
}

void tellShortened(Connection &connection, const OrderView &order, OperationId operation)
{
    NoticeStore notices(connection);
    withdrawOfCancelled(notices, order, operation);
    notices.prepare(operation, {NoticeKind::Shortened, order.order.id});
}

void tellPromisesMoved(Connection &connection, OrderId order, OperationId operation)
{
    NewNotice notice{NoticeKind::DateMoved, order};
    for (const PromiseChange &change : OrderStore(connection).promisesChangedBy(operation)) {
        if (change.before && change.before != change.after)
            widen(notice, *change.before, change.after);
    }
    if (notice.before)
        NoticeStore(connection).prepare(operation, notice);
}

void tellPurchaseMoved(Connection &connection, const std::vector<AffectedLine> &affected, OperationId operation)
{
    std::map<OrderId, NewNotice> broken;
    std::set<OrderId> mended;
    for (const AffectedLine &line : affected) {
        if (line.breaksPromise())
            widen(broken.try_emplace(line.order, NewNotice{NoticeKind::DateMoved, line.order}).first->second, *line.promise,
                  line.after.isValid() ? std::optional(line.after) : std::nullopt);
        else if (line.promise && line.before > *line.promise && line.after.isValid() && line.after <= *line.promise)
            mended.insert(line.order);
    }
    NoticeStore notices(connection);
    for (OrderId order : mended)
        notices.withdrawExpected(order, operation);
    for (const auto &[order, notice] : broken)
        notices.prepare(operation, notice);
}

} // namespace waitline
