#include "models/store/orderstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"
#include "models/store/ids.h"

#include <QHash>

namespace waitline {

namespace {

#define WAITLINE_ORDER_COLUMNS                                                                                                             \
    "SELECT o.id, o.customer_id, c.name, o.reference, o.placed_at, o.priority, o.ship_complete, COALESCE(k.code, ''), "                    \
    "o.paid, o.refunded, o.deposit_required, o.note FROM sales_order o JOIN customer c ON c.id = o.customer_id "                           \
    "LEFT JOIN campaign k ON k.id = o.campaign_id WHERE o.id = ?"

// Each line with what waits and what is allocated, found by its rank key in the clustered tables.
#define WAITLINE_LINE_COLUMNS                                                                                                              \
    "SELECT l.id, l.order_id, l.product_id, p.sku, p.name, l.ordered, l.cancelled, l.shipped, l.backordered, l.preorder, "                 \
    "l.unit_price, l.deposit_kind, l.deposit_value, l.promise_first, l.promise_current, l.moved_sequence, "                                \
    "l.moved_urgency, l.moved_at, l.moved_line, o.priority, o.placed_at, COALESCE(w.units, 0), COALESCE(a.units, 0) "                      \
    "FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id "                                     \
    "LEFT JOIN waiting_line w ON w.product_id = l.product_id AND w.urgency = COALESCE(l.moved_urgency, -o.priority) "                      \
    "AND w.placed_at = COALESCE(l.moved_at, o.placed_at) AND w.rank_line = COALESCE(l.moved_line, l.id) "                                  \
    "AND w.sequence = COALESCE(l.moved_sequence, 0) "                                                                                      \
    "LEFT JOIN allocated_line a ON a.product_id = l.product_id AND a.urgency = COALESCE(l.moved_urgency, -o.priority) "                    \
    "AND a.placed_at = COALESCE(l.moved_at, o.placed_at) AND a.rank_line = COALESCE(l.moved_line, l.id) "                                  \
    "AND a.sequence = COALESCE(l.moved_sequence, 0) "

StoredOrderLine readLine(const Rows &rows)
{
    StoredOrderLine line;
    line.id = rows.id<OrderLineId>(0);
    line.order = rows.id<OrderId>(1);
    line.product = rows.id<ProductId>(2);
    line.sku = rows.text(3);
    line.productName = rows.text(4);
    line.ordered = rows.integer(5);
    line.cancelled = rows.integer(6);
    line.shipped = rows.integer(7);
    line.backordered = rows.integer(8);
    line.preorder = rows.boolean(9);
    line.unitPrice = rows.integer(10);
    line.deposit = {DepositTerms::Kind(rows.integer(11)), rows.integer(12)};
    line.promiseFirst = rows.optionalDay(13);
    line.promise = rows.optionalDay(14);
    line.rank = rows.isNull(15) ? RankKey::natural(int(rows.integer(19)), rows.integer(20), line.id)
                                : RankKey{rows.integer(16), rows.integer(17), rows.integer(18), rows.integer(15)};
    line.waiting = rows.integer(21);
    line.allocated = rows.integer(22);
    return line;
}

} // namespace

qint64 OrderStore::campaignOfCode(const QString &code)
{
    {
        Rows known = m_connection.run("SELECT id FROM campaign WHERE code = ?", code);
        if (known.next())
            return known.integer(0);
    }
    // Another desk may make the same campaign at the same time: then theirs is taken.
    Rows rows = m_connection.run("INSERT INTO campaign (code) VALUES (?) ON CONFLICT (code) DO UPDATE SET code = excluded.code "
                                 "RETURNING id",
                                 code);
    return rows.next() ? rows.integer(0) : 0;
}

std::vector<OrderId> OrderStore::insert(const std::vector<NewOrder> &orders)
{
    QHash<QString, qint64> campaigns;
    const auto campaignId = [&](const QString &code) -> std::optional<qint64> {
        if (code.isEmpty())
            return std::nullopt;
        if (!campaigns.contains(code))
            campaigns.insert(code, campaignOfCode(code));
        return campaigns.value(code);
    };
    const std::vector<qint64> numbers = m_connection.freshIds("sales_order", qint64(orders.size()));
    std::vector<OrderId> ids;
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO sales_order (id, operation_id, customer_id, reference, placed_at, placed_day, "
                                     "priority, ship_complete, campaign_id, note, deposit_required, shipped_value, channel)"),
                      13);
    for (size_t i = 0; i < orders.size(); ++i) {
        const NewOrder &order = orders[i];
        ids.push_back({numbers[i]});
        insert.add(numbers[i], order.operation, order.customer, textOrNull(order.draft.reference), order.placedAt, dayOf(order.placedAt),
                   order.draft.priority.value_or(0), order.draft.shipComplete, campaignId(order.draft.campaign), order.draft.note,
                   order.depositRequired, order.shippedValue, order.draft.channel);
    }
    insert.finish();
    constexpr size_t mostNamed = 1000;
    if (ids.size() > mostNamed)
        m_connection.changes().everything = true;
    else
        m_connection.changes().orders.insert(ids.begin(), ids.end());
    return ids;
}

