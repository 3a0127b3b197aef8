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
    /// anew; a moved release day moves the promises of its pre-orders by as many days, but none into the past, and prepares
    /// notices. Refuses a release day after units have shipped.
    Result<StoredProduct> change(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change, const Caller &caller);
    /// The same where `change` undoes what was changed last: promises that moved with the release stand as before.
    Result<StoredProduct> takeBack(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change, const Caller &caller);
    Result<StoredProduct> show(const QString &sku);

private:
    enum class Way { Forth, Back };
    Result<StoredProduct> changeTerms(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change, const Caller &caller,
                                      Way way);
    StoredProduct read(const QString &sku);
    void moveRelease(const StoredProduct &before, const ProductTerms &terms, OperationId operation, QDate today, Way way);
    void putPromisesBack(OperationId moved, OperationId operation);
    void refuseTaken(const ProductTerms &terms, ProductId self);

    Connection &m_connection;
};

} // namespace waitline
