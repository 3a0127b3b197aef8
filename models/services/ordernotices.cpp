#include "models/services/ordernotices.h"

#include "models/store/noticestore.h"

#include <algorithm>

namespace waitline {

void tellCancelled(Connection &connection, const OrderView &order, OperationId operation)
{
    NoticeStore notices(connection);
    if (order.status() == u"cancelled") {
        for (NoticeKind kind : {NoticeKind::Received, NoticeKind::DateMoved, NoticeKind::Allocated, NoticeKind::DelayConsent})
            notices.withdrawOf(order.order.id, kind, operation);
    }
    if (order.refundDue() > 0)
        notices.prepare(operation, {NoticeKind::RefundDue, order.order.id});
}

void tellPromisesMoved(Connection &connection, OrderId order, OperationId operation)
{
    NewNotice notice{NoticeKind::DateMoved, order};
    for (const PromiseChange &change : OrderStore(connection).promisesChangedBy(operation)) {
        if (!change.before || *change.before == change.after)
            continue;
        notice.before = notice.before ? std::max(*notice.before, *change.before) : *change.before;
        notice.after = notice.after ? std::max(*notice.after, change.after) : change.after;
    }
    if (notice.before)
        NoticeStore(connection).prepare(operation, notice);
}

} // namespace waitline
