#pragma once

#include "models/domain/clock.h"
#include "models/domain/eta.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

struct StoredPurchaseLine {
    PurchaseLineId id;
    ProductId product;
    QString sku;
    QString productName;
    Units ordered = 0;
    Units received = 0;
    Units overReceived = 0;
    Units closedShort = 0;
    Money unitCost = 0;

    [[nodiscard]] Units onOrder() const { return qMax<Units>(0, ordered - received - closedShort); }
};

struct StoredPurchase {
    PurchaseId id;
    QString supplier;
    QString reference;
    Instant placedAt = 0;
    QDate expectedFirst;
    QDate expected;
    bool isClosed = false;
    std::vector<StoredPurchaseLine> lines;

    [[nodiscard]] Units toCome() const;
    /// Ordered and not received, whether it is still to come or was closed short.
    [[nodiscard]] Units missing() const;
    [[nodiscard]] bool hasReceived() const;
    /// Days the goods come later than first said; negative: sooner.
    [[nodiscard]] qint64 slip() const { return expectedFirst.daysTo(expected); }
    /// "placed", "part_received", "received" or "closed".
    [[nodiscard]] QString status() const;
};

class PurchaseStore final {
public:
    explicit PurchaseStore(Connection &connection) : m_connection(connection) {}

    PurchaseId insert(OperationId operation, SupplierId supplier, const QString &reference, Instant placedAt, QDate expected);
    void insertLine(PurchaseId purchase, ProductId product, Units units, Money unitCost);
    [[nodiscard]] std::optional<StoredPurchase> find(PurchaseId id);
    /// Locks the purchase until the transaction ends, and it counts as changed; call after its products are locked.
    [[nodiscard]] std::optional<StoredPurchase> lock(PurchaseId id);
    [[nodiscard]] PurchaseId idOfReference(const QString &reference);
    [[nodiscard]] std::vector<ProductId> products(PurchaseId id);
    void setReceived(PurchaseLineId line, Units received, Units overReceived);
    void setClosedShort(PurchaseLineId line, Units units);
    void setClosed(PurchaseId id, bool isClosed);
    void setExpected(PurchaseId id, QDate day);
    void setHead(PurchaseId id, SupplierId supplier, const QString &reference);
    void setOrdered(PurchaseLineId line, Units ordered, Money unitCost);
    /// Takes a line nothing was received on out of its purchase; false where a void receipt names it.
    bool removeLine(PurchaseLineId line);
    /// Open purchase lines of a product by expected day, then purchase.
    [[nodiscard]] std::vector<Supply> supplies(ProductId product);
    /// The day a purchase is expected; it exists.
    [[nodiscard]] QDate expected(PurchaseId id);
    /// How many days later than first expected (sooner: below 0) the first goods of its supplier's latest purchases came.
    [[nodiscard]] std::vector<double> daysLate(PurchaseId id);

private:
    Connection &m_connection;
};

} // namespace waitline
