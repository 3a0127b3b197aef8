#pragma once

#include "models/store/purchasedraftstore.h"
#include "models/store/purchasestore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// How far a purchase is.
enum class PurchaseState { Draft, Placed, PartReceived, Received, ClosedShort };

enum class PurchaseSort { Number, State, Supplier, Expected, FirstExpected, Slip, ToCome, Value };

struct PurchaseFilter {
    QString text; ///< a number, a part of supplier or reference, or a SKU
    std::optional<PurchaseState> state;
    bool openOnly = false; ///< only what something is still to come of, and drafts

    friend bool operator==(const PurchaseFilter &, const PurchaseFilter &) = default;
};

/// A purchase, or a draft of one.
struct PurchaseKey {
    bool isDraft = false;
    qint64 id = 0;

    [[nodiscard]] PurchaseId purchase() const { return {isDraft ? 0 : id}; }
    [[nodiscard]] PurchaseDraftId draft() const { return {isDraft ? id : 0}; }
    friend bool operator==(const PurchaseKey &, const PurchaseKey &) = default;
};

/// Reads purchases and drafts for lists.
class PurchaseListStore final {
public:
    explicit PurchaseListStore(Connection &connection) : m_connection(connection) {}

    /// Those the filter means, in the order asked for; alike in it, the latest first.
    [[nodiscard]] std::vector<PurchaseKey> keys(const PurchaseFilter &filter, PurchaseSort sort, bool descending);

private:
    Connection &m_connection;
};

} // namespace waitline
