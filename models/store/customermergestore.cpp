#include "models/store/customermergestore.h"

#include "models/domain/spelling.h"
#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/wordmatch.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace waitline {

namespace {

#define WAITLINE_DIGITS(column) "replace(replace(replace(replace(replace(" column ", ' ', ''), '-', ''), '/', ''), '(', ''), ')', '')"

/// As WAITLINE_DIGITS has it.
QString digitsOf(const QString &phone)
{
    static const QRegularExpression around(QStringLiteral("[-/() ]"));
    return QString(phone).remove(around);
}

/// Words as they can be looked for: "Müller," is "Müller".
QString withoutPunctuation(QString name)
{
    static const QRegularExpression punctuation(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"));
    return name.replace(punctuation, QStringLiteral(" ")).trimmed();
}

/// A table with rows of customers that move when they are merged.
struct Moved {
    const char *subject;
    const char *table;
    const char *column;
};

constexpr std::array moved{
    Moved{"order", "sales_order", "customer_id"},
    Moved{"history", "sales_history", "customer_id"},
    Moved{"alias", "customer", "merged_into"},
};

} // namespace

std::vector<LikeCustomer> CustomerMergeStore::like(const CustomerDetails &details, CustomerId self)
{
    const QString name = nameKey(details.name);
    const QString email = details.email.trimmed().toLower();
    const QString phone = digitsOf(details.phone);
    QStringList any;
    QVariantList bound{self.value};
    if (!name.isEmpty()) {
        const WordMatch match = WordMatch::of(m_connection.dialect(), QStringLiteral("customer"), {QStringLiteral("customer.name_folded")},
                                              withoutPunctuation(details.name));
        any += match.condition;
        bound += match.values;
    }
    if (!email.isEmpty()) {
        any += QStringLiteral("lower(customer.email) = ?");
        bound += email;
    }
    if (!phone.isEmpty()) {
        any += QStringLiteral("(customer.phone <> '' AND " WAITLINE_DIGITS("customer.phone") " = ?)");
        bound += phone;
    }
    std::vector<LikeCustomer> found;
    if (any.isEmpty())
        return found;
    Rows rows = m_connection.run(QStringLiteral("SELECT customer.id, name, reference, email, phone, country, address FROM customer "
                                                "WHERE customer.merged_into IS NULL AND customer.id <> ? AND (%1) ORDER BY customer.id")
                                     .arg(any.join(QStringLiteral(" OR "))),
                                 bound);
    while (rows.next()) {
        const CustomerDetails other{rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6)};
        const bool sameName = !name.isEmpty() && nameKey(other.name) == name;
        const bool sameEmail = !email.isEmpty() && other.email.toLower() == email;
        if (sameName || sameEmail || (!phone.isEmpty() && digitsOf(other.phone) == phone))
            found.push_back({rows.id<CustomerId>(0), other, sameName ? Likeness::Name : sameEmail ? Likeness::Email : Likeness::Phone});
    }
    return found;
}

std::vector<CustomerId> CustomerMergeStore::allAlike()
{
    std::vector<CustomerId> ids;
    std::vector<bool> isAlike;
    QHash<QString, size_t> firsts; // the first that has a name, e-mail or phone
    const auto compare = [&](const QString &what, size_t at) {
        const auto first = firsts.constFind(what);
        if (first == firsts.cend()) {
            firsts.insert(what, at);
        } else if (*first != at) {
            isAlike[*first] = true;
            isAlike[at] = true;
        }
    };
    Rows rows = m_connection.run("SELECT id, name, email, phone FROM customer WHERE merged_into IS NULL ORDER BY id");
    while (rows.next()) {
        const size_t at = ids.size();
        ids.push_back(rows.id<CustomerId>(0));
        isAlike.push_back(false);
        if (const QString name = nameKey(rows.text(1)); !name.isEmpty())
            compare(u'n' + name, at);
        if (const QString email = rows.text(2).toLower(); !email.isEmpty())
            compare(u'e' + email, at);
        if (const QString phone = digitsOf(rows.text(3)); !phone.isEmpty())
            compare(u'p' + phone, at);
    }
    size_t at = 0;
    std::erase_if(ids, [&](CustomerId) { return !isAlike[at++]; });
    return ids;
}

CustomerBelongings CustomerMergeStore::belongings(CustomerId id)
{
    Rows rows =
        m_connection.run("SELECT (SELECT COUNT(*) FROM sales_order WHERE customer_id = ?), "
                         "(SELECT COUNT(*) FROM payment p JOIN sales_order o ON o.id = p.order_id WHERE o.customer_id = ?), "
                         "(SELECT COUNT(*) FROM shipment s JOIN sales_order o ON o.id = s.order_id WHERE o.customer_id = ?), "
                         "(SELECT COUNT(*) FROM (SELECT DISTINCT n.order_id, n.kind FROM notice n JOIN sales_order o ON o.id = n.order_id "
                         "WHERE o.customer_id = ? AND n.state = 0) AS groups), "
                         "(SELECT COUNT(*) FROM sales_history WHERE customer_id = ?), "
                         "(SELECT COUNT(*) FROM customer WHERE merged_into = ?)",
                         id, id, id, id, id, id);
    if (!rows.next())
        return {};
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)};
}

