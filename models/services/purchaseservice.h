#pragma once

#include "models/services/caller.h"
#include "models/store/purchasedraftstore.h"
#include "models/store/purchasestore.h"

namespace waitline {

class Connection;

struct PurchaseLineDraft {
    QString sku;
    Units units = 0;
    std::optional<Money> unitCost; ///< none: the product's cost
};

struct PurchaseDraft {
    QString supplier;
    std::vector<PurchaseLineDraft> lines;
    QDate expected;
    QString reference;
    bool inPacks = false; ///< refuse what is no whole packs, or less than the product's smallest purchase
};

class StockBook;
struct Refusal;

/// What is thrown for a purchase that is not there.
[[nodiscard]] Refusal unknownPurchase(PurchaseId id);

class PurchaseService final {
public:
    explicit PurchaseService(Connection &connection) : m_connection(connection) {}

    /// Places a purchase; a draft of it that was kept ends.
    Result<StoredPurchase> place(const PurchaseDraft &draft, const Caller &caller, PurchaseDraftId kept = {});
    /// Changes supplier, lines and the rest of a purchase nothing has been received on. The first expected day is kept.
    Result<StoredPurchase> change(PurchaseId id, const PurchaseDraft &draft, const Caller &caller);
    /// Keeps a purchase as far as it is written: nothing of it is on order.
    Result<PurchaseDraftId> keepDraft(const StoredPurchaseDraft &draft, const Caller &caller);
    Result<StoredPurchaseDraft> showDraft(PurchaseDraftId id);
    Result<Done> discardDraft(PurchaseDraftId id, const Caller &caller);
    Result<StoredPurchase> show(PurchaseId id);
    /// Moves the expected day; the first one is kept. Customers whose promises it breaks are to be told.
    Result<StoredPurchase> expect(PurchaseId id, QDate day, const Caller &caller);
    /// The rest is not coming: what is still on order is closed short.
    Result<StoredPurchase> close(PurchaseId id, const Caller &caller);
    /// Takes the closing back: what was closed short is on order again, and what was voided since with it. A line that
    /// stood short before the closing (`before`) keeps what it was short then; without it, all of the purchase comes.
    Result<StoredPurchase> reopen(PurchaseId id, const Caller &caller, const std::optional<StoredPurchase> &before = {});

private:
    StoredPurchase read(PurchaseId id);
    void refuseOddUnits(StockBook &book, const PurchaseDraft &draft, const std::vector<ProductId> &products);
    std::vector<ProductId> resolve(const PurchaseDraft &draft, PurchaseId changed);
    StoredPurchaseDraft readDraft(PurchaseDraftId id);
    void changeLines(StockBook &book, const StoredPurchase &before, const PurchaseDraft &draft, const std::vector<ProductId> &products);

    Connection &m_connection;
};

} // namespace waitline
