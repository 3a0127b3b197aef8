#include "models/store/customerstore.h"

#include "models/domain/foldedtext.h"
#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

namespace {

QString searchText(const CustomerDetails &details)
{
    return folded(QString(details.name + u' ' + details.reference + u' ' + details.email + u' ' + details.phone));
}

} // namespace

CustomerId CustomerStore::insert(const CustomerDetails &details)
{
    Rows rows = m_connection.run("INSERT INTO customer (name, name_folded, reference, email, phone, country, address, search, "
                                 "priority, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                                 details.name, folded(details.name), textOrNull(details.reference), details.email, details.phone,
                                 details.country, details.address, searchText(details), details.priority, details.note);
    return rows.next() ? rows.id<CustomerId>(0) : CustomerId{};
}

std::vector<CustomerId> CustomerStore::insertAll(const std::vector<CustomerDetails> &customers)
{
    const std::vector<qint64> numbers = m_connection.freshIds("customer", qint64(customers.size()));
    std::vector<CustomerId> ids;
    ids.reserve(customers.size());
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO customer (id, name, name_folded, reference, email, phone, country, address, search, "
                                     "priority, note)"),
                      11);
    for (size_t i = 0; i < customers.size(); ++i) {
        const CustomerDetails &details = customers[i];
        ids.push_back({numbers[i]});
        insert.add(numbers[i], details.name, folded(details.name), textOrNull(details.reference), details.email, details.phone,
                   details.country, details.address, searchText(details), details.priority, details.note);
    }
    insert.finish();
    return ids;
}

QHash<QString, CustomerId> CustomerStore::idsOfFoldedNames(const QStringList &names)
{
    constexpr qsizetype asked = 200;
    QHash<QString, CustomerId> ids;
    for (qsizetype from = 0; from < names.size(); from += asked) {
        QVariantList some;
        for (qsizetype i = from; i < qMin(from + asked, names.size()); ++i)
            some.append(names[i]);
        // Always as many as that, so that it is one statement.
        some.resize(asked, some.back());
        Rows rows = m_connection.run(u"SELECT name_folded, COALESCE(MIN(CASE WHEN merged_into IS NULL THEN id END), MIN(merged_into)) "
                                     "FROM customer WHERE name_folded IN (?"_qs +
                                         u",?"_qs.repeated(asked - 1) + u") GROUP BY name_folded"_qs,
                                     some);
        while (rows.next())
            ids.insert(rows.text(0), rows.id<CustomerId>(1));
    }
    return ids;
}

void CustomerStore::update(CustomerId id, const CustomerDetails &details)
{
    m_connection.changes().everything = true; // the name stands in many lists
    m_connection.run("UPDATE customer SET name = ?, name_folded = ?, reference = ?, email = ?, phone = ?, country = ?, "
                     "address = ?, search = ?, priority = ?, note = ? WHERE id = ?",
                     details.name, folded(details.name), textOrNull(details.reference), details.email, details.phone, details.country,
                     details.address, searchText(details), details.priority, details.note, id);
}

CustomerId CustomerStore::idOfName(const QString &name)
{
    Rows rows = m_connection.run("SELECT COALESCE(merged_into, id) FROM customer WHERE name_folded = ? "
                                 "ORDER BY CASE WHEN merged_into IS NULL THEN 0 ELSE 1 END, id LIMIT 1",
                                 folded(name));
    return rows.next() ? rows.id<CustomerId>(0) : CustomerId{};
}

CustomerId CustomerStore::idOfReference(const QString &reference)
{
    Rows rows = m_connection.run("SELECT COALESCE(merged_into, id) FROM customer WHERE reference = ?", reference);
    return rows.next() ? rows.id<CustomerId>(0) : CustomerId{};
}

CustomerId CustomerStore::idForName(const QString &name)
{
    if (const CustomerId known = idOfName(name); known.isValid())
        return known;
    // Another desk may make the same customer at the same time: it is theirs once they are done.
    if (const QString lock = m_connection.dialect().lockText(); !lock.isEmpty()) {
        m_connection.run(lock, {folded(name)});
        if (const CustomerId known = idOfName(name); known.isValid())
            return known;
    }
    CustomerDetails details;
    details.name = name.trimmed();
    return insert(details);
}

std::optional<CustomerDetails> CustomerStore::find(CustomerId id)
{
    Rows rows = m_connection.run("SELECT name, reference, email, phone, country, address, priority, note FROM customer WHERE id = ?", id);
    if (!rows.next())
        return std::nullopt;
    return CustomerDetails{rows.text(0), rows.text(1), rows.text(2),         rows.text(3),
                           rows.text(4), rows.text(5), int(rows.integer(6)), rows.text(7)};
}

CustomerId CustomerStore::survivorOf(CustomerId id)
{
    return {m_connection.integer("SELECT COALESCE(merged_into, id) FROM customer WHERE id = ?", id)};
}

int CustomerStore::priorityOf(CustomerId id) { return int(m_connection.integer("SELECT priority FROM customer WHERE id = ?", id)); }

bool CustomerStore::isAlias(CustomerId id, const QString &reference, const QString &name)
{
    return m_connection.integer("SELECT COUNT(*) FROM customer WHERE merged_into = ? AND (reference = ? OR (? = '' AND name_folded = ?))",
                                id, reference, reference, folded(name)) > 0;
}

SupplierId SupplierStore::insert(const SupplierDetails &details)
{
    Rows rows = m_connection.run(
        "INSERT INTO supplier (name, name_folded, reference, details, email, phone) VALUES (?, ?, ?, ?, ?, ?) RETURNING id", details.name,
        folded(details.name), textOrNull(details.reference), details.details, details.email, details.phone);
    return rows.next() ? rows.id<SupplierId>(0) : SupplierId{};
}

void SupplierStore::update(SupplierId id, const SupplierDetails &details)
{
    m_connection.changes().everything = true; // the name stands in many lists
    m_connection.run("UPDATE supplier SET name = ?, name_folded = ?, reference = ?, details = ?, email = ?, phone = ? WHERE id = ?",
                     details.name, folded(details.name), textOrNull(details.reference), details.details, details.email, details.phone, id);
}

std::optional<SupplierDetails> SupplierStore::find(SupplierId id)
{
    Rows rows = m_connection.run("SELECT name, reference, details, email, phone FROM supplier WHERE id = ?", id);
    if (!rows.next())
        return std::nullopt;
    return SupplierDetails{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)};
}

SupplierId SupplierStore::idOfName(const QString &name)
{
    Rows rows = m_connection.run("SELECT id FROM supplier WHERE name_folded = ?", folded(name));
    return rows.next() ? rows.id<SupplierId>(0) : SupplierId{};
}

SupplierId SupplierStore::idForName(const QString &name, const QString &reference)
{
    if (name.trimmed().isEmpty())
        return {};
    if (const SupplierId known = idOfName(name); known.isValid())
        return known;
    // Another desk may make the same supplier at the same time: then theirs is taken.
    Rows rows = m_connection.run("INSERT INTO supplier (name, name_folded, reference) VALUES (?, ?, ?) "
                                 "ON CONFLICT (name_folded) DO UPDATE SET name = supplier.name RETURNING id",
                                 name.trimmed(), folded(name), textOrNull(reference));
    return rows.next() ? rows.id<SupplierId>(0) : SupplierId{};
}

SupplierId SupplierStore::idOfReference(const QString &reference)
{
    Rows rows = m_connection.run("SELECT id FROM supplier WHERE reference = ?", reference);
    return rows.next() ? rows.id<SupplierId>(0) : SupplierId{};
}

} // namespace waitline
