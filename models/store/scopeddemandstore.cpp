#include "models/store/scopeddemandstore.h"

#include "models/store/connection.h"

namespace waitline {

/// Rows (id, sku, name, preorder, backorder, value, preorder_value) of products with something waiting.
SqlPart ScopedDemandStore::waitingOf(const DemandScope &scope) const
{
    SqlPart rows;
    if (scope.campaign.isEmpty()) {
        rows.text = QStringLiteral("SELECT p.id, p.sku, p.name, s.waiting_preorder AS preorder, s.waiting_backorder AS backorder, "
                                   "s.waiting_value AS value, CASE WHEN s.waiting_backorder = 0 THEN s.waiting_value "
                                   "WHEN s.waiting_preorder = 0 THEN 0 ELSE (SELECT CAST(SUM(w.units * w.unit_price) AS BIGINT) "
                                   "FROM waiting_line w WHERE w.product_id = s.product_id AND w.preorder = 1) END AS preorder_value "
                                   "FROM product_stock s JOIN product p ON p.id = s.product_id "
                                   "WHERE s.waiting_preorder + s.waiting_backorder > 0");
        rows += productCondition(m_connection.dialect(), scope);
        return rows;
    }
    rows.text = QStringLiteral(
        "SELECT p.id, p.sku, p.name, SUM(w.units * w.preorder) AS preorder, SUM(w.units * (1 - w.preorder)) AS backorder, "
        "SUM(w.units * w.unit_price) AS value, SUM(w.units * w.preorder * w.unit_price) AS preorder_value FROM waiting_line w JOIN sales_order o ON o.id = w.order_id "
        "JOIN product p ON p.id = w.product_id WHERE o.campaign_id = (SELECT id FROM campaign WHERE code = ?)");
    rows.values += toSql(scope.campaign);
    rows += productCondition(m_connection.dialect(), scope);
    rows.text += QStringLiteral(" GROUP BY p.id, p.sku, p.name");
    return rows;
}

SqlPart ScopedDemandStore::orderedOf(const DemandScope &scope) const
{
    SqlPart rows{QStringLiteral("SELECT p.id, p.sku, p.name, SUM(d.preorder_units) AS preorder, SUM(d.backorder_units) AS backorder, "
                                "SUM(d.preorder_value + d.backorder_value) AS value, SUM(d.preorder_value) AS preorder_value FROM "),
                 {}};
    rows += demandDays(scope);
    rows.text += QStringLiteral(" d JOIN product p ON p.id = d.product_id WHERE 1 = 1");
    rows += productCondition(m_connection.dialect(), scope);
    rows.text += QStringLiteral(" GROUP BY p.id, p.sku, p.name HAVING SUM(d.preorder_units) + SUM(d.backorder_units) > 0");
    return rows;
}

std::vector<ProductDemand> ScopedDemandStore::most(const SqlPart &rows, MostBy by, int top)
{
    const QString order = by == MostBy::Value ? QStringLiteral("value") : QStringLiteral("preorder + backorder");
    Rows found = m_connection.run(QStringLiteral(
                                      "SELECT id, sku, name, CAST(preorder AS BIGINT), CAST(backorder AS BIGINT), "
                                      "CAST(value AS BIGINT), CAST(preorder_value AS BIGINT) FROM (%1) found ORDER BY %2 DESC, id LIMIT ?")
                                      .arg(rows.text, order),
                                  rows.values + QVariantList{toSql(top)});
    std::vector<ProductDemand> products;
    while (found.next())
        products.push_back(
            {found.id<ProductId>(0), found.text(1), found.text(2), found.integer(3), found.integer(4), found.integer(5), found.integer(6)});
    return products;
}

DemandSum ScopedDemandStore::sum(const SqlPart &rows)
{
    Rows found = m_connection.run(QStringLiteral("SELECT COUNT(*), CAST(COALESCE(SUM(preorder), 0) AS BIGINT), "
                                                 "CAST(COALESCE(SUM(backorder), 0) AS BIGINT), CAST(COALESCE(SUM(value), 0) AS BIGINT), "
                                                 "CAST(COALESCE(SUM(preorder_value), 0) AS BIGINT) FROM (%1) found")
                                      .arg(rows.text),
                                  rows.values);
    if (!found.next())
        return {};
    DemandSum all;
    all.products = found.integer(0);
    all.preorder = found.integer(1);
    all.backorder = found.integer(2);
    all.value = found.integer(3);
    all.preorderValue = found.integer(4);
    return all;
}

std::vector<ProductDemand> ScopedDemandStore::mostWaiting(const DemandScope &scope, MostBy by, int top)
{
    return most(waitingOf(scope), by, top);
}

DemandSum ScopedDemandStore::allWaiting(const DemandScope &scope) { return sum(waitingOf(scope)); }

std::vector<ProductDemand> ScopedDemandStore::mostOrdered(const DemandScope &scope, MostBy by, int top)
{
    return most(orderedOf(scope), by, top);
}

DemandSum ScopedDemandStore::allOrdered(const DemandScope &scope) { return sum(orderedOf(scope)); }

/// Rows (day, ordered, preorder, backorder, value), from the totals where the scope leaves nothing out.
SqlPart ScopedDemandStore::daysOf(const DemandScope &scope) const
{
    if (!scope.isNarrow() && scope.campaign.isEmpty())
        return demandTotals(scope);
    SqlPart rows{QStringLiteral("SELECT d.day, CAST(SUM(d.ordered_units) AS BIGINT), CAST(SUM(d.preorder_units) AS BIGINT), "
                                "CAST(SUM(d.backorder_units) AS BIGINT), CAST(SUM(d.ordered_value) AS BIGINT), "
                                "CAST(SUM(d.preorder_value) AS BIGINT), CAST(SUM(d.backorder_value) AS BIGINT) FROM "),
                 {}};
    rows += demandDays(scope);
    rows.text += QStringLiteral(" d JOIN product p ON p.id = d.product_id WHERE 1 = 1");
    rows += productCondition(m_connection.dialect(), scope);
    rows.text += QStringLiteral(" GROUP BY d.day ORDER BY d.day");
    return rows;
}

std::vector<DayDemand> ScopedDemandStore::byDay(const DemandScope &scope)
{
    const SqlPart rows = daysOf(scope);
    Rows found = m_connection.run(rows.text, rows.values);
    std::vector<DayDemand> days;
    while (found.next()) {
        DayDemand day;
        day.day = found.integer(0);
        day.ordered.ordered = found.integer(1);
        day.ordered.preorder = found.integer(2);
        day.ordered.backordered = found.integer(3);
        day.ordered.value = found.integer(4);
        day.ordered.preorderValue = found.integer(5);
        day.ordered.backorderedValue = found.integer(6);
        days.push_back(day);
    }
    return days;
}

QStringList ScopedDemandStore::categories()
{
    Rows found = m_connection.run("SELECT DISTINCT category FROM product WHERE category <> '' ORDER BY category");
    QStringList categories;
    while (found.next())
        categories += found.text(0);
    return categories;
}

std::vector<std::pair<qint64, QString>> ScopedDemandStore::suppliers()
{
    Rows found = m_connection.run("SELECT id, name FROM supplier ORDER BY name_folded");
    std::vector<std::pair<qint64, QString>> suppliers;
    while (found.next())
        suppliers.emplace_back(found.integer(0), found.text(1));
    return suppliers;
}

QStringList ScopedDemandStore::campaigns()
{
    Rows found = m_connection.run("SELECT code FROM campaign ORDER BY code");
    QStringList campaigns;
    while (found.next())
        campaigns += found.text(0);
    return campaigns;
}

bool ScopedDemandStore::hasSales()
{
    return m_connection.integer("SELECT COUNT(*) FROM (SELECT 1 FROM order_line LIMIT 1) AS o") > 0 ||
           m_connection.integer("SELECT COUNT(*) FROM (SELECT 1 FROM sales_history LIMIT 1) AS s") > 0;
}

std::vector<ProductName> ScopedDemandStore::names(const std::vector<ProductId> &products)
{
    std::vector<ProductName> names;
    for (ProductId product : products) {
        Rows found = m_connection.run("SELECT sku, name FROM product WHERE id = ?", product);
        if (found.next())
            names.push_back({product, found.text(0), found.text(1)});
    }
    return names;
}

} // namespace waitline
