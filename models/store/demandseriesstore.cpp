#include "models/store/demandseriesstore.h"

#include "models/domain/demandspan.h"
#include "models/store/connection.h"

#include <unordered_map>

namespace waitline {

namespace {

std::vector<ProductDemand> readProducts(Rows rows)
{
    std::vector<ProductDemand> products;
    while (rows.next())
        products.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), 0});
    return products;
}

DemandSum readSum(Rows rows)
{
    return rows.next() ? DemandSum{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), 0} : DemandSum{};
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

std::vector<OrderedDemand> DemandSeriesStore::ordered(QDate from, QDate to)
{
    std::unordered_map<qint64, OrderedDemand> products;
    for (const SpanRun &run : spansOf(toDayNumber(from), toDayNumber(to))) {
        const qint64 sign = run.isTakenOff ? -1 : 1;
        // Added up here: sorting the rows by product would cost more than reading them.
        Rows rows = m_connection.run("SELECT product_id, preorder_units, backorder_units, preorder_value, backorder_value "
                                     "FROM demand_span WHERE days = ? AND first_day >= ? AND first_day < ?",
                                     run.days, run.first, run.end);
        while (rows.next()) {
            OrderedDemand &product = products[rows.integer(0)];
            product.product = rows.id<ProductId>(0);
            product.preorder += sign * rows.integer(1);
            product.backorder += sign * rows.integer(2);
            product.preorderValue += sign * rows.integer(3);
            product.backorderValue += sign * rows.integer(4);
        }
    }
    std::vector<OrderedDemand> demand;
    for (const auto &[id, product] : products) {
        if (product.units() > 0)
            demand.push_back(product);
    }
    return demand;
}

ProductDemand DemandSeriesStore::named(const OrderedDemand &demand)
{
    Rows rows = m_connection.run("SELECT sku, name FROM product WHERE id = ?", demand.product);
    if (!rows.next())
        return {};
    return {demand.product, rows.text(0), rows.text(1), demand.preorder, demand.backorder, demand.value(), demand.preorderValue};
}

std::vector<DayDemand> DemandSeriesStore::byDay(ProductId product, QDate from, QDate to)
{
    Rows rows = product.isValid()
                    ? m_connection.run("SELECT day, ordered_units, preorder_units, backorder_units, ordered_value, preorder_value, "
                                       "backorder_value FROM demand_day "
                                       "WHERE product_id = ? AND day BETWEEN ? AND ? ORDER BY day",
                                       product, from, to)
                    : m_connection.run("SELECT day, ordered_units, preorder_units, backorder_units, ordered_value, preorder_value, "
                                       "backorder_value FROM demand_total "
                                       "WHERE day BETWEEN ? AND ? ORDER BY day",
                                       from, to);
    std::vector<DayDemand> days;
    while (rows.next())
        days.push_back(
            {rows.integer(0), {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)}});
    return days;
}

} // namespace waitline
