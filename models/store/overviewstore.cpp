#include "models/store/overviewstore.h"

#include "models/store/connection.h"

namespace waitline {

WaitingTotals OverviewStore::waiting()
{
    // The counters tell the kinds apart by units only: of products for which both kinds wait, the line is read.
    Rows rows = m_connection.run(
        "SELECT CAST(COALESCE(SUM(waiting_preorder), 0) AS BIGINT), CAST(COALESCE(SUM(waiting_backorder), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(waiting_lines), 0) AS BIGINT), CAST(COALESCE(SUM(waiting_value), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN waiting_backorder = 0 THEN waiting_lines WHEN waiting_preorder = 0 THEN 0 ELSE "
        "(SELECT COUNT(*) FROM waiting_line w WHERE w.product_id = s.product_id AND w.preorder = 1) END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN waiting_backorder = 0 THEN waiting_value WHEN waiting_preorder = 0 THEN 0 ELSE "
        "(SELECT CAST(SUM(w.units * w.unit_price) AS BIGINT) FROM waiting_line w WHERE w.product_id = s.product_id AND w.preorder = 1) "
        "END), 0) AS BIGINT) FROM product_stock s");
    if (!rows.next())
        return {};
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)};
}

WaitingSince OverviewStore::longestWaitingSince() { return {longestWaitingSince(true), longestWaitingSince(false)}; }

std::optional<Instant> OverviewStore::longestWaitingSince(bool preorder)
{
    // Within a product and priority the oldest line is the first: only lines with a priority are looked at one by one, and
    // those of products for which both kinds wait.
    const QString own = preorder ? QStringLiteral("s.waiting_preorder > 0 AND s.waiting_backorder = 0")
                                 : QStringLiteral("s.waiting_backorder > 0 AND s.waiting_preorder = 0");
    const QString first =
        QStringLiteral("SELECT (SELECT MIN(placed_at) FROM waiting_line w WHERE w.product_id = s.product_id AND %1) AS placed_at "
                       "FROM product_stock s WHERE %2");
    const QStringList parts{first.arg(QStringLiteral("w.urgency = 0"), own), first.arg(QStringLiteral("w.urgency < 0"), own),
                            first.arg(QStringLiteral("w.urgency > 0"), own),
                            first.arg(QStringLiteral("w.preorder = %1").arg(int(preorder)),
                                      QStringLiteral("s.waiting_preorder > 0 AND s.waiting_backorder > 0"))};
    Rows rows = m_connection.run(QStringLiteral("SELECT MIN(placed_at) FROM (%1) AS firsts").arg(parts.join(QStringLiteral(" UNION ALL "))),
                                 QVariantList());
    return rows.next() ? rows.optionalInteger(0) : std::nullopt;
}

std::vector<UnitsOfProduct> OverviewStore::mostRefused(QDate since, int top)
{
    std::vector<UnitsOfProduct> refused;
    Rows rows = m_connection.run("SELECT p.id, p.sku, p.name, CAST(r.units AS BIGINT) FROM (SELECT product_id, SUM(units) AS units "
                                 "FROM refused_demand WHERE day >= ? GROUP BY product_id) r JOIN product p ON p.id = r.product_id "
                                 "ORDER BY r.units DESC, p.id LIMIT ?",
                                 since, top);
    while (rows.next())
        refused.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3)});
    return refused;
}

bool OverviewStore::hasProducts() { return m_connection.run("SELECT 1 FROM product LIMIT 1").next(); }

} // namespace waitline
