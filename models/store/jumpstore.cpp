#include "models/store/jumpstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

// A serving passes somebody over when the places it served have gaps: the last place is beyond the number served.
#define WAITLINE_SERVINGS                                                                                                                  \
    "SELECT g.id, g.operation_id, g.product_id, g.policy, COUNT(*) AS lines, MAX(a.place) AS last FROM stock_ledger g "                    \
    "JOIN allocation a ON a.ledger_id = g.id WHERE g.cause = 'serve' AND a.place IS NOT NULL "

} // namespace

std::vector<StoredJump> JumpStore::jumps()
{
    std::vector<StoredJump> jumps;
    Rows rows = m_connection.run(
        "SELECT m.id, m.operation_id, m.order_line_id, m.product_id, m.urgency, m.placed_at, m.rank_line, m.sequence, m.place_before, "
        "m.place_after, m.undone_by, p.kind, p.uuid, p.actor, p.at, p.reason, o.id, c.name, d.sku, "
        "CASE WHEN EXISTS (SELECT 1 FROM waiting_line w WHERE w.product_id = m.product_id AND w.order_line_id = l.id) THEN 1 ELSE 0 END, "
        "-o.priority, o.placed_at, l.id FROM line_move m JOIN operation p ON p.id = m.operation_id "
        "JOIN order_line l ON l.id = m.order_line_id JOIN sales_order o ON o.id = l.order_id JOIN customer c ON c.id = o.customer_id "
        "JOIN product d ON d.id = m.product_id ORDER BY m.id DESC");
    while (rows.next()) {
        StoredJump jump;
        jump.move = {rows.integer(0),
                     rows.id<OperationId>(1),
                     rows.id<OrderLineId>(2),
                     rows.id<ProductId>(3),
                     {rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7)},
                     rows.integer(8),
                     rows.integer(9)};
        jump.isUndone = !rows.isNull(10);
        jump.operation = {rows.text(11), rows.text(12), rows.text(13), rows.integer(14), rows.text(15)};
        jump.order = rows.id<OrderId>(16);
        jump.customer = rows.text(17);
        jump.sku = rows.text(18);
        jump.isWaiting = rows.boolean(19);
        jump.before = {rows.integer(20), rows.integer(21), rows.integer(22), 0};
        jumps.push_back(jump);
    }
    return jumps;
}

std::vector<StoredFairness> JumpStore::fairness()
{
    std::vector<StoredFairness> products;
    Rows rows = m_connection.run(
        "SELECT d.id, d.sku, d.name, COALESCE(s.servings, 0), COALESCE(s.in_order, 0), COALESCE(m.moves, 0) FROM product d "
        "LEFT JOIN (SELECT product_id, COUNT(*) AS servings, CAST(SUM(CASE WHEN last > lines THEN 0 ELSE 1 END) AS BIGINT) AS in_order "
        "FROM (" WAITLINE_SERVINGS
        "GROUP BY g.id, g.operation_id, g.product_id, g.policy) AS t GROUP BY product_id) s ON s.product_id = d.id "
        "LEFT JOIN (SELECT product_id, COUNT(*) AS moves FROM line_move WHERE undone_by IS NULL GROUP BY product_id) m "
        "ON m.product_id = d.id WHERE s.servings > 0 OR m.moves > 0 "
        "ORDER BY COALESCE(s.servings - s.in_order, 0) DESC, COALESCE(m.moves, 0) DESC, d.sku_folded");
    while (rows.next())
        products.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return products;
}

std::vector<StoredException> JumpStore::exceptions(ProductId product)
{
    std::vector<StoredException> exceptions;
    Rows rows = m_connection.run(
        "SELECT t.operation_id, p.kind, p.uuid, p.actor, p.at, p.reason, t.policy, t.lines, t.last - t.lines FROM (" WAITLINE_SERVINGS
        "AND g.product_id = ? GROUP BY g.id, g.operation_id, g.product_id, g.policy) AS t JOIN operation p ON p.id = t.operation_id "
        "WHERE t.last > t.lines ORDER BY t.id DESC",
        product);
    while (rows.next()) {
        exceptions.push_back({rows.id<OperationId>(0),
                              {rows.text(1), rows.text(2), rows.text(3), rows.integer(4), rows.text(5)},
                              AllocationPolicy(rows.integer(6)),
                              rows.integer(7),
                              rows.integer(8)});
    }
    return exceptions;
}

ServingsOfDays JumpStore::servings(QDate from, QDate to)
{
    const Instant first = from.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    const Instant end = to.addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    ServingsOfDays found;
    found.moves = m_connection.integer("SELECT COUNT(*) FROM line_move m JOIN operation p ON p.id = m.operation_id "
                                       "WHERE m.undone_by IS NULL AND p.at >= ? AND p.at < ?",
                                       first, end);
    Rows rows = m_connection.run("SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN last > lines THEN 0 ELSE 1 END), 0) AS BIGINT) "
                                 "FROM (" WAITLINE_SERVINGS "AND g.operation_id IN (SELECT id FROM operation WHERE at >= ? AND at < ?) "
                                 "GROUP BY g.id, g.operation_id, g.product_id, g.policy) AS t",
                                 first, end);
    if (rows.next()) {
        found.servings = rows.integer(0);
        found.inOrder = rows.integer(1);
    }
    return found;
}

} // namespace waitline
