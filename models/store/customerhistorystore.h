#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <vector>

namespace waitline {

class Connection;

struct CustomerPayment {
    OrderId order;
    Money amount = 0; ///< > 0: received, < 0: given back
    QString method;
    QString reference;
    Instant at = 0;
};

struct CustomerShipment {
    ShipmentId shipment;
    OrderId order;
    Units units = 0;
    QDate day;
};

/// Money to be given back.
struct CustomerRefund {
    OrderId order;
    Money amount = 0;
};

/// What has been with a customer.
class CustomerHistoryStore final {
public:
    explicit CustomerHistoryStore(Connection &connection) : m_connection(connection) {}

    /// Orders with something still to ship, oldest first; at most `most`.
    [[nodiscard]] std::vector<OrderId> openOrders(CustomerId id, int most);
    /// The latest of all kinds, newest first.
    [[nodiscard]] std::vector<OrderId> latestOrders(CustomerId id, int most);
    [[nodiscard]] std::vector<CustomerPayment> latestPayments(CustomerId id, int most);
    [[nodiscard]] std::vector<CustomerShipment> latestShipments(CustomerId id, int most);
    /// Orders for which more was paid than is left of them.
    [[nodiscard]] std::vector<CustomerRefund> refundsDue(CustomerId id);

private:
    Connection &m_connection;
};

} // namespace waitline
