#include "models/store/planinputstore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

#include <algorithm>

namespace waitline {

void PlanInputStore::add(std::vector<DayUnits> &days, const QString &select, const QString &rest, const PlanScope &scope)
{
    QString only = QStringLiteral(" ");
    QVariantList values;
    if (scope.product.isValid()) {
        only = QStringLiteral(" WHERE product_id = ? ");
        values += toSql(scope.product);
    } else if (!scope.category.isEmpty()) {
        only = QStringLiteral(" WHERE product_id IN (SELECT c.id FROM product c WHERE c.category = ?) ");
        values += toSql(scope.category);
    }
    Rows rows = m_connection.run(QString(select + only + rest), values);
    while (rows.next())
        days.push_back({rows.id<ProductId>(0), rows.integer(1), rows.integer(2), rows.integer(3)});
}

namespace {

constexpr const char *planned =
    "SELECT p.id, p.supplier_id, p.price, p.cost, p.release_day, p.edition_size, p.lead_days, p.pack, p.minimum_order, p.discontinued, "
    "s.on_hand, s.on_order, s.allocated + s.waiting_preorder + s.waiting_backorder, s.waiting_preorder + s.waiting_backorder, s.shipped, "
    "COALESCE(p.category, '') FROM product_stock s JOIN product p ON p.id = s.product_id ";

PlannedProduct plannedProduct(const Rows &rows)
{
    return {rows.id<ProductId>(0), rows.id<SupplierId>(1), rows.integer(2),  rows.integer(3), rows.optionalDay(4), rows.optionalInteger(5),
            int(rows.integer(6)),  rows.integer(7),        rows.integer(8),  rows.boolean(9), rows.integer(10),    rows.integer(11),
            rows.integer(12),      rows.integer(13),       rows.integer(14), rows.text(15)};
}

} // namespace

std::vector<PlannedProduct> PlanInputStore::products()
{
    std::vector<PlannedProduct> products;
    Rows rows = m_connection.run(QString(QLatin1String(planned) + QLatin1String("ORDER BY p.id")), QVariantList());
    while (rows.next())
        products.push_back(plannedProduct(rows));
    return products;
}

PlannedProduct PlanInputStore::product(ProductId id)
{
    Rows rows = m_connection.run(QString(QLatin1String(planned) + QLatin1String("WHERE p.id = ?")), QVariantList{id.value});
    return rows.next() ? plannedProduct(rows) : PlannedProduct{};
}

std::vector<ProductId> PlanInputStore::productsOf(const QString &category)
{
    return idsOf<ProductId>(m_connection.run("SELECT id FROM product WHERE category = ? ORDER BY id", category));
}

std::vector<DayUnits> PlanInputStore::demand(const PlanScope &scope)
{
    std::vector<DayUnits> days;
    add(days, QStringLiteral("SELECT product_id, day, ordered_units, preorder_units FROM demand_day"), {}, scope);
    add(days, QStringLiteral("SELECT product_id, day, units, 0 FROM refused_demand"), {}, scope);
    add(days, QStringLiteral("SELECT product_id, sold_day, units, 0 FROM sales_history"), {}, scope);
    add(days,
        QStringLiteral("SELECT product_id, day, units, 0 FROM (SELECT r.product_id AS product_id, o.placed_day AS day, "
                       "-(r.to_stock + r.scrapped) AS units FROM customer_return r JOIN order_line l ON l.id = r.order_line_id "
                       "JOIN sales_order o ON o.id = l.order_id) returned"),
        {}, scope);
    std::stable_sort(days.begin(), days.end(),
                     [](const DayUnits &a, const DayUnits &b) { return std::pair(a.product, a.day) < std::pair(b.product, b.day); });
    return days;
}

DayNumber PlanInputStore::firstDay()
{
    // Each by its index on the day.
    Rows rows = m_connection.run("SELECT MIN(day) FROM (SELECT MIN(placed_day) AS day FROM sales_order "
                                 "UNION ALL SELECT MIN(sold_day) FROM sales_history) first_days");
    return rows.next() ? rows.integer(0) : 0;
}

std::vector<DayUnits> PlanInputStore::freeStockChanges(const PlanScope &scope)
{
    std::vector<DayUnits> days;
    add(days,
        QStringLiteral(
            "SELECT product_id, day, CAST(SUM(change) AS BIGINT), 0 FROM (SELECT g.product_id AS product_id, p.at / 86400000 AS day, "
            "g.on_hand_delta - g.allocated_delta AS change FROM stock_ledger g JOIN operation p ON p.id = g.operation_id) moved"),
        QStringLiteral("GROUP BY product_id, day ORDER BY product_id, day"), scope);
    return days;
}

std::vector<FirstArrival> PlanInputStore::deliveries(SupplierId supplier)
{
    std::vector<FirstArrival> deliveries;
    const QString only = supplier.isValid() ? QStringLiteral("AND o.supplier_id = ? ") : QString();
    Rows rows = m_connection.run(
        QString(QLatin1String("SELECT o.supplier_id, o.placed_at / 86400000, o.expected_first, MIN(r.received_at) / 86400000 "
                              "FROM receipt r JOIN purchase_order o ON o.id = r.purchase_id WHERE r.voided_by IS NULL ") +
                only + QLatin1String("GROUP BY o.id, o.supplier_id, o.placed_at, o.expected_first ORDER BY o.supplier_id, o.id")),
        supplier.isValid() ? QVariantList{supplier.value} : QVariantList());
    while (rows.next())
        deliveries.push_back({rows.id<SupplierId>(0), rows.integer(1), rows.integer(2), rows.integer(3)});
    return deliveries;
}

std::pair<Units, Units> PlanInputStore::preordersKept()
{
    Rows rows = m_connection.run("SELECT CAST(COALESCE(SUM(ordered), 0) AS BIGINT), CAST(COALESCE(SUM(cancelled), 0) AS BIGINT) "
                                 "FROM order_line WHERE preorder = 1");
    return rows.next() ? std::pair(rows.integer(0), rows.integer(1)) : std::pair<Units, Units>(0, 0);
}

} // namespace waitline
