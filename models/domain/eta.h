#pragma once

#include "models/domain/id.h"
#include "models/domain/policy.h"

#include <QDate>

#include <optional>
#include <span>

namespace waitline {

/// Units that will arrive: one open purchase line.
struct Supply {
    Units units = 0;
    QDate day;
    PurchaseId purchase; ///< invalid for units free in stock
    bool isOverdue = false; ///< its day has passed, where people are told of it
    std::optional<AllocationPolicy> policy = {}; ///< it is given out under, where that is not the product's
};

/// The one that is expected first, as people are told of it; `supplies` stand by their days.
[[nodiscard]] std::optional<Supply> nextSupply(std::span<const Supply> supplies, QDate today);

/// When a line can be served in full, and by what.
struct Coverage {
    QDate eta; ///< invalid when not covered
    std::optional<PurchaseId> coveredBy = {}; ///< the purchase that completes it; none: from stock, or not covered

    Units partly = 0; ///< of a line not covered: how many of its units all that is on order brings
    QDate partlyOn = {}; ///< when the last of those come
    std::optional<PurchaseId> partlyBy = {}; ///< the purchase that brings the last of those

    [[nodiscard]] bool isCovered() const { return eta.isValid(); }
    /// The same for a line that is served whole or not at all: a part of it brings nothing.
    [[nodiscard]] Coverage whole() const { return {eta, coveredBy}; }
};

/// Walks supply along the queue (product.md §2.12): the first day on which `available` and the open
/// purchases (by expected day) cover `unitsAhead + waiting`. Never before `today`, nor before `release`
/// where one is set. What does not cover all of them may still bring a part.
[[nodiscard]] Coverage coverage(Units available, std::span<const Supply> supplies, Units unitsAhead, Units waiting, QDate today,
                                std::optional<QDate> release);

} // namespace waitline
