#include "models/store/customerliststore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/searchstore.h"
#include "models/store/wordmatch.h"

namespace waitline {

namespace {

#define WAITLINE_ORDERS_HELD(where)                                                                                                        \
    "SELECT o.customer_id, o.paid - o.refunded AS paid, (SELECT COALESCE(SUM(l.shipped * l.unit_price), 0) FROM order_line l "             \
    "WHERE l.order_id = o.id) AS shipped FROM sales_order o WHERE o.paid > o.refunded " where
#define WAITLINE_HELD "SUM(CASE WHEN h.paid > h.shipped THEN h.paid - h.shipped ELSE 0 END)"

/// Each customer's value of what is sorted or kept by.
QString valuesOf(CustomerSort sort)
{
    switch (sort) {
    case CustomerSort::OpenOrders:
        return QStringLiteral("SELECT o.customer_id, COUNT(*) AS value FROM sales_order o JOIN (SELECT order_id FROM waiting_line "
                              "UNION SELECT order_id FROM allocated_line) w ON w.order_id = o.id GROUP BY o.customer_id");
    case CustomerSort::Waiting:
        return QStringLiteral("SELECT o.customer_id, SUM(w.units) AS value FROM waiting_line w JOIN sales_order o ON o.id = w.order_id "
                              "GROUP BY o.customer_id");
    case CustomerSort::Held:
        return QStringLiteral("SELECT h.customer_id, " WAITLINE_HELD
                              " AS value FROM (" WAITLINE_ORDERS_HELD("") ") AS h GROUP BY h.customer_id");
    case CustomerSort::Since: return QStringLiteral("SELECT customer_id, MIN(placed_at) AS value FROM sales_order GROUP BY customer_id");
    default: return {};
    }
}

/// What the customer's own row is sorted by.
QString columnOf(CustomerSort sort)
{
    switch (sort) {
    case CustomerSort::Reference: return QStringLiteral("COALESCE(customer.reference, '')");
    case CustomerSort::Email: return QStringLiteral("lower(customer.email)");
    case CustomerSort::Phone: return QStringLiteral("customer.phone");
    case CustomerSort::Country: return QStringLiteral("customer.country");
    case CustomerSort::Priority: return QStringLiteral("customer.priority");
    case CustomerSort::Name:
    case CustomerSort::Late: return QStringLiteral("customer.name_folded");
    case CustomerSort::OpenOrders:
    case CustomerSort::Waiting:
    case CustomerSort::Held:
    case CustomerSort::Since: return QStringLiteral("COALESCE(x.value, 0)");
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<CustomerId> CustomerListStore::ids(const QString &text, Only only, CustomerSort sort, bool descending)
{
    QString sql = QStringLiteral("SELECT customer.id FROM customer ");
    const QString values = valuesOf(sort);
    if (!values.isEmpty())
        sql += QStringLiteral("LEFT JOIN (%1) x ON x.customer_id = customer.id ").arg(values);
    sql += QStringLiteral("WHERE customer.merged_into IS NULL ");
    QVariantList bound;
    if (!folded(text).isEmpty()) {
        const WordMatch match =
            WordMatch::of(m_connection.dialect(), QStringLiteral("customer"), {QStringLiteral("customer.name_folded")}, text);
        sql += QStringLiteral("AND customer.id IN (SELECT COALESCE(customer.merged_into, customer.id) FROM customer WHERE %1) ")
                   .arg(match.condition);
        bound = match.values;
    }
    if (only == Only::WithOpenOrders)
        sql += QStringLiteral("AND customer.id IN (SELECT y.customer_id FROM (%1) y) ").arg(valuesOf(CustomerSort::OpenOrders));
    if (only == Only::WithMoneyHeld)
        sql += QStringLiteral("AND customer.id IN (SELECT y.customer_id FROM (%1) y WHERE y.value > 0) ").arg(valuesOf(CustomerSort::Held));
    sql += QStringLiteral("ORDER BY %1%2, customer.name_folded, customer.id")
               .arg(columnOf(sort), descending ? QStringLiteral(" DESC") : QString());
    return idsOf<CustomerId>(m_connection.run(sql, bound));
}

CustomerFigures CustomerListStore::figures(CustomerId id)
{
    CustomerFigures figures;
    figures.openOrders =
        m_connection.integer("SELECT COUNT(*) FROM sales_order o WHERE o.customer_id = ? AND EXISTS (SELECT 1 FROM order_line l "
                             "WHERE l.order_id = o.id AND l.ordered > l.cancelled + l.shipped)",
                             id);
    figures.waiting = SearchStore(m_connection).waitingOf(id).second;
    figures.held = m_connection.integer("SELECT CAST(COALESCE(" WAITLINE_HELD
                                        ", 0) AS BIGINT) FROM (" WAITLINE_ORDERS_HELD("AND o.customer_id = ?") ") AS h",
                                        id);
    Rows rows = m_connection.run("SELECT MIN(placed_at) FROM sales_order WHERE customer_id = ?", id);
    if (rows.next())
        figures.since = rows.optionalInteger(0);
    return figures;
}

std::map<CustomerId, qint64> CustomerListStore::countByCustomer(const std::vector<OrderLineId> &lines)
{
    std::map<CustomerId, qint64> counts;
    for (OrderLineId line : lines) {
        const CustomerId customer{
            m_connection.integer("SELECT o.customer_id FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE l.id = ?", line)};
        if (customer.isValid())
            ++counts[customer];
    }
    return counts;
}

} // namespace waitline
