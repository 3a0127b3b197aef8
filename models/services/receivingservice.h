#pragma once

#include "models/services/caller.h"
#include "models/services/stockbook.h"
#include "models/store/purchasestore.h"
#include "models/store/receiptstore.h"

namespace waitline {

class Connection;

struct ReceiptLineDraft {
    QString sku;
    Units accepted = 0;
    Units damaged = 0;
};

struct ReceiptDraft {
    PurchaseId purchase; ///< invalid: a blind receipt
    std::vector<ReceiptLineDraft> lines;
    std::optional<AllocationPolicy> policy; ///< none: each product's own
    QString reference; ///< the supplier's note number
    QString note = {};
};

/// What a receipt did, or would do.
struct ReceiptOutcome {
    struct Line {
        QString sku;
        Units accepted = 0;
        Units damaged = 0;
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Served {
        LineUnits units;
        QString sku;
    };
    struct Free {
        QString sku;
        Units units = 0;
    };
    /// A line that waits and gets nothing. Passed over: one behind it is served; too large: what is left does not cover
    /// all of it, and the policy serves it whole or not at all.
    struct Unserved {
        enum class Why { PassedOver, TooLarge, NothingLeft };
        LineUnits units; ///< none; with place, units ahead and those that remain waiting
        QString sku;
        AllocationPolicy policy = AllocationPolicy::FirstCome;
        Why why = Why::NothingLeft;
    };
    ReceiptId receipt; ///< invalid in a preview
    std::vector<Line> lines;
    std::vector<Served> served;
    std::vector<Free> leftFree; ///< products with units nobody waits for
    std::vector<Unserved> unserved = {}; ///< told by a preview: the first lines of each product
    qint64 moreUnserved = 0; ///< lines behind those
};

struct VoidOutcome {
    ReceiptId receipt;
    std::vector<LineUnits> returned; ///< allocations the receipt had fed, back in the line
    std::vector<LineUnits> served; ///< who was served anew from other free stock
};

/// Goods in: previewed, posted and voided.
class ReceivingService final {
public:
    explicit ReceivingService(Connection &connection) : m_connection(connection) {}

    Result<ReceiptOutcome> post(const ReceiptDraft &draft, const Caller &caller);
    /// What post() would do now, by the same plan; writes nothing.
    Result<ReceiptOutcome> preview(const ReceiptDraft &draft);
    /// Takes a receipt back: its units leave stock, what it fed waits again at its own rank.
    Result<VoidOutcome> voidReceipt(ReceiptId id, const QString &reason, const Caller &caller);

private:
    struct Resolved;
    Resolved resolve(const ReceiptDraft &draft);
    void bookOnPurchase(StockBook &book, ReceiptId receipt, std::optional<StoredPurchase> &purchase, const StoredReceiptLine &line);
    void takeOffPurchase(StockBook &book, const StoredReceipt &receipt);
    std::vector<QueueLine> fedAndHeld(const StoredReceipt &receipt);
    std::vector<ShipmentId> shipmentsSince(const StoredReceipt &receipt, ProductId product);
    [[noreturn]] void refuseShipped(const StoredReceipt &receipt, const std::vector<ShipmentId> &shipments);

    Connection &m_connection;
};

} // namespace waitline
