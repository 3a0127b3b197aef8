#pragma once

#include "models/domain/product.h"

namespace waitline {

class Connection;

class StockStore final {
public:
    explicit StockStore(Connection &connection) : m_connection(connection) {}

    /// Adds `delta` to each counter of the product; throws StoreError where one would go below zero.
    void add(ProductId product, const StockFigures &delta);
    /// Whether units have ever come in, other than those that had left before their order was taken over.
    [[nodiscard]] bool hasComeIn(ProductId product);
    void recordDamage(OperationId operation, ProductId product, Units units);
    void recordCount(OperationId operation, ProductId product, Units before, Units counted);

private:
    Connection &m_connection;
};

} // namespace waitline
