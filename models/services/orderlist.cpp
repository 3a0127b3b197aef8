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

/// An order with units set aside may have to wait all the same.
void lookForBlocker(Connection &connection, OrderRow &row, const ShippingTerms &terms)
{
    const auto ready = row.allocated > 0 ? ReadyStore(connection).find(row.order.id) : std::nullopt;
    const auto blocker = ready ? shippingBlocker(ready->shipping, terms) : std::nullopt;
    if (!blocker)
        return;
    row.state = OrderState::KeptBack;
    row.blocker = *blocker;
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
            lookForBlocker(connection, rows.back(), terms);
        }
        return rows;
    });
}

void tellState(Connection &connection, OrderView &order, QDate today)
{
    std::vector<StoredOrderLine> lines;
    for (const OrderLineView &line : order.lines)
        lines.push_back(line.line);
    OrderRow row = rowOf(order.order, lines);
    lookForBlocker(connection, row, shippingTerms(connection, today));
    order.state = row.state;
    order.blocker = row.blocker;
}

Result<QStringList> listCampaigns(Connection &connection)
{
    return readIn(connection, [&] { return OrderListStore(connection).campaigns(); });
}

} // namespace waitline
