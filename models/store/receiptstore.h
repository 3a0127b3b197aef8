#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/policy.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

struct StoredReceiptLine {
    ProductId product;
    PurchaseLineId purchaseLine; ///< invalid for goods no purchase asked for
    QString sku;
    Units accepted = 0;
    Units damaged = 0;
};

struct StoredReceipt {
    ReceiptId id;
    OperationId operation;
    PurchaseId purchase; ///< invalid for a blind receipt
    Instant receivedAt = 0;
    QString reference = {}; ///< the supplier's note
    bool isVoid = false;
    std::vector<StoredReceiptLine> lines;
};

class ReceiptStore final {
public:
    explicit ReceiptStore(Connection &connection) : m_connection(connection) {}

    ReceiptId insert(OperationId operation, PurchaseId purchase, const QString &reference, Instant at,
                     std::optional<AllocationPolicy> policy);
    void insertLine(ReceiptId receipt, const StoredReceiptLine &line);
    [[nodiscard]] std::optional<StoredReceipt> find(ReceiptId id);
    /// Reads the receipt; inside a write transaction it stays locked.
    [[nodiscard]] std::optional<StoredReceipt> lock(ReceiptId id);
    /// The receipts of a purchase that stand, oldest first.
    [[nodiscard]] std::vector<ReceiptId> ofPurchase(PurchaseId purchase);
    void markVoid(ReceiptId id, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
