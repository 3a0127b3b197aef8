#pragma once

#include "models/store/statement.h"

#include <functional>

namespace waitline {

class Connection;

/// Reads whole tables for files, row by row, so that memory does not grow with them. `tell` is given each row with its
/// columns in the order said here; it must not use the connection.
class ExportStore final {
public:
    using Tell = std::function<void(const Rows &)>;

    explicit ExportStore(Connection &connection) : m_connection(connection) {}

    /// Every order line by order: reference (made of the number where it has none), customer, e-mail, country, placed at,
    /// SKU, product name, ordered, price, priority, ship complete, promise, cancelled, shipped, paid, refunded, campaign,
    /// note, order, line, allocated, waiting, pre-order.
    void orderLines(const Tell &tell);
    /// The stock ledger, oldest first: entry, operation, at, kind, actor, reason, SKU, cause, change on hand, change of
    /// allocated, policy number, units seen.
    void ledger(const Tell &tell);
    /// Demand by product and day: day, SKU, name, ordered, pre-ordered, backordered, value ordered, units sold in the
    /// history from before this database, their value.
    void demand(const Tell &tell);

private:
    Connection &m_connection;
};

} // namespace waitline