std::vector<OrderLineId> OrderStore::insertLines(const std::vector<NewOrderLine> &lines)
{
    const std::vector<qint64> numbers = m_connection.freshIds("order_line", qint64(lines.size()));
    std::vector<OrderLineId> ids;
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO order_line (id, order_id, product_id, ordered, backordered, preorder, unit_price, "
                                     "deposit_kind, deposit_value, promise_first, promise_current, cancelled, shipped)"),
                      13);
    for (size_t i = 0; i < lines.size(); ++i) {
        const NewOrderLine &line = lines[i];
        ids.push_back({numbers[i]});
        insert.add(numbers[i], line.order, line.product, line.units, line.backordered, line.preorder, line.unitPrice,
                   int(line.deposit.kind), line.deposit.value, line.promise, line.promise, line.cancelled, line.shipped);
    }
    insert.finish();
    return ids;
}

std::optional<StoredOrder> OrderStore::read(const char *sql, OrderId id)
{
    Rows rows = m_connection.run(sql, id);
    if (!rows.next())
        return std::nullopt;
    StoredOrder order;
    order.id = rows.id<OrderId>(0);
    order.customer = rows.id<CustomerId>(1);
    order.customerName = rows.text(2);
    order.reference = rows.text(3);
    order.placedAt = rows.integer(4);
    order.priority = int(rows.integer(5));
    order.shipComplete = rows.boolean(6);
    order.campaign = rows.text(7);
    order.paid = rows.integer(8);
    order.refunded = rows.integer(9);
    order.depositRequired = rows.integer(10);
    order.note = rows.text(11);
    return order;
}

std::optional<StoredOrder> OrderStore::find(OrderId id) { return read(WAITLINE_ORDER_COLUMNS, id); }

std::optional<StoredOrder> OrderStore::lock(OrderId id)
{
    m_connection.run("SELECT id FROM sales_order WHERE id = ? @forUpdate", id);
    m_connection.changes().orders.insert(id);
    return find(id);
}

OrderId OrderStore::idOfReference(const QString &reference)
{
    Rows rows = m_connection.run("SELECT id FROM sales_order WHERE reference = ?", reference);
    return rows.next() ? rows.id<OrderId>(0) : OrderId{};
}

QHash<QString, OrderStore::Referred> OrderStore::withReferences(const QStringList &references)
{
    constexpr qsizetype asked = 200;
    QHash<QString, Referred> known;
    for (qsizetype from = 0; from < references.size(); from += asked) {
        QVariantList some;
        for (qsizetype i = from; i < qMin(from + asked, references.size()); ++i)
            some.append(references[i]);
        // Always as many as that, so that it is one statement.
        some.resize(asked, some.back());
        Rows rows = m_connection.run(u"SELECT o.reference, o.id, CAST(SUM(l.ordered) AS BIGINT), CAST(SUM(l.cancelled) AS BIGINT) "
                                     u"FROM sales_order o JOIN order_line l ON l.order_id = o.id WHERE o.reference IN (?"_qs +
                                         u",?"_qs.repeated(asked - 1) + u") GROUP BY o.reference, o.id"_qs,
                                     some);
        while (rows.next())
            known.insert(rows.text(0), {rows.id<OrderId>(1), rows.integer(2), rows.integer(3)});
    }
    return known;
}

