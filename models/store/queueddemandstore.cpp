#include "models/store/queueddemandstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

/// " AND … BETWEEN": the scope's days on a column.
SqlPart within(const DemandScope &scope, const QString &day)
{
    SqlPart part;
    if (scope.from.isValid())
        part += {QStringLiteral(" AND %1 >= ?").arg(day), {toSql(scope.from)}};
    if (scope.to.isValid())
        part += {QStringLiteral(" AND %1 <= ?").arg(day), {toSql(scope.to)}};
    return part;
}

SqlPart ofCampaign(const DemandScope &scope)
{
    if (scope.campaign.isEmpty())
        return {};
    return {QStringLiteral(" AND o.campaign_id = (SELECT id FROM campaign WHERE code = ?)"), {toSql(scope.campaign)}};
}

const QString cancellations = QStringLiteral("cancellation x JOIN operation a ON a.id = x.operation_id JOIN order_line l "
                                             "ON l.id = x.order_line_id JOIN sales_order o ON o.id = l.order_id "
                                             "JOIN product p ON p.id = l.product_id WHERE x.taken_back_by IS NULL");
const QString dayOfOperation = QStringLiteral("(a.at / 86400000)");

} // namespace

QString withdrawnWhileWaiting()
{
    // Units that were allocated say so in the ledger; what came back from a customer is cancelled after the fact.
    return QStringLiteral("CASE WHEN EXISTS (SELECT 1 FROM customer_return r WHERE r.operation_id = x.operation_id "
                          "AND r.order_line_id = x.order_line_id) THEN 0 ELSE x.units + COALESCE((SELECT CAST(SUM(f.units) AS BIGINT) "
                          "FROM stock_ledger g JOIN allocation f ON f.ledger_id = g.id AND f.order_line_id = x.order_line_id "
                          "WHERE g.operation_id = x.operation_id AND g.product_id = l.product_id AND g.cause = 'cancel'), 0) END");
}

std::vector<QueuedDay> QueuedDemandStore::queuedDays(const SqlPart &sql)
{
    std::vector<QueuedDay> days;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return days;
}

std::vector<UnitsOnDay> QueuedDemandStore::unitsByDay(const SqlPart &sql)
{
    std::vector<UnitsOnDay> days;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1)});
    return days;
}

std::vector<QueuedDay> QueuedDemandStore::waitingByDay(const DemandScope &scope)
{
    SqlPart sql{
        QStringLiteral(
            "SELECT o.placed_day, CAST(SUM(w.units * w.preorder) AS BIGINT), "
            "CAST(SUM(w.units * (1 - w.preorder)) AS BIGINT), COUNT(*), CAST(SUM(w.units * w.unit_price) AS BIGINT), "
            "CAST(SUM(w.units * w.preorder * w.unit_price) AS BIGINT) FROM waiting_line w JOIN sales_order o ON o.id = w.order_id "),
        {}};
    if (scope.isNarrow())
        sql.text += QStringLiteral("JOIN product p ON p.id = w.product_id ");
    sql.text += QStringLiteral("WHERE 1 = 1");
    sql += ofCampaign(scope);
    sql += productCondition(m_connection.dialect(), scope);
    sql.text += QStringLiteral(" GROUP BY o.placed_day ORDER BY o.placed_day");
    return queuedDays(sql);
}

std::vector<QueuedDay> QueuedDemandStore::withdrawnByDay(const DemandScope &scope)
{
    SqlPart found{QStringLiteral("SELECT %1 AS day, l.preorder, l.unit_price, %2 AS units FROM %3")
                      .arg(dayOfOperation, withdrawnWhileWaiting(), cancellations),
                  {}};
    found += within(scope, dayOfOperation);
    found += ofCampaign(scope);
    found += productCondition(m_connection.dialect(), scope);
    return queuedDays({QStringLiteral("SELECT day, CAST(SUM(units * preorder) AS BIGINT), CAST(SUM(units * (1 - preorder)) AS BIGINT), "
                                      "COUNT(*), CAST(SUM(units * unit_price) AS BIGINT), "
                                      "CAST(SUM(units * preorder * unit_price) AS BIGINT) FROM (%1) found WHERE units > 0 "
                                      "GROUP BY day ORDER BY day")
                           .arg(found.text),
                       found.values});
}

