#include "models/store/customermergestore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

#include <QStringList>

#include <array>

namespace waitline {

namespace {

#define WAITLINE_DIGITS(column) "replace(replace(replace(replace(replace(" column ", ' ', ''), '-', ''), '/', ''), '(', ''), ')', '')"

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

std::vector<LikeCustomer> CustomerMergeStore::like(CustomerId id)
{
    std::vector<LikeCustomer> found;
    Rows rows = m_connection.run(
        "SELECT id, name, MIN(likeness) FROM ("
        "SELECT o.id, o.name, 0 AS likeness FROM customer c JOIN customer o ON o.name_folded = c.name_folded WHERE c.id = ? AND "
        "o.merged_into IS NULL "
        "UNION ALL SELECT o.id, o.name, 1 FROM customer c JOIN customer o ON lower(o.email) = lower(c.email) AND o.email <> '' "
        "WHERE c.id = ? AND o.merged_into IS NULL "
        "UNION ALL SELECT o.id, o.name, 2 FROM customer c JOIN customer o ON " WAITLINE_DIGITS("o.phone") " = " WAITLINE_DIGITS(
            "c.phone") " AND o.phone <> '' WHERE c.id = ? AND o.merged_into IS NULL) AS alike WHERE id <> ? GROUP BY id, name ORDER BY id",
        id, id, id, id);
    while (rows.next())
        found.push_back({rows.id<CustomerId>(0), rows.text(1), Likeness(rows.integer(2))});
    return found;
}

std::vector<CustomerId> CustomerMergeStore::allAlike()
{
    return idsOf<CustomerId>(m_connection.run(
        "SELECT id FROM customer WHERE merged_into IS NULL AND (name_folded IN (SELECT name_folded FROM customer WHERE merged_into IS NULL "
        "GROUP BY name_folded HAVING COUNT(*) > 1) OR (email <> '' AND lower(email) IN (SELECT lower(email) FROM customer WHERE email <> '' "
        "AND merged_into IS NULL GROUP BY lower(email) HAVING COUNT(*) > 1)) OR (phone <> '' AND " WAITLINE_DIGITS("phone") " IN (SELECT " WAITLINE_DIGITS(
            "phone") " FROM customer WHERE phone <> '' AND merged_into IS NULL GROUP BY " WAITLINE_DIGITS("phone") " HAVING COUNT(*) > 1))) ORDER BY id"));
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
