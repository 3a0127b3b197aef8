// Why units went to another line and not to this one.
#include "models/domain/daytext.h"
#include "models/domain/unitstext.h"
#include "models/services/orderstory.h"
#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

constexpr int mostShown = 8;

QString sentence(const char *text) { return QCoreApplication::translate("Story", text); }

QString byHand(const QString &what, const QString &reason) { return reason.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, reason); }

/// The other line is ranked ahead: by what.
QString whyAhead(StoryStore &store, const StoredOrderLine &other, const StoredOrder &otherOrder, const StoredOrderLine &line,
                 const StoredOrder &order)
{
    if (other.rank.isMoved())
        return byHand(sentence("it was moved in line by hand"), store.reasonOfLastMove(other.id));
    if (line.rank.isMoved())
        return byHand(sentence("this line was moved in line by hand"), store.reasonOfLastMove(line.id));
    if (otherOrder.priority > order.priority)
        return sentence("its priority is %1, this order's is %2").arg(otherOrder.priority).arg(order.priority);
    if (dayOf(otherOrder.placedAt) < dayOf(order.placedAt))
        return sentence("it was ordered earlier, on %1").arg(dayText(dayOf(otherOrder.placedAt)));
    return sentence("it was ordered earlier the same day");
}

/// The other line is ranked behind, and was served all the same.
QString whyFromBehind(const ServedTo &served, const StoredOrderLine &line)
{
    switch (served.policy.value_or(AllocationPolicy::FirstCome)) {
    case AllocationPolicy::WholeLines:
        return sentence("only whole lines were served, and what was free did not cover the %1 of this one").arg(unitsText(line.waiting));
    case AllocationPolicy::FairShare: return sentence("everybody in line got a fair share");
    case AllocationPolicy::OneEach: return sentence("everybody in line got one in turn");
    case AllocationPolicy::PaidFirst: return sentence("paid deposits came first");
    case AllocationPolicy::FirstCome: return sentence("this line stood behind it then, or waited for nothing");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<std::vector<ServedInstead>> whoWasServedInstead(Connection &connection, OrderLineId id)
{
    return readIn(connection, [&] {
        OrderStore orders(connection);
        const auto line = orders.line(id);
        if (!line)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        const StoredOrder order = *orders.find(line->order);
        StoryStore store(connection);
        std::vector<ServedInstead> result;
        for (const ServedTo &served : store.servedToOthers(line->product, id, order.placedAt, mostShown)) {
            const StoredOrderLine other = *orders.line(served.line);
            const StoredOrder otherOrder = *orders.find(other.order);
            const OperationStamp stamp = store.operation(served.operation).value_or(OperationStamp{});
            result.push_back({otherOrder.id, otherOrder.customerName, served.units, stamp.at,
                              other.rank < line->rank ? whyAhead(store, other, otherOrder, *line, order) : whyFromBehind(served, *line)});
        }
        return result;
    });
}

} // namespace waitline
