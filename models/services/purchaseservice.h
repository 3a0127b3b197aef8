#pragma once

#include "models/services/caller.h"
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
};

class PurchaseService final {
public:
    explicit PurchaseService(Connection &connection) : m_connection(connection) {}

    Result<StoredPurchase> place(const PurchaseDraft &draft, const Caller &caller);
    Result<StoredPurchase> show(PurchaseId id);
    /// Moves the expected day; the first one is kept.
    Result<StoredPurchase> expect(PurchaseId id, QDate day, const Caller &caller);
    /// The rest is not coming: what is still on order is closed short.
    Result<StoredPurchase> close(PurchaseId id, const Caller &caller);

private:
    StoredPurchase read(PurchaseId id);

    Connection &m_connection;
};

} // namespace waitline
