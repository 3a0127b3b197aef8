#pragma once

#include "models/domain/result.h"
#include "models/services/purchasepegs.h"
#include "models/store/purchaseliststore.h"

namespace waitline {

class Connection;

struct PurchaseQuestion {
    PurchaseFilter filter;
    PurchaseSort sort = PurchaseSort::Number;
    bool descending = true;
};

/// A purchase, or a draft of one, as a list shows it.
struct PurchaseRow {
    PurchaseKey key;
    PurchaseState state = PurchaseState::Draft;
    QString supplier;
    QString reference;
    std::optional<QDate> expected;
    std::optional<QDate> expectedFirst;
    qint64 lines = 0;
    Units toCome = 0;
    Money value = 0; ///< of what is to come, at cost
    qint64 customers = 0; ///< waiting on it

    [[nodiscard]] qint64 slip() const { return expected && expectedFirst ? expectedFirst->daysTo(*expected) : 0; }
};

/// How far a purchase is.
[[nodiscard]] PurchaseState stateOf(const StoredPurchase &purchase);
/// What a list of purchases holds, in its order.
[[nodiscard]] Result<std::vector<PurchaseKey>> listPurchases(Connection &connection, const PurchaseQuestion &question);
/// These, in the order given; drafts that have ended meanwhile are left out.
[[nodiscard]] Result<std::vector<PurchaseRow>> purchaseRows(Connection &connection, const std::vector<PurchaseKey> &keys);
/// A purchase with what its goods are for; refuses an unknown one.
[[nodiscard]] Result<PurchaseView> viewPurchase(Connection &connection, PurchaseId purchase);
/// See affectedBy().
[[nodiscard]] Result<std::vector<AffectedLine>> whoIsAffected(Connection &connection, PurchaseId purchase, QDate day, QDate today);

} // namespace waitline
