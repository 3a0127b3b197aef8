#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

class ShipmentStore final {
public:
    explicit ShipmentStore(Connection &connection) : m_connection(connection) {}

    ShipmentId insert(OperationId operation, OrderId order, Instant at);
    void insertLine(ShipmentId shipment, OrderLineId line, ProductId product, Units units);
    /// Shipments that hold units of a line, oldest first.
    [[nodiscard]] std::vector<ShipmentId> ofLine(OrderLineId line);
    /// Shipments of a product after an operation, oldest first.
    [[nodiscard]] std::vector<ShipmentId> ofProduct(ProductId product, OperationId after);
    /// The first day a product shipped before `day`; none where all shipments are on or after it.
    [[nodiscard]] std::optional<QDate> shippedBefore(ProductId product, QDate day);

private:
    Connection &m_connection;
};

} // namespace waitline
