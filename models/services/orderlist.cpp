#include "models/services/orderlist.h"

#include "models/services/shippingservice.h"
#include "models/services/unitofwork.h"
#include "models/store/readystore.h"

namespace waitline {

namespace {

OrderState stateOf(const OrderRow &row)
{
    if (row.waiting > 0)
        return row.allocated > 0 ? OrderState::PartReady : OrderState::Waiting;
    if (row.allocated > 0)
        return OrderState::Ready;
    return row.shipped > 0 ? OrderState::Shipped : OrderState::Cancelled;
}

/// Added up from its lines.
OrderRow rowOf(const StoredOrder &order, const std::vector<StoredOrderLine> &lines)
{
    OrderRow row;
    row.order = order;
    for (const StoredOrderLine &line : lines) {
        row.ordered += line.ordered;
        row.waiting += line.waiting;
        row.allocated += line.allocated;
        row.shipped += line.shipped;
        row.total += line.active() * line.unitPrice;
        if (line.promise && line.active() > line.shipped)
            row.promise = row.promise ? std::min(*row.promise, *line.promise) : *line.promise;
    }
    row.state = stateOf(row);
    return row;
}

} // namespace

Result<std::vector<OrderId>> listOrders(Connection &connection, const OrderQuestion &question, QDate today)
{
    return readIn(connection, [&] {
        return OrderListStore(connection).ids(question.filter, question.sort, question.descending, shippingTerms(connection, today));
    });
}

Result<std::vector<OrderRow>> orderRows(Connection &connection, const std::vector<OrderId> &orders, QDate today)
{
    return readIn(connection, [&] {
        OrderStore store(connection);
        const ShippingTerms terms = shippingTerms(connection, today);
        std::vector<OrderRow> rows;
        for (OrderId id : orders) {
            const auto order = store.find(id);
            if (!order)
                continue;
            rows.push_back(rowOf(*order, store.lines(id)));
            const auto ready = rows.back().allocated > 0 ? ReadyStore(connection).find(id) : std::nullopt;
            const auto blocker = ready ? shippingBlocker(ready->shipping, terms) : std::nullopt;
            if (blocker) {
                rows.back().state = OrderState::KeptBack;
                rows.back().blocker = *blocker;
            }
        }
        return rows;
    });
}

void tellState(Connection &connection, OrderView &order, QDate today)
{
    const auto rows = orRefuse(orderRows(connection, {order.order.id}, today));
    if (rows.empty())
        return;
    order.state = rows.front().state;
    order.blocker = rows.front().blocker;
}

Result<QStringList> listCampaigns(Connection &connection)
{
    return readIn(connection, [&] { return OrderListStore(connection).campaigns(); });
}

} // namespace waitline
