#include "models/store/waitingstore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/wordmatch.h"

#include <algorithm>
#include <unordered_map>

namespace waitline {

namespace {

#define WAITLINE_RANK "urgency, placed_at, rank_line, sequence"
#define WAITLINE_BACKWARDS "product_id DESC, urgency DESC, placed_at DESC, rank_line DESC, sequence DESC"
#define WAITLINE_WAITING_PRODUCTS                                                                                                          \
    "SELECT s.product_id, p.sku, p.name, p.release_day, s.on_hand - s.allocated, s.waiting_preorder, "                                     \
    "s.waiting_backorder, s.waiting_lines, s.waiting_value, s.on_order FROM product_stock s "                                              \
    "JOIN product p ON p.id = s.product_id WHERE s.waiting_preorder + s.waiting_backorder > 0"
#define WAITLINE_DETAIL                                                                                                                    \
    "SELECT w.product_id, w.urgency, w.placed_at, w.rank_line, w.sequence, w.order_line_id, w.order_id, w.units, "                         \
    "w.unit_price, w.preorder, o.reference, c.name, o.placed_at, l.promise_first, l.promise_current "
// A line's own row of the waiting line: by its rank key, as the queue is clustered.
#define WAITLINE_LINE_WAITS                                                                                                                \
    "w.product_id = l.product_id AND w.urgency = COALESCE(l.moved_urgency, -o.priority) "                                                  \
    "AND w.placed_at = COALESCE(l.moved_at, o.placed_at) AND w.rank_line = COALESCE(l.moved_line, l.id) "                                  \
    "AND w.sequence = COALESCE(l.moved_sequence, 0)"

WaitingProduct readProduct(const Rows &rows)
{
    return {rows.id<ProductId>(0), rows.text(1),    rows.text(2),    rows.optionalDay(3), rows.integer(4),
            rows.integer(5),       rows.integer(6), rows.integer(7), rows.integer(8),     rows.integer(9)};
}

QueueLine readQueueLine(const Rows &rows)
{
    QueueLine line;
    line.product = rows.id<ProductId>(0);
    line.rank = {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
    line.line = rows.id<OrderLineId>(5);
    line.order = rows.id<OrderId>(6);
    line.units = rows.integer(7);
    line.unitPrice = rows.integer(8);
    line.preorder = rows.boolean(9);
    return line;
}

WaitingDetail readDetail(const Rows &rows)
{
    return {readQueueLine(rows), rows.text(10), rows.text(11), rows.integer(12), rows.optionalDay(13), rows.optionalDay(14)};
}

WaitingSum readSum(Rows rows) { return rows.next() ? WaitingSum{rows.integer(0), rows.integer(1), rows.integer(2)} : WaitingSum{}; }

std::vector<QueueLine> readQueueLines(Rows rows)
{
    std::vector<QueueLine> lines;
    while (rows.next())
        lines.push_back(readQueueLine(rows));
    return lines;
}

} // namespace

std::vector<WaitingProduct> WaitingStore::products(ProductOrder order)
{
    std::vector<WaitingProduct> products;
    Rows rows = order == ProductOrder::Sku ? m_connection.run(WAITLINE_WAITING_PRODUCTS " ORDER BY p.sku_folded, p.id")
                                           : m_connection.run(WAITLINE_WAITING_PRODUCTS " ORDER BY p.name_folded, p.id");
    while (rows.next())
        products.push_back(readProduct(rows));
    return products;
}

std::optional<WaitingProduct> WaitingStore::product(ProductId product)
{
    Rows rows = m_connection.run(WAITLINE_WAITING_PRODUCTS " AND s.product_id = ?", product);
    return rows.next() ? std::optional(readProduct(rows)) : std::nullopt;
}

std::vector<std::pair<ProductId, QDate>> WaitingStore::earliestPromises()
{
    std::vector<std::pair<ProductId, QDate>> promises;
    Rows rows = m_connection.run("SELECT product_id, MIN(promise_current) FROM order_line WHERE promise_current IS NOT NULL "
                                 "AND ordered > cancelled + shipped GROUP BY product_id");
    while (rows.next())
        promises.emplace_back(rows.id<ProductId>(0), rows.day(1));
    return promises;
}

std::vector<WaitingDetail> WaitingStore::slice(ProductId product, std::optional<bool> preorder, From from, qint64 skip, qint64 count)
{
    const QString only = preorder ? QStringLiteral("AND preorder = ? ") : QString();
    const QString order = from == From::Head ? QStringLiteral("product_id, " WAITLINE_RANK) : QStringLiteral(WAITLINE_BACKWARDS);
    QVariantList values{toSql(product)};
    if (preorder)
        values += toSql(*preorder);
    values += {toSql(count), toSql(skip)};
    Rows rows = m_connection.run(QStringLiteral(WAITLINE_DETAIL
                                                "FROM (SELECT * FROM waiting_line WHERE product_id = ? %1"
                                                "ORDER BY %2 LIMIT ? OFFSET ?) w "
                                                "JOIN order_line l ON l.id = w.order_line_id JOIN sales_order o ON o.id = w.order_id "
                                                "JOIN customer c ON c.id = o.customer_id")
                                     .arg(only, order),
                                 values);
    std::vector<WaitingDetail> details;
    while (rows.next())
        details.push_back(readDetail(rows));
    // The joins promise no order.
    std::sort(details.begin(), details.end(), [](const auto &a, const auto &b) { return a.queue.rank < b.queue.rank; });
    return details;
}

std::vector<WaitingDetail> WaitingStore::lines(const std::vector<OrderLineId> &ids)
{
    if (ids.empty())
        return {};
    QStringList marks;
    QVariantList values;
    for (OrderLineId id : ids) {
        marks += QStringLiteral("?");
        values += toSql(id);
    }
    std::unordered_map<qint64, WaitingDetail> byLine;
    Rows rows = m_connection.run(QStringLiteral(WAITLINE_DETAIL
                                                "FROM order_line l CROSS JOIN sales_order o CROSS JOIN waiting_line w "
                                                "CROSS JOIN customer c WHERE l.id IN (%1) AND o.id = l.order_id AND " WAITLINE_LINE_WAITS
                                                " AND c.id = o.customer_id")
                                     .arg(marks.join(u',')),
                                 values);
    while (rows.next()) {
        WaitingDetail detail = readDetail(rows);
        byLine.emplace(detail.queue.line.value, std::move(detail));
    }
    std::vector<WaitingDetail> details;
    for (OrderLineId id : ids) {
        if (const auto found = byLine.find(id.value); found != byLine.end())
            details.push_back(std::move(found->second));
    }
    return details;
}

Units WaitingStore::unitsAtEnd(ProductId product, From end, qint64 count)
{
    return end == From::Head ? m_connection.integer("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM (SELECT units FROM waiting_line "
                                                    "WHERE product_id = ? ORDER BY product_id, " WAITLINE_RANK " LIMIT ?) AS head",
                                                    product, count)
                             : m_connection.integer("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM (SELECT units FROM waiting_line "
                                                    "WHERE product_id = ? ORDER BY " WAITLINE_BACKWARDS " LIMIT ?) AS tail",
                                                    product, count);
}

WaitingSum WaitingStore::between(ProductId product, const RankKey &first, const RankKey &end)
{
    return readSum(m_connection.run(
        "SELECT COUNT(*), CAST(COALESCE(SUM(units), 0) AS BIGINT), CAST(COALESCE(SUM(units * unit_price), 0) AS BIGINT) "
        "FROM waiting_line WHERE product_id = ? AND (" WAITLINE_RANK ") >= (?, ?, ?, ?) AND (" WAITLINE_RANK ") < (?, ?, ?, ?)",
        product, first.urgency, first.placedAt, first.line, first.sequence, end.urgency, end.placedAt, end.line, end.sequence));
}

WaitingSum WaitingStore::servedBy(ProductId product, Units supply)
{
    // Every line waits for a unit at least: no more than `supply` lines can be served.
    return readSum(m_connection.run(
        "SELECT COUNT(*), CAST(COALESCE(SUM(units), 0) AS BIGINT), CAST(COALESCE(SUM(value), 0) AS BIGINT) FROM ("
        "SELECT units, units * unit_price AS value, SUM(units) OVER (ORDER BY " WAITLINE_RANK
        " ROWS UNBOUNDED PRECEDING) AS reached FROM (SELECT * FROM waiting_line WHERE product_id = ? ORDER BY product_id, " WAITLINE_RANK
        " LIMIT ?) AS head) AS counted WHERE reached <= ?",
        product, supply, supply));
}

WaitingSum WaitingStore::sum(ProductId product, bool preorder)
{
    return readSum(
        m_connection.run("SELECT COUNT(*), CAST(COALESCE(SUM(units), 0) AS BIGINT), CAST(COALESCE(SUM(units * unit_price), 0) AS BIGINT) "
                         "FROM waiting_line WHERE product_id = ? AND preorder = ?",
                         product, preorder));
}

void WaitingStore::walk(ProductId product, WalkColumns columns, const std::function<void(const WaitingStep &)> &seen)
{
    const QString promises = columns.promises ? QStringLiteral("l.promise_first, l.promise_current") : QStringLiteral("NULL, NULL");
    const QString orders = columns.orders ? QStringLiteral("o.customer_id, o.placed_at") : QStringLiteral("0, 0");
    const QString joins = (columns.promises ? QStringLiteral("JOIN order_line l ON l.id = w.order_line_id ") : QString()) +
                          (columns.orders ? QStringLiteral("JOIN sales_order o ON o.id = w.order_id ") : QString());
    Rows rows = m_connection.run(QStringLiteral("SELECT w.order_line_id, w.order_id, w.units, w.unit_price, w.preorder, %1, %2 "
                                                "FROM waiting_line w %3WHERE w.product_id = ? ORDER BY w.product_id, w.urgency, "
                                                "w.placed_at, w.rank_line, w.sequence")
                                     .arg(promises, orders, joins),
                                 {toSql(product)});
    while (rows.next()) {
        WaitingStep step{rows.id<OrderLineId>(0), rows.id<OrderId>(1), rows.integer(2), rows.integer(3), rows.boolean(4), {}, {}, {}, 0};
        if (columns.promises) {
            step.promiseFirst = rows.optionalDay(5);
            step.promise = rows.optionalDay(6);
        }
        if (columns.orders) {
            step.customer = rows.id<CustomerId>(7);
            step.placedAt = rows.integer(8);
        }
        seen(step);
    }
}

std::vector<ProductId> WaitingStore::productsMatching(const QString &text)
{
    const WordMatch match = WordMatch::of(m_connection.dialect(), QStringLiteral("product"),
                                          {QStringLiteral("product.sku_folded"), QStringLiteral("product.name_folded")}, text);
    return idsOf<ProductId>(m_connection.run(QStringLiteral("SELECT product.id FROM product WHERE ") + match.condition, match.values));
}

std::vector<QueueLine> WaitingStore::linesOfCustomersMatching(const QString &text)
{
    const WordMatch match =
        WordMatch::of(m_connection.dialect(), QStringLiteral("customer"), {QStringLiteral("customer.name_folded")}, text);
    return readQueueLines(m_connection.run(
        QStringLiteral(
            "SELECT w.product_id, w.urgency, w.placed_at, w.rank_line, w.sequence, w.order_line_id, w.order_id, w.units, "
            "w.unit_price, w.preorder FROM (SELECT DISTINCT COALESCE(customer.merged_into, customer.id) AS id FROM customer WHERE %1) c "
            "CROSS JOIN sales_order o CROSS JOIN order_line l CROSS JOIN waiting_line w WHERE o.customer_id = c.id AND l.order_id = o.id AND l.ordered > l.cancelled + l.shipped AND " WAITLINE_LINE_WAITS)
            .arg(match.condition),
        match.values));
}

std::vector<QueueLine> WaitingStore::linesOfOrder(OrderId order)
{
    return readQueueLines(m_connection.run(
        "SELECT w.product_id, w.urgency, w.placed_at, w.rank_line, w.sequence, w.order_line_id, w.order_id, w.units, w.unit_price, "
        "w.preorder FROM sales_order o CROSS JOIN order_line l CROSS JOIN waiting_line w WHERE o.id = ? AND l.order_id = o.id AND " WAITLINE_LINE_WAITS,
        order));
}

std::vector<CustomerId> WaitingStore::customersByName()
{
    return idsOf<CustomerId>(m_connection.run("SELECT id FROM customer ORDER BY name_folded, id"));
}

} // namespace waitline