std::vector<StoredOrderLine> OrderStore::lines(OrderId id)
{
    std::vector<StoredOrderLine> lines;
    Rows rows = m_connection.run(WAITLINE_LINE_COLUMNS "WHERE l.order_id = ? ORDER BY l.id", id);
    while (rows.next())
        lines.push_back(readLine(rows));
    return lines;
}

std::optional<StoredOrderLine> OrderStore::line(OrderLineId id)
{
    Rows rows = m_connection.run(WAITLINE_LINE_COLUMNS "WHERE l.id = ?", id);
    return rows.next() ? std::optional(readLine(rows)) : std::nullopt;
}

std::vector<ProductId> OrderStore::products(OrderId id)
{
    return idsOf<ProductId>(m_connection.run("SELECT DISTINCT product_id FROM order_line WHERE order_id = ? ORDER BY product_id", id));
}

Units OrderStore::heldBy(CustomerId customer, ProductId product)
{
    return m_connection.integer("SELECT CAST(COALESCE(SUM(l.ordered - l.cancelled), 0) AS BIGINT) FROM sales_order o "
                                "JOIN order_line l ON l.order_id = o.id WHERE o.customer_id = ? AND l.product_id = ?",
                                customer, product);
}

std::vector<OrderId> OrderStore::withAllocatedUnits()
{
    return idsOf<OrderId>(m_connection.run("SELECT DISTINCT order_id FROM allocated_line ORDER BY order_id"));
}

void OrderStore::setOrdered(OrderLineId line, Units ordered, Units backordered)
{
    m_connection.run("UPDATE order_line SET ordered = ?, backordered = ? WHERE id = ?", ordered, backordered, line);
}

void OrderStore::cancel(OperationId operation, OrderLineId line, Units units)
{
    m_connection.run("INSERT INTO cancellation (operation_id, order_line_id, units) VALUES (?, ?, ?)", operation, line, units);
    m_connection.run("UPDATE order_line SET cancelled = cancelled + ? WHERE id = ?", units, line);
}

void OrderStore::recordCancellations(OperationId operation, const std::vector<std::pair<OrderLineId, Units>> &cancelled)
{
    BulkInsert insert(m_connection, QStringLiteral("INSERT INTO cancellation (operation_id, order_line_id, units)"), 3);
    for (const auto &[line, units] : cancelled)
        insert.add(operation, line, units);
    insert.finish();
}

void OrderStore::addShipped(OrderLineId line, Units units)
{
    m_connection.run("UPDATE order_line SET shipped = shipped + ? WHERE id = ?", units, line);
    m_connection.run("UPDATE sales_order SET shipped_value = shipped_value + ? * (SELECT unit_price FROM order_line WHERE id = ?) "
                     "WHERE id = (SELECT order_id FROM order_line WHERE id = ?)",
                     units, line, line);
}

void OrderStore::setPriority(OrderId id, int priority)
{
    m_connection.run("UPDATE sales_order SET priority = ? WHERE id = ?", priority, id);
}

void OrderStore::setTerms(OrderId id, const QString &campaign, bool shipComplete, const QString &reference, const QString &note)
{
    const std::optional<qint64> campaignId = campaign.isEmpty() ? std::nullopt : std::optional(campaignOfCode(campaign));
    m_connection.run("UPDATE sales_order SET campaign_id = ?, ship_complete = ?, reference = ?, note = ? WHERE id = ?", campaignId,
                     shipComplete, textOrNull(reference), note, id);
}

void OrderStore::setCustomer(OrderId id, CustomerId customer)
{
    m_connection.run("UPDATE sales_order SET customer_id = ? WHERE id = ?", customer, id);
}

void OrderStore::setUnitPrice(OrderLineId line, Money price)
{
    m_connection.run("UPDATE order_line SET unit_price = ? WHERE id = ?", price, line);
}

