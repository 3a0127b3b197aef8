#pragma once

#include "models/domain/product.h"

namespace waitline {

/// What can be said of a product in one word (product.md §2.14); the numbers stand in StockFigures.
enum class Availability {
    InStock,
    Low,
    BackorderOpen,
    NotSold, ///< out of stock and takes no backorder
    PreorderOpen,
    PreorderFull,
    Discontinued
};

[[nodiscard]] Availability availability(const ProductTerms &terms, const StockFigures &stock, QDate today);
/// Units of the edition not sold yet; none when it is not limited.
[[nodiscard]] std::optional<Units> editionLeft(const ProductTerms &terms, const StockFigures &stock);
/// The stable word of the feed: "in_stock", "low", "backorder", "not_sold", "preorder", "preorder_full", "discontinued".
[[nodiscard]] QString availabilityWord(Availability state);

} // namespace waitline
