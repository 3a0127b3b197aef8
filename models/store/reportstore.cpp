#include "models/store/reportstore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

#include <limits>

namespace waitline {

namespace {

constexpr DayNumber endOfTime = 1'000'000'000;

DayNumber firstDay(const DemandQuery &query) { return query.from ? toDayNumber(*query.from) : -endOfTime; }
DayNumber lastDay(const DemandQuery &query) { return query.to ? toDayNumber(*query.to) : endOfTime; }

} // namespace

std::vector<WaitingReportRow> ReportStore::waitingLine(ProductId product)
{
    std::vector<WaitingReportRow> lines;
    Rows rows = m_connection.run(
        "SELECT w.product_id, w.order_id, w.order_line_id, c.name, w.units, w.preorder, l.promise_current, l.promise_first, w.unit_price "
        "FROM waiting_line w JOIN order_line l ON l.id = w.order_line_id "
        "JOIN sales_order o ON o.id = w.order_id JOIN customer c ON c.id = o.customer_id "
        "WHERE w.product_id = ? ORDER BY w.product_id, w.urgency, w.placed_at, w.rank_line, w.sequence",
        product);
    while (rows.next()) {
        lines.push_back({rows.id<ProductId>(0), rows.id<OrderId>(1), rows.id<OrderLineId>(2), rows.text(3), rows.integer(4),
                         rows.boolean(5), rows.optionalDay(6), rows.optionalDay(7), rows.integer(8)});
    }
    return lines;
}

std::vector<ProductId> ReportStore::productsWithPromises()
{
    return idsOf<ProductId>(m_connection.run("SELECT DISTINCT w.product_id FROM waiting_line w JOIN order_line l ON l.id = w.order_line_id "
                                             "WHERE l.promise_current IS NOT NULL ORDER BY w.product_id"));
}

#define WAITLINE_DEMAND(ofProducts, ofDays)                                                                                                \
    "SELECT p.id, p.sku, p.name, s.waiting_preorder, s.waiting_backorder, s.waiting_value, "                                               \
    "CAST(COALESCE(d.ordered, 0) AS BIGINT), CAST(COALESCE(d.preorder, 0) AS BIGINT), CAST(COALESCE(d.backorder, 0) AS BIGINT), "          \
    "CAST(COALESCE(d.value, 0) AS BIGINT), CAST(COALESCE(d.preorder_value, 0) AS BIGINT), "                                                \
    "CAST(COALESCE(d.backorder_value, 0) AS BIGINT) FROM product_stock s JOIN product p ON p.id = s.product_id "                           \
    "LEFT JOIN (SELECT product_id, SUM(ordered_units) AS ordered, SUM(preorder_units) AS preorder, "                                       \
    "SUM(backorder_units) AS backorder, SUM(ordered_value) AS value, SUM(preorder_value) AS preorder_value, "                              \
    "SUM(backorder_value) AS backorder_value FROM demand_day WHERE day BETWEEN ? AND ? " ofDays                                            \
    "GROUP BY product_id) d ON d.product_id = s.product_id WHERE " ofProducts                                                              \
    "(s.waiting_preorder + s.waiting_backorder > 0 OR COALESCE(d.ordered, 0) > 0) ORDER BY s.waiting_preorder + s.waiting_backorder "      \
    "DESC, COALESCE(d.preorder, 0) + COALESCE(d.backorder, 0) DESC, p.sku LIMIT ?"
#define WAITLINE_DEMAND_BY_DAY(ofProducts)                                                                                                 \
    "SELECT p.id, p.sku, p.name, d.day, d.ordered_units, d.preorder_units, d.backorder_units, d.ordered_value, d.preorder_value, "         \
    "d.backorder_value FROM demand_day d JOIN product p ON p.id = d.product_id WHERE d.day BETWEEN ? AND ? " ofProducts                    \
    "ORDER BY d.day, p.sku"

std::vector<DemandReportRow> ReportStore::demand(const DemandQuery &query)
{
    std::vector<DemandReportRow> report;
    const qint64 top = query.top.value_or(std::numeric_limits<qint64>::max());
    Rows rows = query.product.isValid() ? m_connection.run(WAITLINE_DEMAND("p.id = ? AND ", "AND product_id = ? "), firstDay(query),
                                                           lastDay(query), query.product, query.product, top)
                                        : m_connection.run(WAITLINE_DEMAND("", ""), firstDay(query), lastDay(query), top);
    while (rows.next()) {
        report.push_back({rows.id<ProductId>(0),
                          rows.text(1),
                          rows.text(2),
                          {},
                          rows.integer(3),
                          rows.integer(4),
                          rows.integer(5),
                          {rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9), rows.integer(10), rows.integer(11)}});
    }
    return report;
}

std::vector<DemandReportRow> ReportStore::demandByDay(const DemandQuery &query)
{
    std::vector<DemandReportRow> report;
    Rows rows = query.product.isValid()
                    ? m_connection.run(WAITLINE_DEMAND_BY_DAY("AND d.product_id = ? "), firstDay(query), lastDay(query), query.product)
                    : m_connection.run(WAITLINE_DEMAND_BY_DAY(""), firstDay(query), lastDay(query));
    while (rows.next()) {
        report.push_back({rows.id<ProductId>(0),
                          rows.text(1),
                          rows.text(2),
                          rows.integer(3),
                          0,
                          0,
                          0,
                          {rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9)}});
    }
    return report;
}

#define WAITLINE_WAITING_BY_DAY(ofProducts)                                                                                                \
    "SELECT w.product_id, p.sku, p.name, o.placed_day, CAST(SUM(CASE WHEN w.preorder = 1 THEN w.units ELSE 0 END) AS BIGINT), "            \
    "CAST(SUM(CASE WHEN w.preorder = 1 THEN 0 ELSE w.units END) AS BIGINT), CAST(SUM(w.units * w.unit_price) AS BIGINT) "                  \
    "FROM waiting_line w JOIN sales_order o ON o.id = w.order_id JOIN product p ON p.id = w.product_id "                                   \
    "WHERE o.placed_day BETWEEN ? AND ? " ofProducts "GROUP BY w.product_id, p.sku, p.name, o.placed_day"

std::vector<DemandReportRow> ReportStore::waitingByDay(const DemandQuery &query)
{
    std::vector<DemandReportRow> report;
    Rows rows = query.product.isValid()
                    ? m_connection.run(WAITLINE_WAITING_BY_DAY("AND w.product_id = ? "), firstDay(query), lastDay(query), query.product)
                    : m_connection.run(WAITLINE_WAITING_BY_DAY(""), firstDay(query), lastDay(query));
    while (rows.next())
        report.push_back(
            {rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), {}});
    return report;
}

} // namespace waitline
