#include "models/store/overviewstore.h"

#include "models/store/connection.h"

namespace waitline {

WaitingTotals OverviewStore::waiting()
{
    Rows rows =
        m_connection.run("SELECT CAST(COALESCE(SUM(waiting_preorder), 0) AS BIGINT), CAST(COALESCE(SUM(waiting_backorder), 0) AS BIGINT), "
                         "CAST(COALESCE(SUM(waiting_lines), 0) AS BIGINT), CAST(COALESCE(SUM(waiting_value), 0) AS BIGINT) "
                         "FROM product_stock");
    return rows.next() ? WaitingTotals{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)} : WaitingTotals{};
}

std::optional<Instant> OverviewStore::longestWaitingSince()
{
    // Within a product and priority the oldest line is the first: only lines with a priority are looked at one by one.
    Rows rows = m_connection.run(
        "SELECT MIN(placed_at) FROM ("
        "SELECT (SELECT MIN(placed_at) FROM waiting_line w WHERE w.product_id = s.product_id AND w.urgency = 0) AS placed_at "
        "FROM product_stock s WHERE s.waiting_preorder + s.waiting_backorder > 0 UNION ALL "
        "SELECT (SELECT MIN(placed_at) FROM waiting_line w WHERE w.product_id = s.product_id AND w.urgency < 0) "
        "FROM product_stock s WHERE s.waiting_preorder + s.waiting_backorder > 0 UNION ALL "
        "SELECT (SELECT MIN(placed_at) FROM waiting_line w WHERE w.product_id = s.product_id AND w.urgency > 0) "
        "FROM product_stock s WHERE s.waiting_preorder + s.waiting_backorder > 0) AS firsts");
    return rows.next() ? rows.optionalInteger(0) : std::nullopt;
}

std::vector<UnitsOfProduct> OverviewStore::mostRefused(QDate since, int top)
{
    std::vector<UnitsOfProduct> refused;
    Rows rows = m_connection.run("SELECT p.id, p.sku, p.name, CAST(r.units AS BIGINT) FROM (SELECT product_id, SUM(units) AS units "
                                 "FROM refused_demand WHERE day >= ? GROUP BY product_id) r JOIN product p ON p.id = r.product_id "
                                 "ORDER BY r.units DESC, p.id LIMIT ?",
                                 since, top);
    while (rows.next())
        refused.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3)});
    return refused;
}

bool OverviewStore::hasProducts() { return m_connection.run("SELECT 1 FROM product LIMIT 1").next(); }

QStringList OverviewStore::customersInLine(ProductId product, qint64 behind, qint64 limit)
{
    QStringList customers;
    Rows rows = m_connection.run("SELECT c.name FROM (SELECT order_id, urgency, placed_at, rank_line, sequence FROM waiting_line "
                                 "WHERE product_id = ? ORDER BY product_id, urgency, placed_at, rank_line, sequence LIMIT ? OFFSET ?) w "
                                 "JOIN sales_order o ON o.id = w.order_id JOIN customer c ON c.id = o.customer_id "
                                 "ORDER BY w.urgency, w.placed_at, w.rank_line, w.sequence",
                                 product, limit, behind);
    while (rows.next())
        customers += rows.text(0);
    return customers;
}

} // namespace waitline
