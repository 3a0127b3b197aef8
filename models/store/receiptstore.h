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
    QString productName = {};
};

struct StoredReceipt {
    ReceiptId id;
    OperationId operation;
    PurchaseId purchase; ///< invalid for a blind receipt
    Instant receivedAt = 0;
    QString reference = {}; ///< the supplier's note
    QString note = {};
    bool isVoid = false;
    std::vector<StoredReceiptLine> lines;
};

class ReceiptStore final {
public:
    explicit ReceiptStore(Connection &connection) : m_connection(connection) {}

    /// What it says of itself; its lines are inserted one by one.
    ReceiptId insert(const StoredReceipt &head, std::optional<AllocationPolicy> policy);
    void insertLine(ReceiptId receipt, const StoredReceiptLine &line);
    [[nodiscard]] std::optional<StoredReceipt> find(ReceiptId id);
    /// Reads the receipt; inside a write transaction it stays locked.
    [[nodiscard]] std::optional<StoredReceipt> lock(ReceiptId id);
    /// The receipts with a supplier's note number that stand; none for an empty one.
    [[nodiscard]] std::vector<ReceiptId> withReference(const QString &reference);
    void markVoid(ReceiptId id, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
