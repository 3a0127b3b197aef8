#pragma once

#include "models/domain/result.h"
#include "models/services/shippingservice.h"
#include "models/store/readystore.h"

#include <map>

namespace waitline {

class Connection;

enum class ReadyState { Ready, Blocked };

struct ReadyFilter {
    std::optional<ReadyState> state;
    QString text; ///< an order's number, several of them with commas, its reference, or a part of the customer's name
    std::vector<OrderId> among = {}; ///< only these; empty: all

    friend bool operator==(const ReadyFilter &, const ReadyFilter &) = default;
};

/// An order with units set aside, and why it may not leave.
struct ReadyRow {
    AllocatedOrder order;
    Units units = 0; ///< that would leave now
    std::optional<QString> blocker; ///< a whole sentence; none: it is ready
};

/// Orders with allocated units: ready ones first, by order number.
struct ReadyListing {
    std::vector<std::pair<OrderId, bool>> orders; ///< whether each is ready
    qint64 ready = 0;
    qint64 blocked = 0;
};

[[nodiscard]] Result<ReadyListing> listReady(Connection &connection, const ReadyFilter &filter, QDate today);
[[nodiscard]] Result<std::vector<ReadyRow>> readyRows(Connection &connection, const std::vector<OrderId> &orders, QDate today);

/// What a picker fetches, in the order of the locations.
struct PickLine {
    QString location;
    ProductId product;
    QString sku;
    QString name;
    Units units = 0;
    std::vector<std::pair<OrderId, Units>> orders;
};
/// For those of the orders that may leave now.
[[nodiscard]] Result<std::vector<PickLine>> pickList(Connection &connection, const std::vector<OrderId> &orders, QDate today);

/// Shipments, the latest first.
[[nodiscard]] Result<std::vector<ShipmentId>> listShipments(Connection &connection, const QString &text);
[[nodiscard]] Result<std::vector<StoredShipment>> shipmentRows(Connection &connection, const std::vector<ShipmentId> &shipments);

} // namespace waitline
