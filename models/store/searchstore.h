#pragma once

#include "models/domain/clock.h"
#include "models/domain/money.h"
#include "models/store/customerstore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;
struct WordMatch;

struct ProductHit {
    ProductId id;
    QString sku;
    QString name;
    Money price = 0;
    Units available = 0;
    Units waiting = 0;
    std::optional<QDate> release;
    std::optional<QDate> nextSupply; ///< earliest expected day of an open purchase
};

struct CustomerHit {
    CustomerId id;
    CustomerDetails details; ///< without note and priority
};

struct OrderHit {
    OrderId id;
    QString customer;
    QString reference;
    Instant placedAt = 0;
    Units ordered = 0; ///< not cancelled
    Units waiting = 0;
};

struct PurchaseHit {
    PurchaseId id;
    QString supplier;
    QString reference;
    QDate expected;
    Units toCome = 0;
};

/// Finds by what people type. Nothing here sorts more rows than it gives, so that an answer costs the same in a
/// large database.
class SearchStore final {
public:
    explicit SearchStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<ProductHit> firstProducts(int limit);
    [[nodiscard]] std::vector<CustomerHit> firstCustomers(int limit);
    [[nodiscard]] std::vector<ProductHit> productsNamed(const QString &skuOrBarcode);
    [[nodiscard]] std::vector<ProductHit> productsBeginning(const QString &text, int limit);
    [[nodiscard]] std::vector<ProductHit> productsContaining(const QString &text, int limit);
    [[nodiscard]] std::vector<CustomerHit> customersNamed(const QString &nameOrReference, int limit);
    [[nodiscard]] std::vector<CustomerHit> customersBeginning(const QString &text, int limit);
    [[nodiscard]] std::vector<CustomerHit> customersContaining(const QString &text, int limit);
    [[nodiscard]] std::optional<OrderHit> order(OrderId id);
    [[nodiscard]] std::optional<PurchaseHit> purchase(PurchaseId id);
    /// Orders of a customer that still wait, and the units.
    [[nodiscard]] std::pair<qint64, Units> waitingOf(CustomerId customer);

private:
    [[nodiscard]] std::vector<ProductHit> products(const WordMatch &match, const QString &order, int limit);
    [[nodiscard]] std::vector<CustomerHit> customers(const WordMatch &match, const QString &order, int limit);

    Connection &m_connection;
};

} // namespace waitline
