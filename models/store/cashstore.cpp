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

// The UTC day of an operation's instant; a counter-entry counts against the side of the entry it takes back.
#define WAITLINE_DAY "n.at / 86400000"
#define WAITLINE_IN "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN p.amount ELSE 0 END"
#define WAITLINE_OUT "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN 0 ELSE -p.amount END"

std::vector<OrderDeposit> CashStore::deposits(QDate from, QDate to)
{
    std::vector<OrderDeposit> orders;
    Rows rows = m_connection.run(
        "SELECT m.order_id, c.name, CAST(m.before AS BIGINT), CAST(COALESCE(s.before, 0) AS BIGINT), CAST(m.paid AS BIGINT), "
        "CAST(m.refunded AS BIGINT), CAST(COALESCE(s.value, 0) AS BIGINT) FROM (SELECT p.order_id, "
        "SUM(CASE WHEN " WAITLINE_DAY " < ? THEN p.amount ELSE 0 END) AS before, "
        "SUM(CASE WHEN " WAITLINE_DAY " >= ? THEN " WAITLINE_IN " ELSE 0 END) AS paid, "
        "SUM(CASE WHEN " WAITLINE_DAY " >= ? THEN " WAITLINE_OUT " ELSE 0 END) AS refunded "
        "FROM payment p JOIN operation n ON n.id = p.operation_id WHERE " WAITLINE_DAY " <= ? GROUP BY p.order_id) m "
        "JOIN sales_order o ON o.id = m.order_id JOIN customer c ON c.id = o.customer_id LEFT JOIN (SELECT h.order_id, "
        "SUM(CASE WHEN h.shipped_day < ? THEN d.units * x.unit_price ELSE 0 END) AS before, "
        "SUM(CASE WHEN h.shipped_day >= ? THEN d.units * x.unit_price ELSE 0 END) AS value FROM shipment h "
        "JOIN shipment_line d ON d.shipment_id = h.id JOIN order_line x ON x.id = d.order_line_id WHERE h.shipped_day <= ? "
        "GROUP BY h.order_id) s ON s.order_id = m.order_id ORDER BY m.order_id",
        from, from, from, to, from, from, to);
    while (rows.next())
        orders.push_back(
            {rows.id<OrderId>(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)});
    return orders;
}

std::vector<CashDay> CashStore::byDay()
{
    std::vector<CashDay> days;
    // An order's deposit is what it holds beyond the value shipped, day after day; the sum of its changes is the whole.
    Rows rows = m_connection.run(
        "WITH paid AS (SELECT p.order_id, " WAITLINE_DAY " AS day, SUM(p.amount) AS net, SUM(" WAITLINE_IN ") AS paid, "
        "SUM(" WAITLINE_OUT ") AS refunded FROM payment p JOIN operation n ON n.id = p.operation_id GROUP BY p.order_id, " WAITLINE_DAY
        "), left_us AS (SELECT h.order_id, h.shipped_day AS day, SUM(d.units * x.unit_price) AS value FROM shipment h "
        "JOIN shipment_line d ON d.shipment_id = h.id JOIN order_line x ON x.id = d.order_line_id GROUP BY h.order_id, h.shipped_day), "
        "happened AS (SELECT order_id, day, SUM(net) AS net FROM (SELECT order_id, day, net FROM paid UNION ALL "
        "SELECT order_id, day, -value FROM left_us WHERE order_id IN (SELECT order_id FROM paid)) AS events GROUP BY order_id, day), "
        "running AS (SELECT day, net, SUM(net) OVER (PARTITION BY order_id ORDER BY day) AS held FROM happened) "
        "SELECT day, CAST(SUM(paid) AS BIGINT), CAST(SUM(refunded) AS BIGINT), CAST(SUM(value) AS BIGINT), CAST(SUM(delta) AS BIGINT) FROM ("
        "SELECT day, paid, refunded, 0 AS value, 0 AS delta FROM paid UNION ALL SELECT day, 0, 0, value, 0 FROM left_us UNION ALL "
        "SELECT day, 0, 0, 0, (CASE WHEN held > 0 THEN held ELSE 0 END) - (CASE WHEN held > net THEN held - net ELSE 0 END) FROM running"
        ") AS days GROUP BY day ORDER BY day");
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)});
    return days;
}

} // namespace waitline
