#include "models/services/shippingjobs.h"

namespace waitline::jobs {

QFuture<Result<ShippingService::ManyShipped>> shipAll(Session &session, const std::vector<OrderId> &orders, const Parcel &parcel)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ShippingService(c).shipAll(orders, caller, parcel); });
}

QFuture<Result<std::vector<ShipmentVoidOutcome>>> voidShipments(Session &session, const std::vector<ShipmentId> &shipments,
                                                                const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) -> Result<std::vector<ShipmentVoidOutcome>> {
        std::vector<ShipmentVoidOutcome> outcomes;
        for (ShipmentId shipment : shipments) { // each an operation of its own, as it was shipped
            auto outcome = ShippingService(c).voidShipment(shipment, reason, caller);
            if (!outcome)
                return outcome.error();
            outcomes.push_back(*outcome);
        }
        return outcomes;
    });
}

QFuture<Result<ShipmentView>> shipAgain(Session &session, const StoredShipment &shipment)
{
    return session.write([shipment, caller = session.caller()](Connection &c) {
        std::map<OrderLineId, Units> units;
        for (const StoredShipmentLine &line : shipment.lines)
            units[line.line] += line.units;
        return ShippingService(c).ship(shipment.order, units, caller, shipment.parcel);
    });
}

QFuture<Result<StoredShipment>> showShipment(Session &session, ShipmentId shipment)
{
    return session.read([shipment](Connection &c) { return ShippingService(c).show(shipment); });
}

QFuture<Result<std::vector<StoredShipment>>> showShipments(Session &session, const std::vector<ShipmentId> &shipments)
{
    return session.read([shipments](Connection &c) { return shipmentRows(c, shipments); });
}

QFuture<Result<StoredShipment>> setParcel(Session &session, ShipmentId shipment, const Parcel &parcel)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ShippingService(c).setParcel(shipment, parcel, caller); });
}

QFuture<Result<std::vector<PickLine>>> pickList(Session &session, const std::vector<OrderId> &orders)
{
    return session.read([orders, today = session.today()](Connection &c) { return waitline::pickList(c, orders, today); });
}

QFuture<Result<ReturnOutcome>> takeReturn(Session &session, const ReturnDraft &draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return ReturnService(c).take(draft, caller); });
}

QFuture<Result<CountOutcome>> writeOff(Session &session, const QString &sku, Units units, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CountService(c).writeOff(sku, units, reason, caller); });
}

QFuture<Result<std::vector<CountVariance>>> reviewCount(Session &session, const std::vector<CountedLine> &lines)
{
    return session.read([lines](Connection &c) { return CountService(c).review(lines); });
}

QFuture<Result<std::vector<CountOutcome>>> countAll(Session &session, const std::vector<CountedLine> &lines, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CountService(c).countAll(lines, reason, caller); });
}

QFuture<Result<std::vector<CountOutcome>>> takeCountsBack(Session &session, const std::vector<CountOutcome> &done, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CountService(c).takeBack(done, reason, caller); });
}

} // namespace waitline::jobs
