#include "models/services/orderlist.h"

#include "models/services/unitofwork.h"

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

} // namespace

Result<std::vector<OrderId>> listOrders(Connection &connection, const OrderQuestion &question)
{
    return readIn(connection, [&] { return OrderListStore(connection).ids(question.filter, question.sort, question.descending); });
}

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

Result<std::vector<OrderRow>> orderRows(Connection &connection, const std::vector<OrderId> &orders)
{
    return readIn(connection, [&] {
        OrderStore store(connection);
        std::vector<OrderRow> rows;
        for (OrderId id : orders) {
            if (const auto order = store.find(id))
                rows.push_back(rowOf(*order, store.lines(id)));
        }
        return rows;
    });
}

Result<QStringList> listCampaigns(Connection &connection)
{
    return readIn(connection, [&] { return OrderListStore(connection).campaigns(); });
}

} // namespace waitline
