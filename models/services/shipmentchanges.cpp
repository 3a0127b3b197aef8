// What happens to a shipment after it was made.
#include "models/domain/daytext.h"
#include "models/services/shippingservice.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Shipping", text); }

Refusal unknownShipment(ShipmentId id) { return Refusal{notFound("shipment", sentence("There is no shipment %1.").arg(id.value))}; }

void refuseUnlessFresh(const StoredShipment &shipment, QDate today)
{
    if (shipment.isVoid)
        throw Refusal{refused("shipment", sentence("Shipment %1 is void already.").arg(shipment.id.value))};
    if (const QDate day = dayOf(shipment.shippedAt); day != today)
        throw Refusal{
            refused("shipment", sentence("Shipment %1 left on %2 and can be voided on that day only: enter what comes back as a return.")
                                    .arg(shipment.id.value)
                                    .arg(dayText(day)))};
    if (std::any_of(shipment.lines.begin(), shipment.lines.end(), [](const auto &line) { return line.returned > 0; }))
        throw Refusal{refused("shipment", sentence("Shipment %1 cannot be voided: units of it were returned.").arg(shipment.id.value))};
}

} // namespace

Result<StoredShipment> ShippingService::show(ShipmentId id)
{
    return readIn(m_connection, [&] {
        auto shipment = ShipmentStore(m_connection).find(id);
        if (!shipment)
            throw unknownShipment(id);
        return *shipment;
    });
}

Result<ShipmentVoidOutcome> ShippingService::voidShipment(ShipmentId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        if (reason.trimmed().isEmpty())
            throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
        ShipmentStore shipments(m_connection);
        const OrderId order = shipments.orderOf(id);
        if (!order.isValid())
            throw unknownShipment(id);
        StockBook book(m_connection);
        book.lock(OrderStore(m_connection).products(order));
        static_cast<void>(OrderStore(m_connection).lock(order));
        const auto shipment = shipments.find(id); // as it is now that nobody else can void it
        refuseUnlessFresh(*shipment, caller.today());
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("void_ship", reason)));
        shipments.markVoid(id, book.operation());
        NoticeStore(m_connection).withdrawPreparedBy(shipment->operation, book.operation());
        ShipmentVoidOutcome outcome{id, order, {}};
        std::vector<QueueLine> back;
        for (const StoredShipmentLine &shipped : shipment->lines) {
            const auto line = OrderStore(m_connection).line(shipped.line);
            OrderStore(m_connection).addShipped(shipped.line, -shipped.units);
            back.push_back({line->product, line->rank, line->id, order, shipped.units, line->unitPrice, line->preorder, true});
            outcome.returned.push_back({order, line->id, line->product, shipped.units, 0, 0, line->waiting});
        }
        book.bringBack(back);
        book.finish();
        return outcome;
    });
}

Result<StoredShipment> ShippingService::setParcel(ShipmentId id, const Parcel &parcel, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        ShipmentStore shipments(m_connection);
        const OrderId order = shipments.orderOf(id);
        if (!order.isValid())
            throw unknownShipment(id);
        static_cast<void>(OrderStore(m_connection).lock(order));
        OperationStore(m_connection).insert(caller.stamp("parcel", QString(parcel.carrier + u' ' + parcel.tracking).trimmed()));
        shipments.setParcel(id, parcel);
        return *shipments.find(id);
    });
}

} // namespace waitline
