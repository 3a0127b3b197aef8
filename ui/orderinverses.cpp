#include "ui/orderinverses.h"

#include "models/services/orderjobs.h"
#include "ui/orderdrafts.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("OrderInverses", text); }
} // namespace

Inverse cancellingPlaced(Session &session, OrderId order)
{
    return [&session, order] {
        return jobs::cancelOrder(session, order, {}, {}, sentence("Taken back as soon as it was placed"))
            .then([currency = session.currency()](const Result<OrderView> &gone) -> Result<QString> {
                return gone ? Result<QString>(whatIsLeft(*gone, currency)) : Result<QString>(gone.error());
            });
    };
}

Inverse editingBack(Session &session, const OrderSheet &before, const OrderView &saved)
{
    const OrderSheet now = sheetOf(saved);
    const auto differences = changes(before, now);
    if (std::any_of(differences.begin(), differences.end(), [](const SheetChange &change) { return change.field == OrderField::Removed; }))
        return {};
    const OrderEdit back{saved.order.id, now, before, sentence("Taken back at once")};
    return [&session, back] {
        return jobs::editOrder(session, back, OrderDrafts::freshId())
            .then([order = back.order](const Result<EditOutcome> &outcome) -> Result<QString> {
                if (!outcome)
                    return outcome.error();
                if (!outcome->saved)
                    return refused("order", sentence("Order %1 was changed again since: edit it.").arg(order.value));
                return sentence("Order %1 is as before.").arg(order.value);
            });
    };
}

} // namespace waitline
