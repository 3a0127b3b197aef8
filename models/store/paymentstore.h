#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

namespace waitline {

class Connection;

class PaymentStore final {
public:
    explicit PaymentStore(Connection &connection) : m_connection(connection) {}

    /// Records money in (amount > 0) or back out (< 0) and updates the order's counters.
    void insert(OperationId operation, OrderId order, Money amount, const QString &method, const QString &reference);

private:
    Connection &m_connection;
};

} // namespace waitline
