#include "models/store/storystore.h"

#include "models/store/connection.h"

#include <QStringList>

#include <algorithm>

namespace waitline {

namespace {

using Kind = StoryEvent::Kind;

std::optional<AllocationPolicy> policyAt(const Rows &rows, int column)
{
    const auto policy = rows.optionalInteger(column);
    return policy ? std::optional(AllocationPolicy(*policy)) : std::nullopt;
}

/// Events told by documents that all look alike: operation, SKU, units, before, after.
void addDocuments(Rows rows, Kind kind, std::vector<StoryEvent> &events)
{
    while (rows.next()) {
        StoryEvent event;
        event.kind = kind;
        event.operation = rows.id<OperationId>(0);
        event.sku = rows.text(1);
        event.units = rows.integer(2);
        event.before = rows.integer(3);
        event.after = rows.integer(4);
        events.push_back(event);
    }
}

#define WAITLINE_OF_LINES(table, line)                                                                                                     \
    "FROM order_line l JOIN product p ON p.id = l.product_id JOIN " table " d ON d." line " = l.id WHERE l.order_id = ?"

/// Before anything of it was raised, split off or promised anew; what an edit added or a split made is told by these.
void addWhatWasOrdered(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    addDocuments(connection.run("SELECT o.operation_id, p.sku, COALESCE((SELECT CAST(e.value_before AS BIGINT) + "
                                "COALESCE((SELECT CAST(SUM(s.units) AS BIGINT) FROM line_split s WHERE s.from_line = l.id "
                                "AND s.operation_id < e.operation_id), 0) FROM order_edit e WHERE e.order_line_id = l.id "
                                "AND e.field = 'units' ORDER BY e.operation_id, e.id LIMIT 1), l.ordered + "
                                "COALESCE((SELECT CAST(SUM(s.units) AS BIGINT) FROM line_split s WHERE s.from_line = l.id), 0)), "
                                "0, CASE WHEN EXISTS (SELECT 1 FROM promise_change c "
                                "WHERE c.order_line_id = l.id AND c.day_before IS NULL) THEN 0 ELSE COALESCE(l.promise_first, 0) END "
                                "FROM sales_order o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id "
                                "WHERE o.id = ? AND NOT EXISTS (SELECT 1 FROM order_edit a WHERE a.order_line_id = l.id "
                                "AND a.field = 'added') AND NOT EXISTS (SELECT 1 FROM line_split t WHERE t.to_line = l.id) ORDER BY l.id",
                                order),
                 Kind::Ordered, events);
    // An import places many orders as one operation.
    addDocuments(connection.run("SELECT r.operation_id, p.sku, r.units, 0, 0 FROM refused_demand r JOIN product p ON p.id = r.product_id "
                                "JOIN sales_order o ON o.id = ? JOIN customer c ON c.id = o.customer_id AND c.name = r.customer "
                                "WHERE r.operation_id = o.operation_id OR r.operation_id IN (SELECT e.operation_id FROM order_edit e "
                                "WHERE e.order_id = o.id) ORDER BY r.id",
                                order),
                 Kind::Refused, events);
}

void addNotices(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    const auto add = [&](const char *operation, const char *condition, Kind kind) {
        Rows rows = connection.run(QStringLiteral("SELECT %1, kind, COALESCE(MIN(day_before), 0), COALESCE(MAX(day_after), 0) FROM notice "
                                                  "WHERE order_id = ? AND %2 GROUP BY %1, kind ORDER BY MIN(id)")
                                       .arg(QLatin1String(operation), QLatin1String(condition)),
                                   {order.value});
        while (rows.next()) {
            StoryEvent event;
            event.kind = kind;
            event.operation = rows.id<OperationId>(0);
            event.number = rows.integer(1);
            event.before = rows.integer(2);
            event.after = rows.integer(3);
            events.push_back(event);
        }
    };
    add("operation_id", "kind IN (1, 5)", Kind::NoticePrepared); // dates that moved; the others follow what is told anyway
    add("closed_by", "state = 1", Kind::NoticeTold);
    add("closed_by", "state = 2", Kind::NoticeWithdrawn);
    add("answered_by", "answer = 1", Kind::DelayAccepted);
    add("answered_by", "answer = 0", Kind::DelayRefused);
}

// As they were just before an operation.
#define WAITLINE_LAST_MOVE_OF(line, operation)                                                                                             \
    "(SELECT MAX(c.id) FROM line_move c WHERE c.order_line_id = " line " AND c.operation_id < " operation                                  \
    " AND (c.undone_by IS NULL OR c.undone_by >= " operation "))"
#define WAITLINE_PRIORITY_OF(order, operation)                                                                                             \
    "COALESCE((SELECT CAST(q.value_before AS BIGINT) FROM order_edit q WHERE q.id = (SELECT MIN(r.id) FROM order_edit r "                  \
    "WHERE r.order_id = " order ".id AND r.field = 'priority' AND r.operation_id >= " operation ")), " order ".priority)"
#define WAITLINE_RANK_OF(move, line, order, operation)                                                                                     \
    "(COALESCE(" move ".urgency, -" WAITLINE_PRIORITY_OF(order, operation) "), COALESCE(" move ".placed_at, " order ".placed_at), "        \
                                                                           "COALESCE(" move ".rank_line, " line ".id), COALESCE(" move     \
                                                                           ".sequence, 0))"
#define WAITLINE_WAITED_AT(operation)                                                                                                      \
    "l.ordered > COALESCE((SELECT SUM(d.units) FROM cancellation d WHERE d.order_line_id = l.id AND d.operation_id < " operation "), 0) "  \
    "+ COALESCE((SELECT SUM(a.units) FROM allocation a JOIN stock_ledger g ON g.id = a.ledger_id WHERE a.product_id = l.product_id "       \
    "AND a.order_line_id = l.id AND g.cause <> 'ship' AND g.operation_id < " operation "), 0)"

/// Others that were moved or given a priority past a line of the order that waited then.
void addPushedBack(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    const auto add = [&](Rows rows) {
        while (rows.next()) {
            StoryEvent event;
            event.kind = Kind::PushedBack;
            event.operation = rows.id<OperationId>(0);
            event.sku = rows.text(1);
            event.number = rows.integer(2);
            events.push_back(event);
        }
    };
    add(connection.run(
        "SELECT m.operation_id, p.sku, y.id FROM order_line l JOIN sales_order o ON o.id = l.order_id "
        "JOIN line_move m ON m.product_id = l.product_id AND m.operation_id > o.operation_id "
        "AND m.place_after < m.place_before JOIN order_line x ON x.id = m.order_line_id AND x.id <> l.id "
        "JOIN sales_order y ON y.id = x.order_id JOIN product p ON p.id = l.product_id "
        "LEFT JOIN line_move b ON b.id = " WAITLINE_LAST_MOVE_OF("x.id", "m.operation_id") " LEFT JOIN line_move z ON z.id = " WAITLINE_LAST_MOVE_OF("l.id", "m.operation_id") " WHERE l.order_id = ? AND (m.urgency, m.placed_at, m.rank_line, m.sequence) < " WAITLINE_RANK_OF(
            "z", "l", "o",
            "m.operation_id") " AND " WAITLINE_RANK_OF("z", "l", "o",
                                                       "m.operation_id") " < " WAITLINE_RANK_OF("b", "x", "y",
                                                                                                "m.operation_id") " AND " WAITLINE_WAITED_AT("m.operation_id"),
        order));
    add(connection.run(
        "SELECT e.operation_id, p.sku, y.id FROM (SELECT operation_id, order_id, CAST(value_before AS BIGINT) AS low, "
        "CAST(value_after AS BIGINT) AS high FROM order_edit WHERE field = 'priority') AS e "
        "CROSS JOIN order_line x CROSS JOIN order_line l JOIN sales_order o ON o.id = l.order_id "
        "JOIN sales_order y ON y.id = x.order_id JOIN product p ON p.id = l.product_id "
        "LEFT JOIN line_move z ON z.id = " WAITLINE_LAST_MOVE_OF(
            "l.id",
            "e.operation_id") " WHERE e.high > e.low AND x.order_id = e.order_id AND l.order_id = ? AND l.product_id = x.product_id "
                              "AND y.id <> o.id AND e.operation_id > o.operation_id AND " WAITLINE_LAST_MOVE_OF("x.id", "e.operation_id") " IS NULL AND (-e.high, y.placed_at, x.id, 0) < " WAITLINE_RANK_OF(
                                  "z", "l", "o",
                                  "e.operation_id") " AND " WAITLINE_RANK_OF("z", "l", "o",
                                                                             "e.operation_id") " < (-e.low, y.placed_at, x.id, 0) AND " WAITLINE_WAITED_AT("e.operation_id"),
        order));
}

void addChanges(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    addDocuments(connection.run("SELECT operation_id, '', 0, 0, 0 FROM sales_order WHERE id = ?", order), Kind::Placed, events);
    addWhatWasOrdered(connection, order, events);
    Rows edits = connection.run("SELECT e.operation_id, COALESCE(p.sku, ''), e.field, e.value_before, e.value_after FROM order_edit e "
                                "LEFT JOIN order_line l ON l.id = e.order_line_id LEFT JOIN product p ON p.id = l.product_id "
                                "WHERE e.order_id = ? ORDER BY e.id",
                                order);
    while (edits.next()) {
        StoryEvent event;
        event.kind = Kind::Edited;
        event.operation = edits.id<OperationId>(0);
        event.sku = edits.text(1);
        event.word = edits.text(2);
        event.textBefore = edits.text(3);
        event.textAfter = edits.text(4);
        events.push_back(event);
    }
    addDocuments(connection.run("SELECT d.operation_id, p.sku, d.units, 0, 0 " WAITLINE_OF_LINES("cancellation", "order_line_id"), order),
                 Kind::Cancelled, events);
    addDocuments(connection.run("SELECT d.taken_back_by, p.sku, d.units, 0, 0 " WAITLINE_OF_LINES(
                                    "cancellation", "order_line_id") " AND d.taken_back_by IS NOT NULL",
                                order),
                 Kind::CancellationTakenBack, events);
    addDocuments(connection.run("SELECT d.operation_id, p.sku, d.units, 0, 0 " WAITLINE_OF_LINES("line_split", "from_line"), order),
                 Kind::Split, events);
}

void addPlaces(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    // A half that was split off has a place of its own without having been moved.
    addDocuments(connection.run("SELECT d.operation_id, p.sku, 0, d.place_before, d.place_after " WAITLINE_OF_LINES(
                                    "line_move", "order_line_id") " AND d.place_before <> d.place_after",
                                order),
                 Kind::Moved, events);
    addDocuments(connection.run("SELECT d.undone_by, p.sku, 0, d.place_after, d.place_before " WAITLINE_OF_LINES(
                                    "line_move", "order_line_id") " AND d.undone_by IS NOT NULL",
                                order),
                 Kind::MoveTakenBack, events);
    addDocuments(connection.run("SELECT d.operation_id, p.sku, 0, COALESCE(d.day_before, 0), COALESCE(d.day_after, 0) " WAITLINE_OF_LINES(
                                    "promise_change", "order_line_id"),
                                order),
                 Kind::Promised, events);
}

void addMoneyAndGoods(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    Rows payments = connection.run("SELECT operation_id, amount, method, reference, reverses FROM payment WHERE order_id = ?", order);
    while (payments.next()) {
        StoryEvent event;
        event.kind = Kind::Paid;
        event.operation = payments.id<OperationId>(0);
        event.amount = payments.integer(1);
        event.word = QStringList{payments.text(2), payments.text(3)}.join(u' ').trimmed();
        event.number = payments.optionalInteger(4).value_or(0);
        events.push_back(event);
    }
    Rows shipped =
        connection.run("SELECT s.operation_id, p.sku, d.units, s.id FROM shipment s JOIN shipment_line d ON d.shipment_id = s.id "
                       "JOIN product p ON p.id = d.product_id WHERE s.order_id = ? ORDER BY d.id",
                       order);
    while (shipped.next()) {
        StoryEvent event;
        event.kind = Kind::Shipped;
        event.operation = shipped.id<OperationId>(0);
        event.sku = shipped.text(1);
        event.units = shipped.integer(2);
        event.number = shipped.integer(3);
        events.push_back(event);
    }
}

void addAllocations(Connection &connection, OrderId order, std::vector<StoryEvent> &events)
{
    // What shipped is told by its shipment.
    Rows rows = connection.run("SELECT g.operation_id, p.sku, a.units, g.cause, g.policy, g.units_seen, a.place, a.units_ahead "
                               "FROM order_line l JOIN product p ON p.id = l.product_id JOIN allocation a ON a.product_id = l.product_id "
                               "AND a.order_line_id = l.id JOIN stock_ledger g ON g.id = a.ledger_id WHERE l.order_id = ? "
                               "AND g.cause <> 'ship' ORDER BY a.ledger_id",
                               order);
    while (rows.next()) {
        StoryEvent event;
        event.kind = Kind::Allocated;
        event.operation = rows.id<OperationId>(0);
        event.sku = rows.text(1);
        event.units = rows.integer(2);
        event.word = rows.text(3);
        event.policy = policyAt(rows, 4);
        event.unitsSeen = rows.optionalInteger(5);
        event.place = rows.optionalInteger(6);
        event.unitsAhead = rows.optionalInteger(7);
        events.push_back(event);
    }
}

} // namespace

std::vector<StoryEvent> StoryStore::events(OrderId order)
{
    std::vector<StoryEvent> events;
    addChanges(m_connection, order, events);
    addPlaces(m_connection, order, events);
    addPushedBack(m_connection, order, events);
    addNotices(m_connection, order, events);
    addMoneyAndGoods(m_connection, order, events);
    addAllocations(m_connection, order, events);
    std::stable_sort(events.begin(), events.end(), [](const StoryEvent &a, const StoryEvent &b) { return a.operation < b.operation; });
    return events;
}

std::optional<OperationStamp> StoryStore::operation(OperationId id)
{
    Rows rows = m_connection.run("SELECT kind, uuid, actor, at, reason FROM operation WHERE id = ?", id);
    return rows.next() ? std::optional(OperationStamp{rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.text(4)})
                       : std::nullopt;
}

std::vector<ServedTo> StoryStore::servedToOthers(ProductId product, OrderLineId line, Instant since, int most)
{
    std::vector<ServedTo> served;
    // The latest servings first, and of each the lines in front: a receipt may have served thousands.
    Rows rows =
        m_connection.run("SELECT a.order_line_id, a.units, a.place, g.policy, g.units_seen, g.operation_id FROM (SELECT g.id, g.policy, "
                         "g.units_seen, g.operation_id FROM stock_ledger g JOIN operation p ON p.id = g.operation_id "
                         "WHERE g.product_id = ? AND g.cause = 'serve' AND p.at >= ? ORDER BY g.id DESC LIMIT ?) g "
                         "JOIN allocation a ON a.ledger_id = g.id WHERE a.order_line_id <> ? AND a.units > 0 "
                         "ORDER BY g.id DESC, a.place LIMIT ?",
                         product, since, most, line, most);
    while (rows.next())
        served.push_back({rows.id<OrderLineId>(0), rows.integer(1), rows.optionalInteger(2), policyAt(rows, 3), rows.optionalInteger(4),
                          rows.id<OperationId>(5)});
    return served;
}

QString StoryStore::reasonOfLastMove(OrderLineId line)
{
    Rows rows = m_connection.run("SELECT p.reason FROM line_move m JOIN operation p ON p.id = m.operation_id WHERE m.order_line_id = ? "
                                 "AND m.undone_by IS NULL ORDER BY m.id DESC LIMIT 1",
                                 line);
    return rows.next() ? rows.text(0) : QString();
}

} // namespace waitline
