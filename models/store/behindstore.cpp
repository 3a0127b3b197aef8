#include "models/store/behindstore.h"

#include "models/store/connection.h"
#include "models/store/queueddemandstore.h"

namespace waitline {

namespace {

struct Source {
    QString from; ///< tables with o and l, a line of an order or a waiting line
    QString lineId;
    QString units;
    QString day; ///< what the scope's days are about
    SqlPart condition; ///< " AND …" besides
};

Source sourceOf(const BehindQuestion &question)
{
    // Of all orders line by line: its order is the one before or the next, where lines would be found one by one.
    const bool isOfAll = question.scope.campaign.isEmpty() && !question.scope.from.isValid();
    const QString orders =
        isOfAll ? QStringLiteral("order_line l CROSS JOIN sales_order o ") : QStringLiteral("sales_order o CROSS JOIN order_line l ");
    const SqlPart ofOrder{QStringLiteral(" AND o.id = l.order_id"), {}};
    const QString lineId = QStringLiteral("l.id");
    const QString placed = QStringLiteral("o.placed_day");
    switch (question.lines) {
    case BehindQuestion::Lines::Waiting:
        return {QStringLiteral("waiting_line l JOIN sales_order o ON o.id = l.order_id "),
                QStringLiteral("l.order_line_id"),
                QStringLiteral("l.units"),
                placed,
                {}};
    case BehindQuestion::Lines::Queued:
        return {orders, lineId, QStringLiteral("(l.ordered * l.preorder + l.backordered)"), placed, ofOrder};
    case BehindQuestion::Lines::Ordered: return {orders, lineId, QStringLiteral("l.ordered"), placed, ofOrder};
    case BehindQuestion::Lines::Preordered: return {orders, lineId, QStringLiteral("(l.ordered * l.preorder)"), placed, ofOrder};
    case BehindQuestion::Lines::Withdrawn:
        return {QStringLiteral("cancellation x JOIN operation a ON a.id = x.operation_id JOIN order_line l ON l.id = x.order_line_id "
                               "JOIN sales_order o ON o.id = l.order_id "),
                lineId,
                u'(' + withdrawnWhileWaiting() + u')',
                QStringLiteral("(a.at / 86400000)"),
                {QStringLiteral(" AND x.taken_back_by IS NULL"), {}}};
    case BehindQuestion::Lines::Together: {
        SqlPart other{QStringLiteral(" AND o.id = l.order_id AND EXISTS (SELECT 1 FROM order_line t "
                                     "WHERE t.order_id = o.id AND t.product_id <> l.product_id"),
                      {}};
        for (ProductId product : question.scope.products)
            other.values += toSql(product);
        other.text += QStringLiteral(" AND t.product_id IN (%1))").arg(QStringList(other.values.size(), QStringLiteral("?")).join(u','));
        return {orders, lineId, QStringLiteral("l.ordered"), placed, other};
    }
    case BehindQuestion::Lines::Refused: break; // findRefused()
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
    if (question.isWithoutCampaign)
        where.text += QStringLiteral(" AND o.campaign_id IS NULL");
    if (question.channel)
        where += {QStringLiteral(" AND o.channel = ?"), {toSql(*question.channel)}};
    if (question.country)
        where += {QStringLiteral(" AND o.customer_id IN (SELECT id FROM customer WHERE country = ?)"), {toSql(*question.country)}};
    where += source.condition;
    if (scope.isNarrow()) {
        where.text += QStringLiteral(" AND l.product_id IN (SELECT p.id FROM product p WHERE 1 = 1");
        where += productCondition(dialect, scope);
        where.text += u')';
    }
    return where;
}

} // namespace

BehindFound BehindStore::findRefused(const DemandScope &scope, int limit)
{
    SqlPart where{QStringLiteral(" FROM refused_demand r JOIN product p ON p.id = r.product_id WHERE 1 = 1"), {}};
    if (scope.from.isValid())
        where += {QStringLiteral(" AND r.day >= ?"), {toSql(scope.from)}};
    if (scope.to.isValid())
        where += {QStringLiteral(" AND r.day <= ?"), {toSql(scope.to)}};
    where += productCondition(m_connection.dialect(), scope);
    BehindFound found;
    {
        Rows all = m_connection.run(QStringLiteral("SELECT COUNT(*), CAST(COALESCE(SUM(r.units), 0) AS BIGINT), "
                                                   "CAST(COALESCE(SUM(r.units * p.price), 0) AS BIGINT)") +
                                        where.text,
                                    where.values);
        if (all.next())
            found.all = {all.integer(0), all.integer(1), all.integer(2)};
    }
    Rows rows = m_connection.run(QStringLiteral("SELECT r.customer, r.day, p.sku, r.units, r.units * p.price%1 "
                                                "ORDER BY r.day DESC, r.id DESC LIMIT ?")
                                     .arg(where.text),
                                 where.values + QVariantList{toSql(limit)});
    while (rows.next())
        found.rows.push_back({{}, rows.text(0), rows.day(1), rows.text(2), rows.integer(3), rows.integer(4)});
    return found;
}

BehindFound BehindStore::find(const BehindQuestion &question, int limit)
{
    if (question.lines == BehindQuestion::Lines::Refused)
        return findRefused(question.scope, limit);
    const Source source = sourceOf(question);
    const SqlPart where = whereOf(m_connection.dialect(), question, source);
    const QString from = QStringLiteral("%1 AS units FROM %2%3").arg(source.units, source.from, where.text);
    BehindFound found;
    std::optional<QDate> since; // the newest lines so many are of this day or later: others need not be sorted
    {
        Rows days = m_connection.run(QStringLiteral("SELECT placed_day, COUNT(*), CAST(SUM(units) AS BIGINT), CAST(SUM(units * unit_price) "
                                                    "AS BIGINT) FROM (SELECT o.placed_day, l.unit_price, %1) each "
                                                    "GROUP BY placed_day ORDER BY placed_day DESC")
                                         .arg(from),
                                     where.values);
        while (days.next()) {
            found.all.lines += days.integer(1);
            found.all.units += days.integer(2);
            found.all.value += days.integer(3);
            if (!since && found.all.lines >= limit)
                since = days.day(0);
        }
    }
    SqlPart shown = where;
    if (since)
        shown += {QStringLiteral(" AND o.placed_day >= ?"), {toSql(*since)}};
    // Names are looked up for the rows that are shown, and no others.
    Rows rows =
        m_connection.run(QStringLiteral("SELECT f.order_id, c.name, f.placed_day, p.sku, f.units, f.units * f.unit_price FROM ("
                                        "SELECT o.id AS order_id, o.customer_id, o.placed_day, %4 AS line, l.product_id, l.unit_price, "
                                        "%1 AS units FROM %2%3 ORDER BY o.placed_day DESC, %4 DESC LIMIT ?) f "
                                        "JOIN product p ON p.id = f.product_id JOIN customer c ON c.id = f.customer_id "
                                        "ORDER BY f.placed_day DESC, f.line DESC")
                             .arg(source.units, source.from, shown.text, source.lineId),
                         shown.values + QVariantList{toSql(limit)});
    while (rows.next())
        found.rows.push_back({rows.id<OrderId>(0), rows.text(1), rows.day(2), rows.text(3), rows.integer(4), rows.integer(5)});
    return found;
}

} // namespace waitline