std::vector<UnitsOnDay> QueuedDemandStore::withdrawnByOrderDay(const DemandScope &scope)
{
    SqlPart lines{QStringLiteral("SELECT o.placed_day AS day, l.ordered * l.preorder + l.backordered AS queued, %1 AS units, l.id AS line "
                                 "FROM %2")
                      .arg(withdrawnWhileWaiting(), cancellations),
                  {}};
    lines += within(scope, QStringLiteral("o.placed_day"));
    lines += ofCampaign(scope);
    lines += productCondition(m_connection.dialect(), scope);
    return unitsByDay({QStringLiteral("SELECT day, CAST(SUM(CASE WHEN units > queued THEN queued ELSE units END) AS BIGINT) FROM "
                                      "(SELECT day, line, queued, SUM(units) AS units FROM (%1) each GROUP BY day, line, queued) found "
                                      "GROUP BY day ORDER BY day")
                           .arg(lines.text),
                       lines.values});
}

std::vector<UnitsOnDay> QueuedDemandStore::queuedByDay(const DemandScope &scope)
{
    if (!scope.isNarrow() && scope.campaign.isEmpty()) {
        SqlPart total{QStringLiteral("SELECT day, preorder_units + backorder_units FROM demand_total d WHERE 1 = 1"), {}};
        total += within(scope, QStringLiteral("d.day"));
        return unitsByDay({total.text + QStringLiteral(" ORDER BY day"), total.values});
    }
    SqlPart sql{QStringLiteral("SELECT d.day, CAST(SUM(d.preorder_units + d.backorder_units) AS BIGINT) FROM "), {}};
    sql += demandDays(scope);
    sql.text += QStringLiteral(" d JOIN product p ON p.id = d.product_id WHERE 1 = 1");
    sql += productCondition(m_connection.dialect(), scope);
    sql.text += QStringLiteral(" GROUP BY d.day ORDER BY d.day");
    return unitsByDay(sql);
}

std::vector<LaunchOfProduct> QueuedDemandStore::launches(const DemandScope &scope, QDate today, bool isComing, int limit)
{
    SqlPart sql{QStringLiteral("SELECT p.id, p.sku, p.name, p.release_day FROM product p WHERE p.release_day %1 ? AND EXISTS "
                               "(SELECT 1 FROM demand_day d WHERE d.product_id = p.id AND d.preorder_units > 0)")
                    .arg(isComing ? QStringLiteral(">") : QStringLiteral("<=")),
                {toSql(today)}};
    sql += productCondition(m_connection.dialect(), scope);
    sql += {QStringLiteral(" ORDER BY p.release_day %1, p.id LIMIT ?").arg(isComing ? QStringLiteral("ASC") : QStringLiteral("DESC")),
            {toSql(limit)}};
    std::vector<LaunchOfProduct> found;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        found.push_back({{rows.id<ProductId>(0), rows.text(1), rows.text(2)}, rows.day(3)});
    return found;
}

std::vector<UnitsOnDay> QueuedDemandStore::preorders(ProductId product)
{
    return unitsByDay(
        {QStringLiteral("SELECT day, preorder_units FROM demand_day WHERE product_id = ? AND preorder_units <> 0 ORDER BY day"),
         {toSql(product)}});
}

std::vector<RefusedUnits> QueuedDemandStore::refused(const DemandScope &scope, MostBy by)
{
    SqlPart sql{QStringLiteral(
                    "SELECT p.id, p.sku, p.name, CAST(SUM(r.units) AS BIGINT) AS units, COUNT(*), "
                    "CAST(SUM(r.units * p.price) AS BIGINT) AS value FROM refused_demand r JOIN product p ON p.id = r.product_id "
                    "WHERE 1 = 1"),
                {}};
    sql += within(scope, QStringLiteral("r.day"));
    sql += productCondition(m_connection.dialect(), scope);
    sql.text += QStringLiteral(" GROUP BY p.id, p.sku, p.name ORDER BY %1 DESC, p.id")
                    .arg(by == MostBy::Value ? QStringLiteral("value") : QStringLiteral("units"));
    std::vector<RefusedUnits> found;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        found.push_back({{rows.id<ProductId>(0), rows.text(1), rows.text(2)}, rows.integer(3), rows.integer(4), rows.integer(5)});
    return found;
}

} // namespace waitline
