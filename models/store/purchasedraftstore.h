#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <map>
#include <optional>
#include <vector>

namespace waitline {

class Connection;

using PurchaseDraftId = Id<struct PurchaseDraftTag>;

/// A purchase as far as it is written.
struct StoredPurchaseDraft {
    struct Line {
        QString sku;
        Units units = 0;
        std::optional<Money> unitCost;
    };
    PurchaseDraftId id;
    QString supplier;
    std::optional<QDate> expected;
    QString reference;
    Instant savedAt = 0;
    std::vector<Line> lines;
};

class PurchaseDraftStore final {
public:
    explicit PurchaseDraftStore(Connection &connection) : m_connection(connection) {}

    /// Writes a new draft, or one that is known anew.
    PurchaseDraftId save(OperationId operation, const StoredPurchaseDraft &draft);
    /// A draft that has not ended.
    [[nodiscard]] std::optional<StoredPurchaseDraft> find(PurchaseDraftId id);
    /// The same, locked until the transaction ends.
    [[nodiscard]] std::optional<StoredPurchaseDraft> lock(PurchaseDraftId id);
    void end(PurchaseDraftId id, OperationId by);
    /// Units by SKU in all drafts that have not ended.
    [[nodiscard]] std::map<QString, Units> units();

private:
    Connection &m_connection;
};

} // namespace waitline
