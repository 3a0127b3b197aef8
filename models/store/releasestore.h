#pragma once

#include "models/domain/id.h"

namespace waitline {

class Connection;

/// Reads whom another release day of a product concerns.
class ReleaseStore final {
public:
    explicit ReleaseStore(Connection &connection) : m_connection(connection) {}

    /// Promises of pre-orders that have not shipped in full.
    [[nodiscard]] qint64 promises(ProductId product);
    /// Orders with such pre-orders.
    [[nodiscard]] qint64 orders(ProductId product);
    /// Customers with such pre-orders.
    [[nodiscard]] qint64 customers(ProductId product);

private:
    Connection &m_connection;
};

} // namespace waitline
