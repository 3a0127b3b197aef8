#include "models/store/paymentstore.h"

#include "models/domain/foldedtext.h"
#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

namespace {

#define WAITLINE_PAYMENT_COLUMNS                                                                                                           \
    "SELECT p.id, p.order_id, c.name, n.at, n.actor, p.amount, p.method, p.reference, n.reason, p.reverses, r.id "
#define WAITLINE_PAYMENT_TABLES                                                                                                            \
    "FROM payment p JOIN operation n ON n.id = p.operation_id JOIN sales_order o ON o.id = p.order_id "                                    \
    "JOIN customer c ON c.id = o.customer_id LEFT JOIN payment r ON r.reverses = p.id "

constexpr qint64 msOfADay = 86'400'000;

StoredPayment readPayment(const Rows &rows)
{
    StoredPayment payment;
    payment.id = rows.id<PaymentId>(0);
    payment.order = rows.id<OrderId>(1);
    payment.customer = rows.text(2);
    payment.at = rows.integer(3);
    payment.actor = rows.text(4);
    payment.amount = rows.integer(5);
    payment.method = rows.text(6);
    payment.reference = rows.text(7);
    payment.reason = rows.text(8);
    payment.reverses = {rows.optionalInteger(9).value_or(0)};
    payment.reversedBy = {rows.optionalInteger(10).value_or(0)};
    return payment;
}

/// The filter as a condition, and the values of its placeholders.
std::pair<QString, QVariantList> conditionOf(const PaymentFilter &filter)
{
    QStringList parts{QStringLiteral("1 = 1")};
    QVariantList values;
    if (filter.order.isValid()) {
        parts += QStringLiteral("p.order_id = ?");
        values += filter.order.value;
    }
    if (filter.from) {
        parts += QStringLiteral("n.at >= ?");
        values += toDayNumber(*filter.from) * msOfADay;
    }
    if (filter.to) {
        parts += QStringLiteral("n.at < ?");
        values += (toDayNumber(*filter.to) + 1) * msOfADay;
    }
    if (const QString text = filter.text.trimmed(); !text.isEmpty()) {
        parts += QStringLiteral("(CAST(p.order_id AS TEXT) = ? OR c.search LIKE ? ESCAPE '\\' OR LOWER(p.method) LIKE ? ESCAPE '\\' "
                                "OR LOWER(p.reference) LIKE ? ESCAPE '\\')");
        const QString part = u'%' + likeEscaped(text.toLower()) + u'%';
        values << text << QString(u'%' + likeEscaped(folded(text)) + u'%') << part << part;
    }
    return {parts.join(QStringLiteral(" AND ")), values};
}

} // namespace

void PaymentStore::insert(OperationId operation, const NewPayment &payment)
{
    m_connection.run("INSERT INTO payment (operation_id, order_id, amount, method, reference) VALUES (?, ?, ?, ?, ?)", operation,
                     payment.order, payment.amount, payment.method, payment.reference);
    addToOrder(payment.order, qMax<Money>(payment.amount, 0), qMax<Money>(-payment.amount, 0));
}

void PaymentStore::insertAll(OperationId operation, const std::vector<NewPayment> &payments)
{
    BulkInsert insert(m_connection, QStringLiteral("INSERT INTO payment (operation_id, order_id, amount, method, reference)"), 5);
    for (const NewPayment &payment : payments)
        insert.add(operation, payment.order, payment.amount, payment.method, payment.reference);
    insert.finish();
    for (const NewPayment &payment : payments)
        addToOrder(payment.order, qMax<Money>(payment.amount, 0), qMax<Money>(-payment.amount, 0));
}

void PaymentStore::insertReversal(OperationId operation, const StoredPayment &payment)
{
    m_connection.run("INSERT INTO payment (operation_id, order_id, amount, method, reference, reverses) VALUES (?, ?, ?, ?, ?, ?)",
                     operation, payment.order, -payment.amount, payment.method, payment.reference, payment.id);
    addToOrder(payment.order, qMin<Money>(-payment.amount, 0), qMin<Money>(payment.amount, 0));
}

std::optional<StoredPayment> PaymentStore::find(PaymentId id)
{
    Rows rows = m_connection.run(WAITLINE_PAYMENT_COLUMNS WAITLINE_PAYMENT_TABLES "WHERE p.id = ?", id);
    return rows.next() ? std::optional(readPayment(rows)) : std::nullopt;
}

std::vector<StoredPayment> PaymentStore::journal(const PaymentFilter &filter, qint64 first, qint64 count)
{
    auto [condition, values] = conditionOf(filter);
    values << count << first;
    std::vector<StoredPayment> payments;
    Rows rows = m_connection.run(QStringLiteral(WAITLINE_PAYMENT_COLUMNS WAITLINE_PAYMENT_TABLES "WHERE ") + condition +
                                     u" ORDER BY p.id DESC LIMIT ? OFFSET ?",
                                 values);
    while (rows.next())
        payments.push_back(readPayment(rows));
    return payments;
}

PaymentSum PaymentStore::sum(const PaymentFilter &filter)
{
    const auto [condition, values] = conditionOf(filter);
    // A counter-entry counts against the side of the entry it takes back.
    Rows rows = m_connection.run(
        QStringLiteral("SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN p.amount ELSE 0 END), 0) "
                       "AS BIGINT), CAST(COALESCE(SUM(CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN 0 ELSE -p.amount END), 0) "
                       "AS BIGINT) FROM payment p JOIN operation n ON n.id = p.operation_id JOIN sales_order o ON o.id = p.order_id "
                       "JOIN customer c ON c.id = o.customer_id WHERE ") +
            condition,
        values);
    return rows.next() ? PaymentSum{rows.integer(0), rows.integer(1), rows.integer(2)} : PaymentSum{};
}

void PaymentStore::addToOrder(OrderId order, Money paid, Money refunded)
{
    m_connection.run("UPDATE sales_order SET paid = paid + ?, refunded = refunded + ? WHERE id = ?", paid, refunded, order);
}

bool PaymentStore::hasEntries(OrderId order)
{
    return m_connection.integer("SELECT COUNT(*) FROM (SELECT 1 FROM payment WHERE order_id = ? LIMIT 1) AS one", order) > 0;
}

} // namespace waitline
