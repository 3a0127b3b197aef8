#pragma once

#include "models/services/caller.h"
#include "models/services/orderview.h"

#include <map>

namespace waitline {

class Connection;

struct ShipmentView {
    ShipmentId shipment;
    OrderId order;
    struct Line {
        OrderLineId line;
        QString sku;
        Units units = 0;
    };
    std::vector<Line> lines;
    Money value = 0;
    Money consumed = 0; ///< money paid before that is credited to it (see consumedBy)

    [[nodiscard]] Money toPay() const { return value - consumed; }
};

/// Goods out: only what is allocated, released and, where asked, complete and paid (product.md §2.11).
class ShippingService final {
public:
    explicit ShippingService(Connection &connection) : m_connection(connection) {}

    /// Ships all that may ship, or exactly `units` of the lines named. Refuses with the blocker.
    Result<ShipmentView> ship(OrderId order, const std::map<OrderLineId, Units> &units, const Caller &caller);
    /// Ships every order that may ship, each in its own operation.
    Result<std::vector<ShipmentView>> shipReady(const Caller &caller);

private:
    Connection &m_connection;
};

} // namespace waitline
