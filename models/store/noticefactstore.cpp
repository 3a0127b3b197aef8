#include "models/store/noticefactstore.h"

#include "models/store/connection.h"

namespace waitline {

NoticeFactStore::UnitsOfLines NoticeFactStore::allocated(OrderId order, const std::vector<OperationId> &operations)
{
    UnitsOfLines units;
    for (OperationId operation : operations) {
        Rows rows =
            m_connection.run("SELECT l.id, CAST(SUM(a.units) AS BIGINT) FROM stock_ledger g JOIN allocation a ON a.ledger_id = g.id "
                             "JOIN order_line l ON l.id = a.order_line_id WHERE g.operation_id = ? AND g.cause = 'serve' "
                             "AND l.order_id = ? GROUP BY l.id",
                             operation, order);
        while (rows.next())
            units[rows.id<OrderLineId>(0)] += rows.integer(1);
    }
    return units;
}

NoticeFactStore::UnitsOfLines NoticeFactStore::cancelled(OrderId order, const std::vector<OperationId> &operations)
{
    UnitsOfLines units;
    for (OperationId operation : operations) {
        Rows rows =
            m_connection.run("SELECT l.id, CAST(SUM(c.units) AS BIGINT) FROM order_line l JOIN cancellation c ON c.order_line_id = l.id "
                             "WHERE l.order_id = ? AND c.operation_id = ? GROUP BY l.id",
                             order, operation);
        while (rows.next())
            units[rows.id<OrderLineId>(0)] += rows.integer(1);
    }
    return units;
}

NoticeFactStore::UnitsOfLines NoticeFactStore::lowered(OrderId order, OperationId first)
{
    UnitsOfLines units;
    Rows rows = m_connection.run("SELECT e.order_line_id, CAST(e.value_before AS BIGINT), CAST(e.value_after AS BIGINT) FROM order_edit e "
                                 "JOIN operation p ON p.id = e.operation_id WHERE e.order_id = ? AND e.operation_id >= ? "
                                 "AND e.field = 'units' AND p.kind IN ('amend', 'edit')",
                                 order, first);
    while (rows.next())
        units[rows.id<OrderLineId>(0)] += rows.integer(1) - rows.integer(2);
    std::erase_if(units, [](const auto &line) { return line.second <= 0; });
    return units;
}

NoticeFactStore::Shipped NoticeFactStore::shipped(OrderId order, const std::vector<OperationId> &operations)
{
    Shipped shipped;
    for (OperationId operation : operations) {
        shipped.consumed +=
            m_connection.integer("SELECT CAST(COALESCE(SUM(consumed), 0) AS BIGINT) FROM shipment WHERE order_id = ? AND operation_id = ?",
                                 order, operation);
        Rows rows = m_connection.run("SELECT d.order_line_id, d.units FROM shipment h JOIN shipment_line d ON d.shipment_id = h.id "
                                     "WHERE h.order_id = ? AND h.operation_id = ?",
                                     order, operation);
        while (rows.next())
            shipped.units[rows.id<OrderLineId>(0)] += rows.integer(1);
    }
    return shipped;
}

} // namespace waitline
