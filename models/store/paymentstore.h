#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

#include <vector>

namespace waitline {

class Connection;

/// Money in (amount > 0) or back out (< 0), to be recorded.
struct NewPayment {
    OrderId order;
    Money amount = 0;
    QString method;
};

class PaymentStore final {
public:
    explicit PaymentStore(Connection &connection) : m_connection(connection) {}

    /// Records money in (amount > 0) or back out (< 0) and updates the order's counters.
    void insert(OperationId operation, OrderId order, Money amount, const QString &method, const QString &reference);
    /// Many payments of one operation at once, such as a day's bank statement.
    void insertAll(OperationId operation, const std::vector<NewPayment> &payments);

private:
    void addToOrder(OrderId order, Money amount);

    Connection &m_connection;
};

} // namespace waitline
