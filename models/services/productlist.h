#pragma once

#include "models/domain/availability.h"
#include "models/store/productliststore.h"

namespace waitline {

class Connection;

struct ProductFilter {
    QString text; ///< SKU, barcode, name or category
    std::optional<Availability> state;

    friend bool operator==(const ProductFilter &, const ProductFilter &) = default;
};

struct ProductQuestion {
    ProductFilter filter;
    ProductSort sort = ProductSort::Sku;
    bool descending = false;
    QDate today;
};

/// A product with its counters and what can be said of it today.
struct ProductRow {
    StoredProduct product;
    Availability state = Availability::InStock;
};

/// The products a list holds, in its order.
[[nodiscard]] Result<std::vector<ProductId>> listProducts(Connection &connection, const ProductQuestion &question);
/// These products, in the order given.
[[nodiscard]] Result<std::vector<ProductRow>> productRows(Connection &connection, const std::vector<ProductId> &products, QDate today);

} // namespace waitline
