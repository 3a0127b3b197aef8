#include "models/store/behindstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

struct Source {
    QString from; ///< tables with o, l and p
    QString units;
    QString day; ///< what the scope's days are about
};

Source sourceOf(BehindQuestion::Lines lines)
{
    const QString orders = QStringLiteral("sales_order o JOIN order_line l ON l.order_id = o.id ");
    switch (lines) {
    case BehindQuestion::Lines::Waiting:
        return {QStringLiteral("waiting_line w JOIN order_line l ON l.id = w.order_line_id JOIN sales_order o ON o.id = w.order_id "),
                QStringLiteral("w.units"), QStringLiteral("o.placed_day")};
    case BehindQuestion::Lines::Queued:
        return {orders, QStringLiteral("(l.ordered * l.preorder + l.backordered)"), QStringLiteral("o.placed_day")};
    case BehindQuestion::Lines::Ordered: return {orders, QStringLiteral("l.ordered"), QStringLiteral("o.placed_day")};
    case BehindQuestion::Lines::Cancelled:
        return {QStringLiteral("cancellation x JOIN operation a ON a.id = x.operation_id JOIN order_line l ON l.id = x.order_line_id "
                               "JOIN sales_order o ON o.id = l.order_id "),
                QStringLiteral("CASE WHEN x.taken_back_by IS NULL THEN x.units ELSE 0 END"), QStringLiteral("(a.at / 86400000)")};
    }
    Q_UNREACHABLE();
}

SqlPart whereOf(const SqlDialect &dialect, const BehindQuestion &question, const Source &source)
{
    const DemandScope &scope = question.scope;
    SqlPart where{QStringLiteral(" WHERE %1 > 0").arg(source.units), {}};
    if (scope.from.isValid())
        where += {QStringLiteral(" AND %1 >= ?").arg(source.day), {toSql(scope.from)}};
    if (scope.to.isValid())
        where += {QStringLiteral(" AND %1 <= ?").arg(source.day), {toSql(scope.to)}};
    if (!scope.campaign.isEmpty())
        where += {QStringLiteral(" AND o.campaign_id = (SELECT id FROM campaign WHERE code = ?)"), {toSql(scope.campaign)}};
    where += productCondition(dialect, scope);
    return where;
}

} // namespace

std::vector<BehindRow> BehindStore::rows(const BehindQuestion &question, int limit)
{
    const Source source = sourceOf(question.lines);
    const SqlPart where = whereOf(m_connection.dialect(), question, source);
    Rows found = m_connection.run(QStringLiteral("SELECT o.id, c.name, o.placed_day, p.sku, %1, %1 * l.unit_price FROM %2"
                                                 "JOIN product p ON p.id = l.product_id JOIN customer c ON c.id = o.customer_id%3 "
                                                 "ORDER BY o.placed_day DESC, l.id DESC LIMIT ?")
                                      .arg(source.units, source.from, where.text),
                                  where.values + QVariantList{toSql(limit)});
    std::vector<BehindRow> rows;
    while (found.next())
        rows.push_back({found.id<OrderId>(0), found.text(1), found.day(2), found.text(3), found.integer(4), found.integer(5)});
    return rows;
}

BehindSum BehindStore::sum(const BehindQuestion &question)
{
    const Source source = sourceOf(question.lines);
    const SqlPart where = whereOf(m_connection.dialect(), question, source);
    Rows found = m_connection.run(QStringLiteral("SELECT COUNT(*), CAST(COALESCE(SUM(%1), 0) AS BIGINT), "
                                                 "CAST(COALESCE(SUM(%1 * l.unit_price), 0) AS BIGINT) FROM %2"
                                                 "JOIN product p ON p.id = l.product_id%3")
                                      .arg(source.units, source.from, where.text),
                                  where.values);
    return found.next() ? BehindSum{found.integer(0), found.integer(1), found.integer(2)} : BehindSum{};
}

} // namespace waitline
