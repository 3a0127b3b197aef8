#include "models/store/behindstore.h"

#include "models/store/connection.h"
#include "models/store/queueddemandstore.h"

namespace waitline {

namespace {

struct Source {
    QString from; ///< tables with o and l
    QString units;
    QString day; ///< what the scope's days are about
    SqlPart condition; ///< " AND …" besides
};

Source sourceOf(const BehindQuestion &question)
{
    const QString orders = QStringLiteral("sales_order o JOIN order_line l ON l.order_id = o.id ");
    const QString placed = QStringLiteral("o.placed_day");
    switch (question.lines) {
    case BehindQuestion::Lines::Waiting:
        return {QStringLiteral("waiting_line w JOIN order_line l ON l.id = w.order_line_id JOIN sales_order o ON o.id = w.order_id "),
                QStringLiteral("w.units"), placed, {}};
    case BehindQuestion::Lines::Queued: return {orders, QStringLiteral("(l.ordered * l.preorder + l.backordered)"), placed, {}};
    case BehindQuestion::Lines::Ordered: return {orders, QStringLiteral("l.ordered"), placed, {}};
    case BehindQuestion::Lines::Preordered: return {orders, QStringLiteral("(l.ordered * l.preorder)"), placed, {}};
    case BehindQuestion::Lines::Withdrawn:
        return {QStringLiteral("cancellation x JOIN operation a ON a.id = x.operation_id JOIN order_line l ON l.id = x.order_line_id "
                               "JOIN sales_order o ON o.id = l.order_id "),
                u'(' + withdrawnWhileWaiting() + u')', QStringLiteral("(a.at / 86400000)"), {QStringLiteral(" AND x.taken_back_by IS NULL"), {}}};
    case BehindQuestion::Lines::Together: {
        SqlPart other{QStringLiteral(" AND EXISTS (SELECT 1 FROM order_line t "
                                     "WHERE t.order_id = o.id AND t.product_id <> l.product_id"),
                      {}};
        for (ProductId product : question.scope.products)
            other.values += toSql(product);
        other.text += QStringLiteral(" AND t.product_id IN (%1))")
                          .arg(QStringList(other.values.size(), QStringLiteral("?")).join(u','));
        return {orders, QStringLiteral("l.ordered"), placed, other};
    }
    }
    Q_UNREACHABLE();
}

/// Where the scope is about products, p is one.
QString productOf(const BehindQuestion &question)
{
    return question.scope.isNarrow() ? QStringLiteral("JOIN product p ON p.id = l.product_id") : QString();
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
    if (question.isWithoutCampaign)
        where.text += QStringLiteral(" AND o.campaign_id IS NULL");
    if (question.channel)
        where += {QStringLiteral(" AND o.channel = ?"), {toSql(*question.channel)}};
    if (question.country)
        where += {QStringLiteral(" AND o.customer_id IN (SELECT id FROM customer WHERE country = ?)"), {toSql(*question.country)}};
    where += source.condition;
    where += productCondition(dialect, scope);
    return where;
}

} // namespace

std::vector<BehindRow> BehindStore::rows(const BehindQuestion &question, int limit)
{
    const Source source = sourceOf(question);
    const SqlPart where = whereOf(m_connection.dialect(), question, source);
    // Names are looked up for the rows that are shown, and no others.
    Rows found =
        m_connection.run(QStringLiteral("SELECT f.order_id, c.name, f.placed_day, p.sku, f.units, f.units * f.unit_price FROM ("
                                        "SELECT o.id AS order_id, o.customer_id, o.placed_day, l.id AS line, l.product_id, l.unit_price, "
                                        "%1 AS units FROM %2%3%4 ORDER BY o.placed_day DESC, l.id DESC LIMIT ?) f "
                                        "JOIN product p ON p.id = f.product_id JOIN customer c ON c.id = f.customer_id "
                                        "ORDER BY f.placed_day DESC, f.line DESC")
                             .arg(source.units, source.from, productOf(question), where.text),
                         where.values + QVariantList{toSql(limit)});
    std::vector<BehindRow> rows;
    while (found.next())
        rows.push_back({found.id<OrderId>(0), found.text(1), found.day(2), found.text(3), found.integer(4), found.integer(5)});
    return rows;
}

BehindSum BehindStore::sum(const BehindQuestion &question)
{
    const Source source = sourceOf(question);
    const SqlPart where = whereOf(m_connection.dialect(), question, source);
    Rows found = m_connection.run(QStringLiteral("SELECT COUNT(*), CAST(COALESCE(SUM(%1), 0) AS BIGINT), "
                                                 "CAST(COALESCE(SUM(%1 * l.unit_price), 0) AS BIGINT) FROM %2%3%4")
                                      .arg(source.units, source.from, productOf(question), where.text),
                                  where.values);
    return found.next() ? BehindSum{found.integer(0), found.integer(1), found.integer(2)} : BehindSum{};
}

} // namespace waitline
