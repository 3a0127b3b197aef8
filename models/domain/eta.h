#pragma once

#include "models/domain/id.h"

#include <QDate>

#include <optional>
#include <span>

namespace waitline {

/// Units that will arrive: one open purchase line.
struct Supply {
    Units units = 0;
    QDate day;
    PurchaseId purchase; ///< invalid for units free in stock
};

/// When a line can be served in full, and by what.
struct Coverage {
    QDate eta; ///< invalid when not covered
    std::optional<PurchaseId> coveredBy; ///< the purchase that completes it; none: from stock, or not covered

    [[nodiscard]] bool isCovered() const { return eta.isValid(); }
};

/// Walks supply along the queue (product.md §2.12): the first day on which `available` and the open
/// purchases (by expected day) cover `unitsAhead + waiting`. Never before `today`, nor before `release`
/// where one is set.
[[nodiscard]] Coverage coverage(Units available, std::span<const Supply> supplies, Units unitsAhead, Units waiting, QDate today,
                                std::optional<QDate> release);

} // namespace waitline
