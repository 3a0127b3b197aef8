#include "models/store/cashstore.h"

#include "models/store/connection.h"

#include <algorithm>
#include <map>

namespace waitline {

std::vector<CashLine> CashStore::linesWithMoney()
{
    std::vector<CashLine> lines;
    // Supply is walked along the queue: a line is covered when all up to it fit what is free and what is on order.
    Rows rows = m_connection.run(
        "SELECT l.order_id, l.id, o.paid - o.refunded, l.ordered - l.cancelled - l.shipped, (l.ordered - l.cancelled - l.shipped) * l.unit_price, l.shipped * l.unit_price, "
        "COALESCE(w.units, 0) * l.unit_price, CASE WHEN w.upto > s.on_hand - s.allocated + s.on_order THEN 0 ELSE 1 END, "
        "l.promise_current FROM sales_order o JOIN order_line l ON l.order_id = o.id "
        "JOIN product_stock s ON s.product_id = l.product_id LEFT JOIN (SELECT order_line_id, units, "
        "CAST(SUM(units) OVER (PARTITION BY product_id ORDER BY urgency, placed_at, rank_line, sequence) AS BIGINT) AS upto "
        "FROM waiting_line) w ON w.order_line_id = l.id WHERE o.paid > o.refunded ORDER BY l.order_id, l.id");
    while (rows.next()) {
        lines.push_back({rows.id<OrderId>(0), rows.id<OrderLineId>(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5),
                         rows.integer(6), rows.boolean(7), rows.optionalDay(8)});
    }
    return lines;
}

// The UTC day of an operation's instant; a counter-entry counts against the side of the entry it takes back.
#define WAITLINE_DAY "n.at / 86400000"
#define WAITLINE_IN "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN p.amount ELSE 0 END"
#define WAITLINE_OUT "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN 0 ELSE -p.amount END"

// The value that left, day by day: shipments that stand, less what customers returned.
#define WAITLINE_LEFT                                                                                                                        \
    "SELECT h.order_id, h.shipped_day AS day, d.units * x.unit_price AS value FROM shipment h JOIN shipment_line d ON d.shipment_id = h.id " \
    "JOIN order_line x ON x.id = d.order_line_id WHERE h.voided_by IS NULL UNION ALL "                                                       \
    "SELECT x.order_id, " WAITLINE_DAY ", -(r.to_stock + r.scrapped) * x.unit_price FROM customer_return r "                                 \
    "JOIN operation n ON n.id = r.operation_id JOIN order_line x ON x.id = r.order_line_id"

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
        "SUM(CASE WHEN h.day < ? THEN h.value ELSE 0 END) AS before, SUM(CASE WHEN h.day >= ? THEN h.value ELSE 0 END) AS value "
        "FROM (" WAITLINE_LEFT ") AS h WHERE h.day <= ? GROUP BY h.order_id) s ON s.order_id = m.order_id ORDER BY m.order_id",
        from, from, from, to, from, from, to);
    while (rows.next())
        orders.push_back(
            {rows.id<OrderId>(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)});
    return orders;
}

std::vector<RunFigures> CashStore::preorderRuns()
{
    std::map<ProductId, RunFigures> runs;
    {
        // With the value of the whole order, by which its money lies on its lines.
        Rows rows = m_connection.run(
            "SELECT p.id, p.sku, p.name, p.price, p.cost, l.ordered - l.cancelled, (l.ordered - l.cancelled) * l.unit_price, "
            "o.paid - o.refunded, CASE WHEN o.paid > o.refunded THEN (SELECT CAST(SUM((x.ordered - x.cancelled) * x.unit_price) AS BIGINT) "
            "FROM order_line x WHERE x.order_id = o.id) ELSE 0 END FROM order_line l JOIN sales_order o ON o.id = l.order_id "
            "JOIN product p ON p.id = l.product_id WHERE l.preorder = 1 ORDER BY l.id");
        while (rows.next()) {
            RunFigures &run = runs[rows.id<ProductId>(0)];
            run.product = rows.id<ProductId>(0);
            run.sku = rows.text(1);
            run.name = rows.text(2);
            run.price = rows.integer(3);
            run.unitCost = rows.integer(4);
            run.ordered += rows.integer(5);
            run.value += rows.integer(6);
            if (const Money whole = rows.integer(8); whole > 0)
                run.collected += proportion(std::min(rows.integer(7), whole), rows.integer(6), whole);
        }
    }
    Rows bought = m_connection.run("SELECT product_id, CAST(SUM(ordered + over_received - closed_short) AS BIGINT), "
                                   "CAST(SUM((ordered + over_received - closed_short) * unit_cost) AS BIGINT) FROM purchase_line "
                                   "GROUP BY product_id");
    while (bought.next()) {
        if (const auto run = runs.find(bought.id<ProductId>(0)); run != runs.end()) {
            run->second.bought = bought.integer(1);
            run->second.boughtCost = bought.integer(2);
        }
    }
    std::vector<RunFigures> all;
    for (auto &[product, run] : runs)
        all.push_back(std::move(run));
    return all;
}

std::vector<CashDay> CashStore::byDay()
{
    std::vector<CashDay> days;
    // An order's deposit is what it holds beyond the value shipped, day after day; the sum of its changes is the whole.
    Rows rows = m_connection.run(
        "WITH paid AS (SELECT p.order_id, " WAITLINE_DAY " AS day, SUM(p.amount) AS net, SUM(" WAITLINE_IN ") AS paid, "
        "SUM(" WAITLINE_OUT ") AS refunded FROM payment p JOIN operation n ON n.id = p.operation_id GROUP BY p.order_id, " WAITLINE_DAY
        "), left_us AS (SELECT order_id, day, SUM(value) AS value FROM (" WAITLINE_LEFT ") AS moved GROUP BY order_id, day), "
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
