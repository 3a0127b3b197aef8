#include "models/store/orderliststore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/wordmatch.h"

namespace waitline {

namespace {

/// What to sort by, and what it needs to be joined.
struct SortTerm {
    QString expression;
    const char *join = "";
};

/// That an order may ship now: shippingBlocker() in SQL. `%1` is today.
QString readyCondition(const ShippingTerms &terms)
{
    QString condition = QStringLiteral(
        "(o.id IN (SELECT a.order_id FROM allocated_line a JOIN product p ON p.id = a.product_id WHERE p.release_day IS NULL "
        "OR p.release_day <= %1) AND o.paid - o.refunded >= o.deposit_required AND (o.ship_complete = 0 "
        "OR (o.id NOT IN (SELECT order_id FROM waiting_line) AND o.id NOT IN (SELECT a.order_id FROM allocated_line a "
        "JOIN product p ON p.id = a.product_id WHERE p.release_day > %1)))");
    if (terms.fullBalance)
        condition += QStringLiteral(" AND o.paid - o.refunded >= (SELECT COALESCE(SUM((l.ordered - l.cancelled) * l.unit_price), 0) "
                                    "FROM order_line l WHERE l.order_id = o.id)");
    return condition.arg(toDayNumber(terms.today)) + u')';
}

#define WAITLINE_LINES_ADDED(sum) "LEFT JOIN (SELECT order_id, " sum " AS value FROM order_line GROUP BY order_id) x ON x.order_id = o.id "
#define WAITLINE_UNITS_IN(table) "LEFT JOIN (SELECT order_id, SUM(units) AS value FROM " table " GROUP BY order_id) x ON x.order_id = o.id "

SortTerm termOf(OrderSort sort, const ShippingTerms &terms)
{
    switch (sort) {
    case OrderSort::Number: return {"o.id"};
    case OrderSort::Placed: return {"o.placed_at"};
    case OrderSort::Customer: return {"c.name_folded", "JOIN customer c ON c.id = o.customer_id "};
    case OrderSort::Reference: return {"COALESCE(o.reference, '')"};
    case OrderSort::Stage:
        return {QStringLiteral("CASE WHEN x.open = 0 THEN CASE WHEN x.shipped > 0 THEN 5 ELSE 6 END WHEN a.value IS NULL THEN 1 "
                               "WHEN NOT %1 THEN 2 WHEN a.value < x.open THEN 3 ELSE 4 END")
                    .arg(readyCondition(terms)),
                "LEFT JOIN (SELECT order_id, SUM(ordered - cancelled - shipped) AS open, SUM(shipped) AS shipped FROM order_line "
                "GROUP BY order_id) x ON x.order_id = o.id LEFT JOIN (SELECT order_id, SUM(units) AS value FROM allocated_line "
                "GROUP BY order_id) a ON a.order_id = o.id "};
    case OrderSort::Ordered: return {"COALESCE(x.value, 0)", WAITLINE_LINES_ADDED("SUM(ordered)")};
    case OrderSort::Waiting: return {"COALESCE(x.value, 0)", WAITLINE_UNITS_IN("waiting_line")};
    case OrderSort::Allocated: return {"COALESCE(x.value, 0)", WAITLINE_UNITS_IN("allocated_line")};
    case OrderSort::Shipped: return {"COALESCE(x.value, 0)", WAITLINE_LINES_ADDED("SUM(shipped)")};
    case OrderSort::Total: return {"COALESCE(x.value, 0)", WAITLINE_LINES_ADDED("SUM((ordered - cancelled) * unit_price)")};
    case OrderSort::Paid: return {"o.paid - o.refunded"};
    case OrderSort::Balance:
        return {"CASE WHEN COALESCE(x.value, 0) > o.paid - o.refunded THEN x.value - o.paid + o.refunded ELSE 0 END",
                WAITLINE_LINES_ADDED("SUM((ordered - cancelled) * unit_price)")};
    case OrderSort::Promise:
        return {"COALESCE(x.value, 0)", WAITLINE_LINES_ADDED("MIN(CASE WHEN ordered > cancelled + shipped THEN promise_current END)")};
    case OrderSort::Priority: return {"o.priority"};
    case OrderSort::Campaign: return {"COALESCE(k.code, '')", "LEFT JOIN campaign k ON k.id = o.campaign_id "};
    }
    Q_UNREACHABLE();
}

// What is open stands in one of the two narrow tables.
#define WAITLINE_OPEN_ORDERS "SELECT order_id FROM waiting_line UNION SELECT order_id FROM allocated_line"
#define WAITLINE_HAS_LINE(condition) "EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND " condition ")"

QString conditionOf(OrderStage stage, const ShippingTerms &terms)
{
    switch (stage) {
    case OrderStage::Open: return QStringLiteral("o.id IN (" WAITLINE_OPEN_ORDERS ")");
    case OrderStage::Waiting: return QStringLiteral("o.id IN (SELECT order_id FROM waiting_line)");
    case OrderStage::Ready: return readyCondition(terms);
    case OrderStage::KeptBack: return QStringLiteral("o.id IN (SELECT order_id FROM allocated_line) AND NOT ") + readyCondition(terms);
    case OrderStage::Shipped:
        return QStringLiteral("NOT " WAITLINE_HAS_LINE("l.ordered > l.cancelled + l.shipped") " AND " WAITLINE_HAS_LINE("l.shipped > 0"));
    case OrderStage::Cancelled:
        return QStringLiteral(
            "NOT " WAITLINE_HAS_LINE("l.ordered > l.cancelled + l.shipped") " AND NOT " WAITLINE_HAS_LINE("l.shipped > 0"));
    }
    Q_UNREACHABLE();
}

WordMatch matchText(const SqlDialect &dialect, const QString &text)
{
    const QString word = text.trimmed();
    const WordMatch customer = WordMatch::of(dialect, QStringLiteral("customer"), {QStringLiteral("customer.name_folded")}, word);
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    return {QStringLiteral(
                "(o.id = ? OR %1 OR o.customer_id IN (SELECT COALESCE(customer.merged_into, customer.id) FROM customer WHERE %2))")
                .arg(dialect.beginsWith(QStringLiteral("o.reference")), customer.condition),
            QVariantList{isNumber ? number : 0} + dialect.beginningValues(word) + customer.values};
}

} // namespace

std::vector<OrderId> OrderListStore::ids(const OrderFilter &filter, OrderSort sort, bool descending, const ShippingTerms &terms)
{
    QStringList conditions{QStringLiteral("1 = 1")};
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariantList &more) {
        conditions += condition;
        values += more;
    };
    if (!folded(filter.text).isEmpty()) {
        const WordMatch match = matchText(m_connection.dialect(), filter.text);
        add(match.condition, match.values);
    }
    if (filter.stage)
        add(conditionOf(*filter.stage, terms), {});
    if (filter.from.isValid())
        add(QStringLiteral("o.placed_day >= ?"), {toDayNumber(filter.from)});
    if (filter.to.isValid())
        add(QStringLiteral("o.placed_day <= ?"), {toDayNumber(filter.to)});
    if (filter.customer.isValid())
        add(QStringLiteral("o.customer_id = ?"), {filter.customer.value});
    if (filter.product.isValid())
        add(QStringLiteral("o.id IN (SELECT order_id FROM order_line WHERE product_id = ?)"), {filter.product.value});
    if (!filter.campaign.isEmpty())
        add(QStringLiteral("o.campaign_id = (SELECT id FROM campaign WHERE code = ?)"), {filter.campaign});
    const SortTerm term = termOf(sort, terms);
    return idsOf<OrderId>(m_connection.run(QStringLiteral("SELECT o.id FROM sales_order o %1WHERE %2 ORDER BY %3%4, o.id DESC")
                                               .arg(QLatin1String(term.join), conditions.join(QStringLiteral(" AND ")), term.expression,
                                                    descending ? QStringLiteral(" DESC") : QString()),
                                           values));
}

QStringList OrderListStore::campaigns()
{
    QStringList codes;
    Rows rows = m_connection.run("SELECT code FROM campaign ORDER BY code");
    while (rows.next())
        codes += rows.text(0);
    return codes;
}

} // namespace waitline
