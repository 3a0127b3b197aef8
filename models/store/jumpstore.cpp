#include "models/store/jumpstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

#define WAITLINE_SERVINGS                                                                                                                  \
    "SELECT g.id, g.operation_id, g.product_id FROM stock_ledger g WHERE g.cause = 'serve' "                                               \
    "AND EXISTS (SELECT 1 FROM allocation a WHERE a.ledger_id = g.id AND a.place IS NOT NULL) "

// A line is out of turn when more units waited ahead of it than those ahead got. First-come (0) never does that.
#define WAITLINE_OUT_OF_TURN(WHICH)                                                                                                        \
    "SELECT t.* FROM (SELECT g.id, g.operation_id, g.product_id, g.policy, a.order_line_id, a.units, a.place, "                            \
    "a.units_ahead - CAST(COALESCE(SUM(a.units) OVER (PARTITION BY g.id ORDER BY a.place ROWS BETWEEN UNBOUNDED PRECEDING "                \
    "AND 1 PRECEDING), 0) AS BIGINT) AS still_ahead FROM stock_ledger g JOIN allocation a ON a.ledger_id = g.id "                          \
    "WHERE g.cause = 'serve' AND COALESCE(g.policy, 0) <> 0 AND a.place IS NOT NULL " WHICH ") AS t WHERE t.still_ahead > 0"

constexpr qint64 mostExceptions = 2'000;

OperationStamp stampAt(const Rows &rows, int column)
{
    return {rows.text(column), rows.text(column + 1), rows.text(column + 2), rows.integer(column + 3), rows.text(column + 4)};
}

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
        jump.operation = stampAt(rows, 11);
        jump.order = rows.id<OrderId>(16);
        jump.customer = rows.text(17);
        jump.sku = rows.text(18);
        jump.isWaiting = rows.boolean(19);
        jump.before = {rows.integer(20), rows.integer(21), rows.integer(22), 0};
        jumps.push_back(jump);
    }
    return jumps;
}

std::vector<StoredJump> JumpStore::raisedPriorities()
{
    std::vector<StoredJump> jumps;
    Rows rows = m_connection.run(
        "SELECT e.operation_id, l.id, l.product_id, e.value_before, e.value_after, p.kind, p.uuid, p.actor, p.at, p.reason, o.id, c.name, "
        "d.sku, CASE WHEN w.order_line_id IS NULL THEN 0 ELSE 1 END, o.priority, o.placed_at FROM order_edit e "
        "JOIN operation p ON p.id = e.operation_id JOIN sales_order o ON o.id = e.order_id JOIN customer c ON c.id = o.customer_id "
        "JOIN order_line l ON l.order_id = o.id AND l.moved_urgency IS NULL JOIN product d ON d.id = l.product_id "
        "LEFT JOIN waiting_line w ON w.product_id = l.product_id AND w.order_line_id = l.id WHERE e.field = 'priority' "
        "AND (w.order_line_id IS NOT NULL OR EXISTS (SELECT 1 FROM allocation a JOIN stock_ledger g ON g.id = a.ledger_id "
        "WHERE a.product_id = l.product_id AND a.order_line_id = l.id AND g.cause = 'serve' AND g.operation_id >= e.operation_id)) "
        "ORDER BY e.id DESC, l.id");
    while (rows.next()) {
        StoredJump jump;
        jump.kind = StoredJump::Kind::Priority;
        jump.priorities = {rows.text(3).toInt(), rows.text(4).toInt(), int(rows.integer(14))};
        if (jump.priorities.after <= jump.priorities.before)
            continue;
        jump.move.operation = rows.id<OperationId>(0);
        jump.move.line = rows.id<OrderLineId>(1);
        jump.move.product = rows.id<ProductId>(2);
        jump.move.rank = RankKey::natural(jump.priorities.after, rows.integer(15), jump.move.line);
        jump.before = RankKey::natural(jump.priorities.before, rows.integer(15), jump.move.line);
        jump.operation = stampAt(rows, 5);
        jump.order = rows.id<OrderId>(10);
        jump.customer = rows.text(11);
        jump.sku = rows.text(12);
        jump.isWaiting = rows.boolean(13);
        jump.isUndone = jump.priorities.now < jump.priorities.after;
        jumps.push_back(jump);
    }
    return jumps;
}

std::vector<StoredJump> JumpStore::chosenPolicies()
{
    std::vector<StoredJump> jumps;
    Rows rows = m_connection.run(
        "SELECT r.operation_id, r.id, r.policy, r.voided_by, p.kind, p.uuid, p.actor, p.at, COALESCE(r.note, ''), "
        "d.id, d.sku, d.policy, g.units_seen, "
        "(SELECT a.order_line_id FROM allocation a WHERE a.ledger_id = g.id ORDER BY a.place DESC LIMIT 1), "
        "CASE WHEN EXISTS (" WAITLINE_OUT_OF_TURN("AND g.operation_id = r.operation_id AND g.product_id = d.id") //
        ") THEN 1 ELSE 0 END FROM receipt r JOIN operation p ON p.id = r.operation_id "
        "JOIN stock_ledger g ON g.operation_id = r.operation_id AND g.cause = 'serve' JOIN product d ON d.id = g.product_id "
        "WHERE r.policy IS NOT NULL ORDER BY r.id DESC, d.sku_folded");
    while (rows.next()) {
        StoredJump jump;
        jump.kind = StoredJump::Kind::Policy;
        jump.move.operation = rows.id<OperationId>(0);
        jump.isUndone = !rows.isNull(3);
        jump.operation = stampAt(rows, 4);
        jump.move.product = rows.id<ProductId>(9);
        jump.sku = rows.text(10);
        jump.policies = {
            rows.id<ReceiptId>(1), AllocationPolicy(rows.integer(11)),  AllocationPolicy(rows.integer(2)), rows.id<OrderLineId>(13),
            rows.boolean(14),      rows.optionalInteger(12).value_or(0)};
        jumps.push_back(jump);
    }
    return jumps;
}

