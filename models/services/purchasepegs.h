#pragma once

#include "models/domain/pegging.h"
#include "models/store/purchasestore.h"
#include "models/store/waitingstore.h"

#include <map>
#include <set>

namespace waitline {

class Connection;

/// A waiting line that units to come would serve.
struct PeggedLine {
    OrderLineId line;
    OrderId order;
    QString customer;
    Units units = 0;
    bool completes = false; ///< with them it is served in full
    std::optional<QDate> promise;
};

/// A line of a purchase with whom its units are for.
struct PeggedPurchaseLine {
    StoredPurchaseLine line;
    std::vector<PeggedLine> pegs; ///< the first of them in rank order
    qint64 morePegs = 0;
    Units leftOver = 0;
};

/// A purchase with what its goods are for: who is served when they come, under each product's own policy. Under first-come
/// that is the walk of an ETA (product.md §2.12).
struct PurchaseView {
    StoredPurchase purchase;
    std::vector<PeggedPurchaseLine> lines;
    qint64 customers = 0; ///< waiting on it
};

/// Lays what is on order along the waiting lines, product by product; each product is walked once.
class PurchasePegs final {
public:
    explicit PurchasePegs(Connection &connection) : m_connection(connection) {}

    /// The customers with lines that units of this purchase would serve.
    [[nodiscard]] std::set<CustomerId> customersOf(const StoredPurchase &purchase);
    [[nodiscard]] PurchaseView view(const StoredPurchase &purchase);
    /// What units of a purchase would do for those who wait.
    struct Served {
        qint64 lines = 0; ///< served in full with them
        Units units = 0; ///< that somebody waits for
        QStringList customers; ///< the first of those who get some, product by product in rank order
    };
    [[nodiscard]] Served servedBy(PurchaseId purchase, const std::vector<ProductId> &products, size_t mostNamed);

private:
    struct Walked {
        std::vector<Supply> supplies;
        std::vector<WaitingStep> steps; ///< those the supplies reach
        std::vector<PeggedSupply> pegged;
    };
    const Walked &walked(ProductId product);
    /// The supplies of a purchase's lines of a product, in the lines' order.
    static std::vector<size_t> suppliesOf(const Walked &walked, PurchaseId purchase);

    Connection &m_connection;
    std::map<ProductId, Walked> m_walked;
};

/// A waiting line whose day changes.
struct AffectedLine {
    OrderId order;
    OrderLineId line;
    QString customer;
    QString sku;
    Units units = 0;
    QDate before; ///< invalid: not covered
    QDate after;
    std::optional<QDate> promise;

    friend bool operator==(const AffectedLine &, const AffectedLine &) = default;
    [[nodiscard]] bool isSooner() const { return after.isValid() && (!before.isValid() || after < before); }
    [[nodiscard]] bool breaksPromise() const
    {
        return promise && (!after.isValid() || after > *promise) && before.isValid() && before <= *promise;
    }
};

} // namespace waitline
