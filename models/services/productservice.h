#pragma once

#include "models/services/caller.h"
#include "models/store/productstore.h"

#include <functional>

namespace waitline {

class Connection;

/// Products and their pre-order and backorder terms.
class ProductService final {
public:
    explicit ProductService(Connection &connection) : m_connection(connection) {}

    Result<StoredProduct> add(const ProductTerms &terms, const Caller &caller);
    /// Applies `change` to the product's terms as nobody else changes them meanwhile. A new policy serves the line
    /// anew; a moved release day moves the promises of its pre-orders by as many days and prepares notices. Refuses a release day after
    /// units have shipped.
    Result<StoredProduct> change(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change, const Caller &caller);
    Result<StoredProduct> show(const QString &sku);

private:
    StoredProduct read(const QString &sku);
    void moveRelease(const StoredProduct &before, const ProductTerms &terms, OperationId operation);
    void refuseTaken(const ProductTerms &terms, ProductId self);

    Connection &m_connection;
};

} // namespace waitline
