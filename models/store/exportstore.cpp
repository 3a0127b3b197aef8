#include "models/store/exportstore.h"

#include "models/store/connection.h"

namespace waitline {

void ExportStore::orderLines(const Tell &tell)
{
    Rows rows = m_connection.run(
        "SELECT COALESCE(o.reference, 'order-' || o.id), c.name, c.email, c.country, o.placed_at, p.sku, p.name, l.ordered, l.unit_price, "
        "o.priority, o.ship_complete, l.promise_current, l.cancelled, l.shipped, o.paid, o.refunded, COALESCE(k.code, ''), o.note, o.id, "
        "l.id, COALESCE(a.units, 0), COALESCE(w.units, 0), l.preorder FROM sales_order o JOIN order_line l ON l.order_id = o.id "
        "JOIN customer c ON c.id = o.customer_id JOIN product p ON p.id = l.product_id LEFT JOIN campaign k ON k.id = o.campaign_id "
        "LEFT JOIN waiting_line w ON w.product_id = l.product_id AND w.urgency = COALESCE(l.moved_urgency, -o.priority) "
        "AND w.placed_at = COALESCE(l.moved_at, o.placed_at) AND w.rank_line = COALESCE(l.moved_line, l.id) "
        "AND w.sequence = COALESCE(l.moved_sequence, 0) "
        "LEFT JOIN allocated_line a ON a.product_id = l.product_id AND a.urgency = COALESCE(l.moved_urgency, -o.priority) "
        "AND a.placed_at = COALESCE(l.moved_at, o.placed_at) AND a.rank_line = COALESCE(l.moved_line, l.id) "
        "AND a.sequence = COALESCE(l.moved_sequence, 0) ORDER BY o.id, l.id");
    while (rows.next())
        tell(rows);
}

void ExportStore::ledger(const Tell &tell)
{
    Rows rows = m_connection.run("SELECT g.id, g.operation_id, n.at, n.kind, n.actor, n.reason, p.sku, g.cause, g.on_hand_delta, "
                                 "g.allocated_delta, g.policy, g.units_seen FROM stock_ledger g JOIN operation n ON n.id = g.operation_id "
                                 "JOIN product p ON p.id = g.product_id ORDER BY g.id");
    while (rows.next())
        tell(rows);
}

void ExportStore::demand(const Tell &tell)
{
    Rows rows = m_connection.run(
        "SELECT d.day, p.sku, p.name, CAST(SUM(d.ordered) AS BIGINT), CAST(SUM(d.preorder) AS BIGINT), CAST(SUM(d.backorder) AS BIGINT), "
        "CAST(SUM(d.value) AS BIGINT), CAST(SUM(d.sold) AS BIGINT), CAST(SUM(d.sold_value) AS BIGINT) FROM ("
        "SELECT product_id, day, ordered_units AS ordered, preorder_units AS preorder, backorder_units AS backorder, ordered_value AS value, "
        "0 AS sold, 0 AS sold_value FROM demand_day UNION ALL "
        "SELECT product_id, sold_day, 0, 0, 0, 0, units, units * unit_price FROM sales_history) AS d JOIN product p ON p.id = d.product_id "
        "GROUP BY d.day, p.id, p.sku, p.name ORDER BY d.day, p.id");
    while (rows.next())
        tell(rows);
}

} // namespace waitline