std::vector<JumpStore::WaitedLine> JumpStore::waitedAt(OperationId operation, ProductId product)
{
    std::vector<WaitedLine> lines;
    // What has left the building, and what came back from there, was set aside before.
    Rows rows = m_connection.run(
        "SELECT t.id, t.order_id, t.waited, t.got FROM (SELECT l.id, l.order_id, l.ordered "
        "- CAST(COALESCE((SELECT SUM(d.units) FROM cancellation d WHERE d.order_line_id = l.id AND d.operation_id < ?), 0) AS "
        "BIGINT) - CAST(COALESCE((SELECT SUM(a.units) FROM allocation a JOIN stock_ledger g ON g.id = a.ledger_id "
        "WHERE a.product_id = l.product_id AND a.order_line_id = l.id AND g.cause NOT IN ('ship', 'void_ship') "
        "AND g.operation_id < ?), 0) AS BIGINT) AS waited, "
        "CAST(COALESCE((SELECT SUM(a.units) FROM allocation a JOIN stock_ledger g ON g.id = a.ledger_id "
        "WHERE a.product_id = l.product_id AND a.order_line_id = l.id AND g.cause = 'serve' AND g.operation_id = ?), 0) AS "
        "BIGINT) AS got, COALESCE(l.moved_urgency, -o.priority) AS urgency, COALESCE(l.moved_at, o.placed_at) AS placed, "
        "COALESCE(l.moved_line, l.id) AS rank_line, COALESCE(l.moved_sequence, 0) AS sequence "
        "FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE l.product_id = ? AND o.operation_id < ?) t "
        "WHERE t.waited > 0 ORDER BY t.urgency, t.placed, t.rank_line, t.sequence",
        operation, operation, operation, product, operation);

    while (rows.next())
        lines.push_back({rows.id<OrderLineId>(0), rows.id<OrderId>(1), rows.integer(2), rows.integer(3)});
    return lines;
}

std::vector<StoredFairness> JumpStore::fairness()
{
    std::vector<StoredFairness> products;
    Rows rows = m_connection.run(
        "SELECT d.id, d.sku, d.name, COALESCE(s.servings, 0), COALESCE(s.servings, 0) - COALESCE(x.exceptions, 0), COALESCE(m.moves, 0), "
        "COALESCE(x.line_count, 0) FROM product d LEFT JOIN (SELECT product_id, COUNT(*) AS servings FROM (" WAITLINE_SERVINGS
        ") AS v GROUP BY product_id) s ON s.product_id = d.id "
        "LEFT JOIN (SELECT product_id, COUNT(DISTINCT id) AS exceptions, COUNT(*) AS line_count FROM (" WAITLINE_OUT_OF_TURN("") //
        ") AS u GROUP BY product_id) x ON x.product_id = d.id "
        "LEFT JOIN (SELECT product_id, COUNT(*) AS moves FROM line_move WHERE undone_by IS NULL GROUP BY product_id) m "
        "ON m.product_id = d.id WHERE s.servings > 0 OR m.moves > 0 "
        "ORDER BY COALESCE(x.exceptions, 0) DESC, COALESCE(m.moves, 0) DESC, d.sku_folded");
    while (rows.next())
        products.push_back(
            {rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)});
    return products;
}

std::vector<StoredException> JumpStore::exceptions(ProductId product)
{
    std::vector<StoredException> exceptions;
    Rows rows = m_connection.run(
        "SELECT u.operation_id, p.kind, p.uuid, p.actor, p.at, p.reason, u.policy, o.id, c.name, u.units, u.place, u.still_ahead "
        "FROM (" WAITLINE_OUT_OF_TURN("AND g.product_id = ?") //
        ") AS u JOIN operation p ON p.id = u.operation_id JOIN order_line l ON l.id = u.order_line_id "
        "JOIN sales_order o ON o.id = l.order_id JOIN customer c ON c.id = o.customer_id ORDER BY u.id DESC, u.place LIMIT ?",
        product, mostExceptions);
    while (rows.next()) {
        exceptions.push_back({rows.id<OperationId>(0), stampAt(rows, 1), AllocationPolicy(rows.integer(6)), rows.id<OrderId>(7),
                              rows.text(8), rows.integer(9), rows.integer(10), rows.integer(11)});
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
    found.servings = m_connection.integer("SELECT COUNT(*) FROM (" WAITLINE_SERVINGS
                                          "AND g.operation_id IN (SELECT id FROM operation WHERE at >= ? AND at < ?)) AS v",
                                          first, end);
    found.inOrder =
        found.servings - m_connection.integer("SELECT COUNT(DISTINCT u.id) FROM (" WAITLINE_OUT_OF_TURN(
                                                  "AND g.operation_id IN (SELECT id FROM operation WHERE at >= ? AND at < ?)") ") AS u",
                                              first, end);
    return found;
}

} // namespace waitline
