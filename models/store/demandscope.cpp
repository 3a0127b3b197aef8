#include "models/store/demandscope.h"

#include "models/domain/foldedtext.h"
#include "models/store/sqldialect.h"
#include "models/store/statement.h"
#include "models/store/wordmatch.h"

namespace waitline {

namespace {

constexpr qint64 firstDay = -200'000; // before anything was sold
constexpr qint64 lastDay = 3'000'000;

QVariant dayOr(QDate day, qint64 otherwise) { return day.isValid() ? toSql(day) : toSql(otherwise); }

QVariantList daysOf(const DemandScope &scope) { return {dayOr(scope.from, firstDay), dayOr(scope.to, lastDay)}; }

const QString lineDays = QStringLiteral(
    "SELECT l.product_id, o.placed_day AS day, CAST(SUM(l.ordered) AS BIGINT) AS ordered_units, "
    "CAST(SUM(l.ordered * l.preorder) AS BIGINT) AS preorder_units, CAST(SUM(l.backordered) AS BIGINT) AS backorder_units, "
    "CAST(SUM(l.ordered * l.unit_price) AS BIGINT) AS ordered_value, "
    "CAST(SUM(l.ordered * l.preorder * l.unit_price) AS BIGINT) AS preorder_value, "
    "CAST(SUM(l.backordered * l.unit_price) AS BIGINT) AS backorder_value FROM sales_order o JOIN order_line l ON l.order_id = o.id "
    "WHERE o.campaign_id = (SELECT id FROM campaign WHERE code = ?) AND o.placed_day BETWEEN ? AND ? GROUP BY l.product_id, o.placed_day");

const QString summaryDays = QStringLiteral("SELECT product_id, day, ordered_units, preorder_units, backorder_units, ordered_value, "
                                           "preorder_value, backorder_value FROM demand_day WHERE day BETWEEN ? AND ?");

const QString historyDays = QStringLiteral(
    " UNION ALL SELECT product_id, sold_day AS day, units AS ordered_units, 0 AS preorder_units, "
    "0 AS backorder_units, units * unit_price AS ordered_value, 0 AS preorder_value, 0 AS backorder_value FROM sales_history "
    "WHERE sold_day BETWEEN ? AND ?");

} // namespace

SqlPart productCondition(const SqlDialect &dialect, const DemandScope &scope)
{
    SqlPart condition;
    if (!scope.products.empty()) {
        QStringList places;
        for (ProductId product : scope.products) {
            places += QStringLiteral("?");
            condition.values += toSql(product);
        }
        condition.text += QStringLiteral(" AND p.id IN (%1)").arg(places.join(u','));
    }
    if (!scope.category.isEmpty())
        condition += {QStringLiteral(" AND p.category = ?"), {toSql(scope.category)}};
    if (scope.supplier != 0)
        condition += {QStringLiteral(" AND p.supplier_id = ?"), {toSql(scope.supplier)}};
    if (!folded(scope.search).isEmpty()) {
        const WordMatch match = WordMatch::of(dialect, QStringLiteral("product"),
                                              {QStringLiteral("product.name_folded"), QStringLiteral("product.sku_folded")}, scope.search);
        condition += {QStringLiteral(" AND p.id IN (SELECT product.id FROM product WHERE %1)").arg(match.condition), match.values};
    }
    return condition;
}

SqlPart demandTotals(const DemandScope &scope)
{
    return {QStringLiteral("SELECT day, ordered_units, preorder_units, backorder_units, ordered_value FROM demand_total "
                           "WHERE day BETWEEN ? AND ? ORDER BY day"),
            daysOf(scope)};
}

SqlPart demandDays(const DemandScope &scope)
{
    if (scope.campaign.isEmpty())
        return {u'(' + summaryDays + u')', daysOf(scope)};
    return {u'(' + lineDays + u')', QVariantList{toSql(scope.campaign)} + daysOf(scope)};
}

SqlPart salesDays(const DemandScope &scope)
{
    if (!scope.campaign.isEmpty())
        return demandDays(scope); // sales from before know no campaign
    return {u'(' + summaryDays + historyDays + u')', daysOf(scope) + daysOf(scope)};
}

} // namespace waitline
