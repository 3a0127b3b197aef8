#pragma once

#include "models/store/receiptstore.h"

namespace waitline {

/// A receipt as lists show it.
struct ListedReceipt {
    StoredReceipt receipt;
    QString supplier; ///< empty for a blind receipt
    QString actor;
    QString voidReason; ///< of a void one
    QString voidActor;
    Instant voidedAt = 0;

    [[nodiscard]] Units accepted() const;
    [[nodiscard]] Units damaged() const;
};

class ReceiptListStore final {
public:
    explicit ReceiptListStore(Connection &connection) : m_connection(connection) {}

    /// Receipts by number, the latest first: of a purchase, where one is given. `foldedText` is a supplier's note number or
    /// a part of the supplier's name; `number` the receipt's or the purchase's own.
    [[nodiscard]] std::vector<ReceiptId> list(const QString &foldedText, qint64 number, PurchaseId purchase);
    [[nodiscard]] std::optional<ListedReceipt> find(ReceiptId id);

private:
    Connection &m_connection;
};

} // namespace waitline
