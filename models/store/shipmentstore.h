#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// A shipment to be written, with its lines.
struct NewShipment {
    struct Line {
        OrderLineId line;
        ProductId product;
        Units units = 0;
    };
    OrderId order;
    Instant at = 0;
    std::vector<Line> lines;
};

class ShipmentStore final {
public:
    explicit ShipmentStore(Connection &connection) : m_connection(connection) {}

    /// `consumed`: money paid before that is credited to it.
    ShipmentId insert(OperationId operation, OrderId order, Instant at, Money consumed);
    /// What an order's shipments have consumed so far.
    [[nodiscard]] Money consumedSoFar(OrderId order);
    /// Many shipments of one operation at once.
    void insertAll(OperationId operation, const std::vector<NewShipment> &shipments);
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
