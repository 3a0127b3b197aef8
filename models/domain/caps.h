#pragma once

#include "models/domain/product.h"

#include <limits>
#include <span>

namespace waitline {

inline constexpr Units unlimited = std::numeric_limits<Units>::max();

enum class CapKind { Edition, PerCustomer, Backorder };

/// What a wish for more units of one product meets: how many could be sold, and what stops the rest.
struct CapVerdict {
    Units sellable = 0; ///< how many units of the wish could be sold; ≥ the wish when it is granted
    std::optional<CapKind> stoppedBy;

    [[nodiscard]] bool isGranted() const { return !stoppedBy; }
};

/// Checks the caps of product.md §2.9 for `wishes`: the units of all lines of one order for this product,
/// in the order they would be served. `customerHolds` are units this customer has ordered and not
/// cancelled. `preorder` says whether the new units are pre-orders, which the backorder limit spares.
[[nodiscard]] CapVerdict checkCaps(const ProductTerms &terms, const StockFigures &stock, Units customerHolds, std::span<const Units> wishes,
                                   bool preorder);

/// Units that a newcomer can have at once: what is free beyond what the line waits for. Units are free while somebody
/// waits only under whole-lines, or after a receipt that was given out under it: then the next step gives them to the line.
[[nodiscard]] Units freeForNewcomers(const ProductTerms &terms, const StockFigures &stock);

/// Units of `wishes` that would have to wait when `available` units are free and nobody ranked ahead can use
/// them: under whole-lines a wish is served whole or not at all.
[[nodiscard]] Units unitsThatWouldWait(Units available, std::span<const Units> wishes, AllocationPolicy policy);

} // namespace waitline
