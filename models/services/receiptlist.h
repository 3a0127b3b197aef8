#pragma once

#include "models/domain/result.h"
#include "models/store/receiptliststore.h"

namespace waitline {

class Connection;

struct ReceiptFilter {
    QString text; ///< a receipt's or purchase's number ("7", "GRN-7", "PO-118"), a supplier's note number or a part of its name
    PurchaseId purchase; ///< only its receipts

    friend bool operator==(const ReceiptFilter &, const ReceiptFilter &) = default;
};

/// Receipts, the latest first, void ones too.
[[nodiscard]] Result<std::vector<ReceiptId>> listReceipts(Connection &connection, const ReceiptFilter &filter);
[[nodiscard]] Result<std::vector<ListedReceipt>> receiptRows(Connection &connection, const std::vector<ReceiptId> &receipts);

} // namespace waitline
