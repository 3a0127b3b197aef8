#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// How a shipment travels.
struct Parcel {
    QString carrier;
    QString tracking; ///< the carrier's reference

    friend bool operator==(const Parcel &, const Parcel &) = default;
};

struct StoredShipmentLine {
    OrderLineId line;
    ProductId product;
    QString sku;
    QString productName;
    Units units = 0;
    Units returned = 0; ///< to stock and to the scrap

    [[nodiscard]] Units kept() const { return units - returned; }
};

struct StoredShipment {
    ShipmentId id;
    OperationId operation;
    OrderId order;
    QString customer;
    QString orderReference;
    Instant shippedAt = 0;
    Parcel parcel;
    bool isVoid = false;
    std::vector<StoredShipmentLine> lines;
};

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
    ShipmentId insert(OperationId operation, OrderId order, Instant at, const Parcel &parcel, Money consumed);
    /// What an order's standing shipments have consumed so far.
    [[nodiscard]] Money consumedSoFar(OrderId order);
    [[nodiscard]] std::optional<StoredShipment> find(ShipmentId id);
    /// The order a shipment belongs to; an invalid id when there is no such shipment.
    [[nodiscard]] OrderId orderOf(ShipmentId id);
    void markVoid(ShipmentId id, OperationId by);
    void setParcel(ShipmentId id, const Parcel &parcel);
    /// Shipments by number, the latest first; `text` is a carrier's reference, a carrier, or a part of the customer's name.
    [[nodiscard]] std::vector<ShipmentId> list(const QString &foldedText, qint64 number);
    /// Many shipments of one operation at once.
    void insertAll(OperationId operation, const std::vector<NewShipment> &shipments);
    void insertLine(ShipmentId shipment, OrderLineId line, ProductId product, Units units);
    /// The shipment of a line that an operation made and that stands; an invalid id where there is none.
    [[nodiscard]] ShipmentId ofLine(OrderLineId line, OperationId operation);
    /// Shipments of a product that stand, after an operation, oldest first.
    [[nodiscard]] std::vector<ShipmentId> ofProduct(ProductId product, OperationId after);
    /// The first day a product shipped before `day`; none where all shipments are on or after it.
    [[nodiscard]] std::optional<QDate> shippedBefore(ProductId product, QDate day);

private:
    Connection &m_connection;
};

} // namespace waitline
