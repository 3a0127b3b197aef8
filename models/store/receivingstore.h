#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/policy.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

using ReceivingCountId = Id<struct ReceivingCountTag>;

/// What is said of a delivery while it is counted.
struct CountTerms {
    QString reference; ///< the supplier's note
    QString note;
    std::optional<AllocationPolicy> policy; ///< none: each product's own

    friend bool operator==(const CountTerms &, const CountTerms &) = default;
};

struct StoredReceivingCount {
    ReceivingCountId id;
    PurchaseId purchase; ///< invalid: goods no purchase announced
    QString actor; ///< who began
    Instant startedAt = 0;
    CountTerms terms;
    bool isOpen = false;
    ReceiptId receipt; ///< it was posted as; invalid: not posted
};

struct StoredScan {
    ReceivingCountId count;
    qint64 step = 0;
    Instant at = 0;
    QString actor;
    QString code; ///< empty: by a key
    ProductId product; ///< invalid: the code is unknown
    Units accepted = 0;
    Units damaged = 0;
};

/// Deliveries that are being counted, scan by scan.
class ReceivingStore final {
public:
    explicit ReceivingStore(Connection &connection) : m_connection(connection) {}

    ReceivingCountId insert(OperationId operation, PurchaseId purchase, const QString &actor, Instant at);
    [[nodiscard]] std::optional<StoredReceivingCount> find(ReceivingCountId id);
    /// The same, locked until the transaction ends; it counts as changed.
    [[nodiscard]] std::optional<StoredReceivingCount> lock(ReceivingCountId id);
    /// The open count of a purchase, or (an invalid purchase) the actor's own without one.
    [[nodiscard]] ReceivingCountId openOf(PurchaseId purchase, const QString &actor);
    [[nodiscard]] std::vector<ReceivingCountId> open();
    /// The count that was posted as this receipt.
    [[nodiscard]] ReceivingCountId ofReceipt(ReceiptId receipt);
    void setTerms(ReceivingCountId id, const CountTerms &terms);
    void end(ReceivingCountId id, OperationId by, ReceiptId receipt = {});
    void reopen(ReceivingCountId id);

    [[nodiscard]] qint64 nextStep(ReceivingCountId id);
    void insertScan(const StoredScan &scan);
    /// The scans of an actor's last step that stands; they stand no more. None where there is nothing left.
    [[nodiscard]] std::vector<StoredScan> takeBackLast(ReceivingCountId id, const QString &actor);
    /// What stands, by product in the order of the first scan.
    [[nodiscard]] std::vector<StoredScan> counted(ReceivingCountId id);
    /// What stands of one product.
    [[nodiscard]] StoredScan counted(ReceivingCountId id, ProductId product);
    /// Codes without a product, with how often they were scanned, in the order of the first scan.
    [[nodiscard]] std::vector<std::pair<QString, Units>> unknown(ReceivingCountId id);
    /// From now on the code's scans count the product, so many units each.
    void bind(ReceivingCountId id, const QString &code, ProductId product, Units units);
    /// Takes back what was scanned of an unknown code.
    void forget(ReceivingCountId id, const QString &code);

private:
    Connection &m_connection;
};

} // namespace waitline
