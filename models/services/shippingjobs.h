#pragma once

#include "models/services/countservice.h"
#include "models/services/returnservice.h"
#include "models/services/session.h"
#include "models/services/shippinglist.h"

/// Goods out, back in, and gone: each as one job of a session; see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<ShippingService::ManyShipped>> shipAll(Session &session, const std::vector<OrderId> &orders, const Parcel &parcel);
QFuture<Result<std::vector<ShipmentVoidOutcome>>> voidShipments(Session &session, const std::vector<ShipmentId> &shipments,
                                                                const QString &reason);
/// Ships again what a void shipment had taken.
QFuture<Result<ShipmentView>> shipAgain(Session &session, const StoredShipment &shipment);
QFuture<Result<StoredShipment>> showShipment(Session &session, ShipmentId shipment);
QFuture<Result<std::vector<StoredShipment>>> showShipments(Session &session, const std::vector<ShipmentId> &shipments);
QFuture<Result<StoredShipment>> setParcel(Session &session, ShipmentId shipment, const Parcel &parcel);
QFuture<Result<std::vector<PickLine>>> pickList(Session &session, const std::vector<OrderId> &orders);
QFuture<Result<ReturnOutcome>> takeReturn(Session &session, const ReturnDraft &draft);
QFuture<Result<CountOutcome>> writeOff(Session &session, const QString &sku, Units units, const QString &reason);
QFuture<Result<std::vector<CountVariance>>> reviewCount(Session &session, const std::vector<CountedLine> &lines);
QFuture<Result<std::vector<CountOutcome>>> countAll(Session &session, const std::vector<CountedLine> &lines, const QString &reason);
/// Counts and write-offs taken back.
QFuture<Result<std::vector<CountOutcome>>> takeCountsBack(Session &session, const std::vector<CountOutcome> &done, const QString &reason);

} // namespace waitline::jobs
