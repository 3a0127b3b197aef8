#pragma once

#include "models/domain/shipping.h"
#include "models/services/caller.h"
#include "models/services/orderview.h"
#include "models/services/stockbook.h"
#include "models/store/shipmentstore.h"

#include <functional>
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
    Parcel parcel = {};
    Money value = 0;
    Money consumed = 0; ///< money paid before that is credited to it (see consumedBy)

    [[nodiscard]] Money toPay() const { return value - consumed; }
};

/// An order as shipping looks at it, and whether it may leave.
[[nodiscard]] ShippingOrder shippingOrder(const StoredOrder &order, const std::vector<StoredOrderLine> &lines,
                                          const std::function<std::optional<QDate>(ProductId)> &releaseOf);
/// What the store asks today.
[[nodiscard]] ShippingTerms shippingTerms(Connection &connection, QDate today);

/// A shipment that was taken back.
struct ShipmentVoidOutcome {
    ShipmentId shipment;
    OrderId order;
    std::vector<LineUnits> returned; ///< allocated to their lines again
};

/// Goods out: only what is allocated, released and, where asked, complete and paid (product.md §2.11).
class ShippingService final {
public:
    explicit ShippingService(Connection &connection) : m_connection(connection) {}

    /// Ships all that may ship, or exactly `units` of the lines named. Refuses with the blocker.
    Result<ShipmentView> ship(OrderId order, const std::map<OrderLineId, Units> &units, const Caller &caller, const Parcel &parcel = {});
    /// Ships every order that may ship, each in its own operation.
    Result<std::vector<ShipmentView>> shipReady(const Caller &caller, const Parcel &parcel = {});
    /// Ships those of the orders that may ship, each in its own operation; tells why the others may not.
    struct ManyShipped {
        std::vector<ShipmentView> shipments;
        std::vector<std::pair<OrderId, Error>> kept;
    };
    Result<ManyShipped> shipAll(const std::vector<OrderId> &orders, const Caller &caller, const Parcel &parcel = {});
    Result<StoredShipment> show(ShipmentId id);
    /// Takes a shipment back on the day it left: its units are on hand and allocated to the same lines again.
    Result<ShipmentVoidOutcome> voidShipment(ShipmentId id, const QString &reason, const Caller &caller);
    /// Says how a shipment travels, once that is known.
    Result<StoredShipment> setParcel(ShipmentId id, const Parcel &parcel, const Caller &caller);

private:
    Connection &m_connection;
};

} // namespace waitline
