#pragma once

#include "models/services/caller.h"
#include "models/store/customerstore.h"
#include "models/store/productstore.h"

#include <QHash>

namespace waitline {

class Connection;

/// The customers that orders and sales name, each looked up once in a file.
class KnownCustomers final {
public:
    explicit KnownCustomers(Connection &connection) : m_connection(connection) {}

    /// Who it is by reference, else by name; made with these details when nobody is. Invalid without either.
    [[nodiscard]] CustomerId idFor(const CustomerDetails &told);
    /// Looks up, or makes, all that have a name only in a few steps, so that asking for each costs nothing.
    void learn(const std::vector<CustomerDetails> &told);
    void forget() { m_ids.clear(); }

private:
    CustomerId lookUp(const CustomerDetails &told);

    Connection &m_connection;
    QHash<QString, CustomerId> m_ids;
};

/// The products that orders and sales name; made from their name where nobody knows them.
class KnownProducts final {
public:
    KnownProducts(Connection &connection, const Caller &caller) : m_connection(connection), m_caller(caller) {}

    /// Refuses a SKU that nobody knows when no name is told, and terms that no product can have.
    [[nodiscard]] Result<ProductId> idFor(const QString &sku, const QString &name, std::optional<Money> price);
    /// How many were made since this was asked last.
    [[nodiscard]] qint64 takeMade() { return std::exchange(m_made, 0); }
    void forget() { m_ids.clear(); }

private:
    Connection &m_connection;
    Caller m_caller;
    QHash<QString, ProductId> m_ids;
    qint64 m_made = 0;
};

} // namespace waitline
