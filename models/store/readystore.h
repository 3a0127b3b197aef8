#pragma once

#include "models/domain/shipping.h"
#include "models/store/connection.h"

#include <functional>
#include <vector>

namespace waitline {

/// An order with units set aside for it, as shipping looks at it.
struct AllocatedOrder {
    OrderId order;
    QString customer;
    QString reference;
    Instant placedAt = 0;
    ShippingOrder shipping;
    QStringList locations; ///< of what is set aside, as pickers walk
    Money value = 0; ///< of the units set aside
    Units allocated = 0;
};

/// Reads what can be shipped, for lists.
class ReadyStore final {
public:
    explicit ReadyStore(Connection &connection) : m_connection(connection) {}

    /// Every order with allocated units, by order number; in one walk over the allocated lines.
    void walk(const std::function<void(const AllocatedOrder &)> &seen);
    /// One of them; none where nothing is allocated to it.
    [[nodiscard]] std::optional<AllocatedOrder> find(OrderId order);

private:
    void read(Rows rows, const std::function<void(const AllocatedOrder &)> &seen);

    Connection &m_connection;
};

} // namespace waitline