bool OrderStore::hasLeft(OrderLineId line)
{
    return m_connection.run("SELECT 1 FROM shipment_line WHERE order_line_id = ? LIMIT 1", line).next();
}

void OrderStore::setDepositRequired(OrderId id, Money required)
{
    m_connection.run("UPDATE sales_order SET deposit_required = ? WHERE id = ?", required, id);
}

void OrderStore::setRank(OrderLineId line, const RankKey &rank)
{
    const auto ifMoved = [&](qint64 part) { return rank.isMoved() ? std::optional(part) : std::nullopt; };
    m_connection.run("UPDATE order_line SET moved_urgency = ?, moved_at = ?, moved_line = ?, moved_sequence = ? WHERE id = ?",
                     ifMoved(rank.urgency), ifMoved(rank.placedAt), ifMoved(rank.line), ifMoved(rank.sequence), line);
}

void OrderStore::setPromise(OperationId operation, OrderLineId line, const std::optional<QDate> &day)
{
    m_connection.run("INSERT INTO promise_change (operation_id, order_line_id, day_before, day_after) "
                     "SELECT CAST(? AS BIGINT), id, promise_current, CAST(? AS BIGINT) FROM order_line WHERE id = ?",
                     operation, day, line);
    if (day)
        m_connection.run("UPDATE order_line SET promise_first = COALESCE(promise_first, ?), promise_current = ? WHERE id = ?", day, day,
                         line);
    else
        m_connection.run(
            "UPDATE order_line SET promise_first = CASE WHEN promise_first = promise_current THEN NULL ELSE promise_first END, "
            "promise_current = NULL WHERE id = ?",
            line);
}

std::vector<PromiseChange> OrderStore::promisesChangedBy(OperationId operation)
{
    std::vector<PromiseChange> changes;
    Rows rows = m_connection.run("SELECT l.order_id, l.id, c.day_before, c.day_after FROM promise_change c "
                                 "JOIN order_line l ON l.id = c.order_line_id WHERE c.operation_id = ? ORDER BY c.id",
                                 operation);
    while (rows.next())
        changes.push_back({rows.id<OrderId>(0), rows.id<OrderLineId>(1), rows.optionalDay(2), rows.optionalDay(3)});
    return changes;
}

#define WAITLINE_OPEN_PREORDERS "WHERE product_id = ? AND preorder = 1 AND promise_current IS NOT NULL AND ordered > cancelled + shipped"

// Nobody is promised a day before a later release, nor one that has passed; who already was is not told another one.
#define WAITLINE_SHIFTED                                                                                                                   \
    "CASE WHEN CAST(? AS BIGINT) > 0 THEN CASE WHEN promise_current + CAST(? AS BIGINT) < CAST(? AS BIGINT) THEN CAST(? AS BIGINT) "       \
    "ELSE promise_current + CAST(? AS BIGINT) END WHEN promise_current + CAST(? AS BIGINT) >= CAST(? AS BIGINT) "                          \
    "THEN promise_current + CAST(? AS BIGINT) WHEN promise_current > CAST(? AS BIGINT) THEN CAST(? AS BIGINT) ELSE promise_current END"

qint64 OrderStore::shiftPreorderPromises(OperationId operation, ProductId product, qint64 days, QDate release, QDate today)
{
    m_connection.run("INSERT INTO promise_change (operation_id, order_line_id, day_before, day_after) "
                     "SELECT CAST(? AS BIGINT), id, promise_current, day_after FROM (SELECT id, promise_current, " WAITLINE_SHIFTED
                     " AS day_after FROM order_line " WAITLINE_OPEN_PREORDERS ") AS shifted WHERE day_after <> promise_current",
                     operation, days, days, release, release, days, days, today, days, today, today, product);
    return m_connection
        .run("UPDATE order_line SET promise_current = " WAITLINE_SHIFTED " " WAITLINE_OPEN_PREORDERS, days, days, release, release, days,
             days, today, days, today, today, product)
        .affected();
}

} // namespace waitline
