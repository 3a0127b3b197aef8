#pragma once

#include "models/store/productstore.h"

#include <functional>

namespace waitline {

/// What a list of products is sorted by; State is not known to the database.
enum class ProductSort {
    Sku,
    Name,
    State,
    OnHand,
    Allocated,
    Available,
    WaitingPreorder,
    WaitingBackorder,
    OnOrder,
    Committed,
    Projected,
    Release,
    Price,
    Category,
    Supplier
};

/// Reads products for lists.
class ProductListStore final {
public:
    explicit ProductListStore(Connection &connection) : m_connection(connection) {}

    /// All products, or those the text means, in the order asked for; products alike in it by SKU.
    [[nodiscard]] std::vector<ProductId> ids(const QString &text, ProductSort sort, bool descending);
    /// The same with the terms and counters an availability is told from; the text columns stay empty.
    void walk(const QString &text, ProductSort sort, bool descending, const std::function<void(const StoredProduct &)> &seen);

private:
    [[nodiscard]] Rows rows(const QString &columns, const QString &text, ProductSort sort, bool descending);

    Connection &m_connection;
};

} // namespace waitline
