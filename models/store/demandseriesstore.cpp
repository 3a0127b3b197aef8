#include "models/store/demandseriesstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

std::vector<ProductDemand> readProducts(Rows rows)
{
    std::vector<ProductDemand> products;
    while (rows.next())
        products.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return products;
}

DemandSum readSum(Rows rows)
{
    return rows.next() ? DemandSum{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)} : DemandSum{};
}

} // namespace

std::vector<ProductDemand> DemandSeriesStore::mostWaiting(int top)
{
    // In the order of the index product_stock_by_waiting: no more rows are read than given, but for ties.
    return readProducts(
        m_connection.run("SELECT p.id, p.sku, p.name, s.waiting_preorder, s.waiting_backorder, s.waiting_value FROM product_stock s "
                         "JOIN product p ON p.id = s.product_id WHERE s.waiting_preorder + s.waiting_backorder > 0 "
                         "ORDER BY s.waiting_preorder + s.waiting_backorder DESC, s.product_id LIMIT ?",
                         top));
}

DemandSum DemandSeriesStore::allWaiting()
{
    // One pass over the counters: by the index, each row would be looked up on its own.
    return readSum(
        m_connection.run("SELECT CAST(COALESCE(SUM(CASE WHEN waiting_lines > 0 THEN 1 ELSE 0 END), 0) AS BIGINT), "
                         "CAST(COALESCE(SUM(waiting_preorder), 0) AS BIGINT), CAST(COALESCE(SUM(waiting_backorder), 0) AS BIGINT), "
                         "CAST(COALESCE(SUM(waiting_value), 0) AS BIGINT) FROM product_stock"));
}

std::vector<ProductDemand> DemandSeriesStore::mostOrdered(QDate from, QDate to, int top)
{
    return readProducts(m_connection.run(
        "SELECT p.id, p.sku, p.name, CAST(d.preorder AS BIGINT), CAST(d.backorder AS BIGINT), CAST(d.value AS BIGINT) FROM ("
        "SELECT product_id, SUM(preorder_units) AS preorder, SUM(backorder_units) AS backorder, SUM(ordered_value) AS value "
        "FROM demand_day WHERE day BETWEEN ? AND ? GROUP BY product_id) d JOIN product p ON p.id = d.product_id "
        "WHERE d.preorder + d.backorder > 0 ORDER BY d.preorder + d.backorder DESC, d.product_id LIMIT ?",
        from, to, top));
}

DemandSum DemandSeriesStore::allOrdered(QDate from, QDate to)
{
    return readSum(m_connection.run(
        "SELECT COUNT(*), CAST(COALESCE(SUM(preorder), 0) AS BIGINT), CAST(COALESCE(SUM(backorder), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(value), 0) AS BIGINT) FROM (SELECT SUM(preorder_units) AS preorder, SUM(backorder_units) AS backorder, "
        "SUM(ordered_value) AS value FROM demand_day WHERE day BETWEEN ? AND ? GROUP BY product_id) d WHERE preorder + backorder > 0",
        from, to));
}

std::vector<DayDemand> DemandSeriesStore::byDay(ProductId product, QDate from, QDate to)
{
    Rows rows = product.isValid()
                    ? m_connection.run("SELECT day, ordered_units, preorder_units, backorder_units, ordered_value FROM demand_day "
                                       "WHERE product_id = ? AND day BETWEEN ? AND ? ORDER BY day",
                                       product, from, to)
                    : m_connection.run("SELECT day, ordered_units, preorder_units, backorder_units, ordered_value FROM demand_total "
                                       "WHERE day BETWEEN ? AND ? ORDER BY day",
                                       from, to);
    std::vector<DayDemand> days;
    while (rows.next())
        days.push_back({rows.integer(0), {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)}});
    return days;
}

} // namespace waitline
