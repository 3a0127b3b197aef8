#include "models/store/cashstore.h"

#include "models/store/connection.h"

namespace waitline {

std::vector<CashLine> CashStore::linesWithMoney()
{
    std::vector<CashLine> lines;
    // Supply is walked along the queue: a line is covered when all up to it fit what is free and what is on order.
    Rows rows = m_connection.run(
        "SELECT l.order_id, o.paid - o.refunded, (l.ordered - l.cancelled - l.shipped) * l.unit_price, l.shipped * l.unit_price, "
        "COALESCE(w.units, 0) * l.unit_price, CASE WHEN w.upto > s.on_hand - s.allocated + s.on_order THEN 0 ELSE 1 END, "
        "l.promise_current FROM sales_order o JOIN order_line l ON l.order_id = o.id "
        "JOIN product_stock s ON s.product_id = l.product_id LEFT JOIN (SELECT order_line_id, units, "
        "CAST(SUM(units) OVER (PARTITION BY product_id ORDER BY urgency, placed_at, rank_line, sequence) AS BIGINT) AS upto "
        "FROM waiting_line) w ON w.order_line_id = l.id WHERE o.paid > o.refunded ORDER BY l.order_id, l.id");
    while (rows.next()) {
        lines.push_back({rows.id<OrderId>(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.boolean(5),
                         rows.optionalDay(6)});
    }
    return lines;
}

} // namespace waitline
