#pragma once

#include "models/domain/id.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

struct CustomerDetails {
    QString name;
    QString reference; ///< the number another system knows the customer by; unique where given
    QString email;
    QString phone;
    QString country;
    QString address;
    int priority = 0; ///< what new orders have where they say none
    QString note = {};

    friend bool operator==(const CustomerDetails &, const CustomerDetails &) = default;
};

class CustomerStore final {
public:
    explicit CustomerStore(Connection &connection) : m_connection(connection) {}

    CustomerId insert(const CustomerDetails &details);
    /// Many new customers at once, whatever their names; their ids in the same order.
    std::vector<CustomerId> insertAll(const std::vector<CustomerDetails> &customers);
    void update(CustomerId id, const CustomerDetails &details);
    // A duplicate that was merged leads to the customer it became.

    /// The oldest customer of this name (case and accents folded); an invalid id when there is none.
    [[nodiscard]] CustomerId idOfName(const QString &name);
    [[nodiscard]] CustomerId idOfReference(const QString &reference);
    [[nodiscard]] CustomerId idForName(const QString &name); ///< made when there is none
    /// The same as idOfName for many folded names; those that nobody has are left out.
    [[nodiscard]] QHash<QString, CustomerId> idsOfFoldedNames(const QStringList &names);
    [[nodiscard]] std::optional<CustomerDetails> find(CustomerId id);
    /// The customer itself, or the one it became.
    [[nodiscard]] CustomerId survivorOf(CustomerId id);
    [[nodiscard]] int priorityOf(CustomerId id);
    /// Whether a duplicate of this number, or without one of this name, was merged into the customer.
    [[nodiscard]] bool isAlias(CustomerId id, const QString &reference, const QString &name);

private:
    Connection &m_connection;
};

struct SupplierDetails {
    QString name;
    QString reference; ///< the number another system knows the supplier by; unique where given
    QString details; ///< contact and address, as text
    QString email = {};
    QString phone = {};

    friend bool operator==(const SupplierDetails &, const SupplierDetails &) = default;
};

class SupplierStore final {
public:
    explicit SupplierStore(Connection &connection) : m_connection(connection) {}

    SupplierId insert(const SupplierDetails &details);
    void update(SupplierId id, const SupplierDetails &details);
    [[nodiscard]] std::optional<SupplierDetails> find(SupplierId id);
    [[nodiscard]] SupplierId idOfName(const QString &name);
    /// The supplier of this name, made when there is none; an invalid id for an empty name.
    SupplierId idForName(const QString &name, const QString &reference = {});
    [[nodiscard]] SupplierId idOfReference(const QString &reference);

private:
    Connection &m_connection;
};

} // namespace waitline
