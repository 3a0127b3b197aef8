#pragma once

#include "models/domain/eta.h"
#include "models/services/caller.h"
#include "models/store/ledgerstore.h"
#include "models/store/orderstore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Supply on its way, by the name people call it.
struct NextSupply {
    QString name; ///< the purchase's reference, or "PO-118"
    QDate day;
    Units units = 0; ///< how many it brings
};

/// Why a line waits, with the numbers behind it (product.md §2.5).
struct LineExplanation {
    StoredOrderLine line;
    std::optional<qint64> place; ///< none while nothing of it waits
    Units unitsAhead = 0;
    Units unitsFree = 0; ///< in stock and passed by this line: under whole-lines only
    std::optional<NextSupply> next; ///< the first open purchase line
    Coverage coverage;
    QString sentence; ///< "14 units ahead; next supply PO-118 on 14 Oct, covers 40"
};

/// One change of a line's allocated units: by which operation, and what the plan saw.
struct AllocationReason {
    QString kind; ///< of the operation: "place", "receive", "cancel" …
    QString actor;
    QString reason;
    Instant at = 0;
    QString cause; ///< of the ledger entry: "serve", "ship", "void" …
    Units units = 0;
    std::optional<AllocationPolicy> policy; ///< of what served it
    std::optional<Units> unitsSeen;
    std::optional<qint64> place;
    std::optional<Units> unitsAhead;
};

/// Why a line that got nothing, or not all, still waits.
[[nodiscard]] Result<LineExplanation> explainLine(Connection &connection, OrderLineId line, QDate today);
/// Everything that gave units to a line or took them from it, oldest first.
[[nodiscard]] Result<std::vector<AllocationReason>> allocationsOf(Connection &connection, OrderLineId line);

} // namespace waitline