QStringList CustomerMergeStore::aliases(CustomerId id)
{
    QStringList names;
    Rows rows = m_connection.run("SELECT name, reference FROM customer WHERE merged_into = ? ORDER BY id", id);
    while (rows.next())
        names += rows.text(1).isEmpty() ? rows.text(0) : QStringLiteral("%1 (%2)").arg(rows.text(0), rows.text(1));
    return names;
}

bool CustomerMergeStore::isMerged(CustomerId id)
{
    return m_connection.integer("SELECT COUNT(*) FROM customer WHERE id = ? AND merged_into IS NOT NULL", id) > 0;
}

std::vector<ProductId> CustomerMergeStore::limitedProducts(CustomerId one, CustomerId other)
{
    return idsOf<ProductId>(
        m_connection.run("SELECT DISTINCT p.id FROM sales_order o JOIN order_line l ON l.order_id = o.id "
                         "JOIN product p ON p.id = l.product_id WHERE o.customer_id IN (?, ?) AND p.customer_limit IS NOT NULL "
                         "ORDER BY p.id",
                         one, other));
}

qint64 CustomerMergeStore::merge(OperationId operation, CustomerId merged, CustomerId survivor)
{
    m_connection.changes().everything = true; // names stand in many lists
    m_connection.run("SELECT id FROM customer WHERE id IN (?, ?) ORDER BY id @forUpdate", merged, survivor);
    const qint64 id =
        m_connection.integer("INSERT INTO customer_merge (operation_id, merged_id, survivor_id) VALUES (?, ?, ?) RETURNING id", operation,
                             merged, survivor);
    for (const Moved &each : waitline::moved) {
        const QString subject = QString::fromLatin1(each.subject);
        m_connection.run(QStringLiteral("INSERT INTO customer_merge_moved (merge_id, subject, row_id) "
                                        "SELECT CAST(? AS BIGINT), CAST(? AS TEXT), t.id FROM %1 t WHERE t.%2 = ?")
                             .arg(QLatin1String(each.table), QLatin1String(each.column)),
                         {id, subject, merged.value});
        m_connection.run(QStringLiteral("UPDATE %1 SET %2 = ? WHERE id IN (SELECT row_id FROM customer_merge_moved "
                                        "WHERE merge_id = ? AND subject = ?)")
                             .arg(QLatin1String(each.table), QLatin1String(each.column)),
                         {survivor.value, id, subject});
    }
    m_connection.run("UPDATE customer SET merged_into = ? WHERE id = ?", survivor, merged);
    return id;
}

std::optional<CustomerMerge> CustomerMergeStore::find(qint64 merge)
{
    Rows rows = m_connection.run("SELECT id, merged_id, survivor_id FROM customer_merge WHERE id = ? AND undone_by IS NULL", merge);
    return rows.next() ? std::optional(CustomerMerge{rows.integer(0), rows.id<CustomerId>(1), rows.id<CustomerId>(2)}) : std::nullopt;
}

std::optional<CustomerMerge> CustomerMergeStore::lastInto(CustomerId survivor)
{
    const qint64 last = m_connection.integer("SELECT MAX(id) FROM customer_merge WHERE survivor_id = ? AND undone_by IS NULL", survivor);
    return find(last);
}

void CustomerMergeStore::undo(const CustomerMerge &merge, OperationId by)
{
    m_connection.changes().everything = true;
    m_connection.run("UPDATE customer SET merged_into = NULL WHERE id = ?", merge.merged);
    for (const Moved &each : waitline::moved) {
        m_connection.run(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %2 = ? AND id IN (SELECT row_id FROM customer_merge_moved "
                                        "WHERE merge_id = ? AND subject = ?)")
                             .arg(QLatin1String(each.table), QLatin1String(each.column)),
                         {merge.merged.value, merge.survivor.value, merge.id, QString::fromLatin1(each.subject)});
    }
    m_connection.run("UPDATE customer_merge SET undone_by = ? WHERE id = ?", by, merge.id);
}

void CustomerMergeStore::note(qint64 merge, const QString &what, qint64 value)
{
    m_connection.run("INSERT INTO customer_merge_moved (merge_id, subject, row_id) VALUES (?, ?, ?)", merge, what, value);
}

std::optional<qint64> CustomerMergeStore::noted(qint64 merge, const QString &what)
{
    Rows rows = m_connection.run("SELECT row_id FROM customer_merge_moved WHERE merge_id = ? AND subject = ?", merge, what);
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

} // namespace waitline
