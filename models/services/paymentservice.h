#pragma once

#include "models/services/caller.h"
#include "models/services/orderview.h"

namespace waitline {

class Connection;

/// Money on orders: deposits and balances in, refunds out.
class PaymentService final {
public:
    explicit PaymentService(Connection &connection) : m_connection(connection) {}

    /// `amount` in minor units, above 0.
    Result<OrderView> pay(OrderId order, Money amount, const QString &method, const Caller &caller);
    /// Refuses more than was paid and not refunded yet.
    Result<OrderView> refund(OrderId order, Money amount, const QString &method, const Caller &caller);

private:
    Result<OrderView> record(OrderId order, Money amount, const QString &method, const Caller &caller, bool isRefund);

    Connection &m_connection;
};

} // namespace waitline
