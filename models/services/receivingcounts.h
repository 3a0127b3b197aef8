#pragma once

#include "models/domain/receiving.h"
#include "models/domain/scantext.h"
#include "models/services/receivingservice.h"
#include "models/services/scan.h"
#include "models/store/receivingstore.h"

namespace waitline {

/// A line of a delivery that is being counted.
struct CountLine {
    ProductId product;
    QString sku;
    QString name;
    CountedUnits units;
};

/// A code no product has, and how often it was scanned.
struct UnknownCode {
    QString code;
    Units times = 0;
    friend bool operator==(const UnknownCode &, const UnknownCode &) = default;
};

/// A delivery as it is counted: the lines of its purchase from 0, then what is not on it in the order of the scans.
struct ReceivingCountView {
    StoredReceivingCount count;
    std::optional<StoredPurchase> purchase;
    std::vector<CountLine> lines;
    std::vector<UnknownCode> unknown;

    [[nodiscard]] bool isBlind() const { return !purchase; }
    [[nodiscard]] Units counted() const; ///< good and damaged
    [[nodiscard]] Units missing() const; ///< announced and not taken into stock: it stays on order, damaged units too
    [[nodiscard]] ReceiptDraft draft() const;
};

/// What a scan or key did. Of several lines at once, the last one is told.
struct ScanOutcome {
    ScanVerdict verdict = ScanVerdict::Unknown;
    CountLine line; ///< as it is now; without a product for an unknown code
    QString code;
    bool isBlind = false;
};

/// Goods that come in, scan by scan. Every scan is durable when it is answered: a count outlives whatever happens until it
/// is posted or thrown away. Several desks may count one delivery together.
class ReceivingCounts final {
public:
    explicit ReceivingCounts(Connection &connection) : m_connection(connection) {}

    /// Begins to count a purchase's delivery, or goods no purchase announced; goes on where a count is open.
    Result<ReceivingCountView> open(PurchaseId purchase, const Caller &caller);
    Result<ReceivingCountView> show(ReceivingCountId id);
    Result<std::vector<ReceivingCountView>> openCounts();

    /// Counts a code as often as it says; units of a carton count all of them. An unknown code is kept at the side.
    Result<ScanOutcome> scan(ReceivingCountId id, const ScanText &scan, bool isDamaged, const Caller &caller);
    /// Takes the caller's last scan or key back.
    Result<ScanOutcome> takeBack(ReceivingCountId id, const Caller &caller);
    /// Corrects a line to these units; none: as they are.
    Result<ScanOutcome> correct(ReceivingCountId id, ProductId product, std::optional<Units> accepted, std::optional<Units> damaged,
                                const Caller &caller);
    /// Counts all that is still missing of a product, or of the purchase.
    Result<ScanOutcome> complete(ReceivingCountId id, std::optional<ProductId> product, const Caller &caller);
    /// Gives an unknown code to a product, so many units each, for now and later; its scans count.
    Result<ScanOutcome> bind(ReceivingCountId id, const QString &code, const QString &sku, Units units, const Caller &caller);
    /// The unknown code is of no matter.
    Result<Done> forget(ReceivingCountId id, const QString &code);
    /// Keeps note number, note and policy. Answers the receipts that have the note number already.
    Result<std::vector<ReceiptId>> setTerms(ReceivingCountId id, const CountTerms &terms);

    /// What posting would do; without a line that counts there is nothing to tell.
    struct Preview {
        ReceivingCountView view;
        std::optional<ReceiptOutcome> outcome;
        std::optional<ReceiptOutcome> asUsual; ///< under each product's own policy, where another one is chosen
        QString excess; ///< what came beyond the tolerance, in a sentence
    };
    Result<Preview> preview(ReceivingCountId id);
    /// Posts what is counted if it does what the preview said (see postAsPreviewed). More than the tolerance allows is
    /// refused with the field "excess", unless that is wanted.
    Result<ReceiptOutcome> post(ReceivingCountId id, const ReceiptOutcome &preview, bool takeExcess, const Caller &caller);
    /// Voids a receipt; the count it was posted from is open again, unless its purchase is closed or counted anew meanwhile.
    Result<VoidOutcome> voidReceipt(ReceiptId receipt, const QString &reason, const Caller &caller);
    Result<Done> discard(ReceivingCountId id, const Caller &caller);
    /// Takes a discarding back.
    Result<ReceivingCountView> reopen(ReceivingCountId id);

private:
    ReceivingCountView read(ReceivingCountId id);
    StoredReceivingCount lockOpen(ReceivingCountId id);
    ScanOutcome outcomeOf(const StoredReceivingCount &count, ProductId product, const QString &code = {});
    CountLine lineOf(const StoredReceivingCount &count, ProductId product);
    [[nodiscard]] QString excessSentence(const ReceivingCountView &view);

    Connection &m_connection;
};

} // namespace waitline
