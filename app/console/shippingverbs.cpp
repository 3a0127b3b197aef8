#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/returnservice.h"
#include "models/services/shippingservice.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ShippingVerbs", text); }

Result<std::vector<ShipmentView>> shipOne(Desk &desk, OrderId order, const std::map<OrderLineId, Units> &units, const Caller &caller,
                                          const Parcel &parcel)
{
    const auto shipment = ShippingService(desk.connection).ship(order, units, caller, parcel);
    if (!shipment)
        return shipment.error();
    return std::vector<ShipmentView>{*shipment};
}

Result<QJsonValue> ship(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const bool allReady = reading.flag("ready");
    if (allReady && (reading.has("order") || reading.has("line")))
        reading.refuse("ready", sentence("Either one order or all that are ready can ship: leave out --ready or the order."));
    if (!allReady && !reading.has("order"))
        reading.refuse("order", sentence("No order is named: give its number, or --ready for all that may ship."));
    OrderId order;
    if (reading.has("order"))
        order = reading.id<OrderId>("order");
    std::map<OrderLineId, Units> units;
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("Line %1 says no units: write LINE=UNITS.").arg(line.name));
        units[reading.id<OrderLineId>(line.name, "line")] += line.units.value_or(0);
    }
    const Parcel parcel{reading.text("carrier"), reading.text("tracking")};
    if (reading.error())
        return *reading.error();
    const auto shipments =
        allReady ? ShippingService(desk.connection).shipReady(caller, parcel) : shipOne(desk, order, units, caller, parcel);
    if (!shipments)
        return shipments.error();
    return QJsonValue(JsonViews(desk.currency).shipments(*shipments));
}

Result<QJsonValue> showShipment(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    const auto id = reading.id<ShipmentId>("shipment");
    if (reading.error())
        return *reading.error();
    const auto shipment = ShippingService(desk.connection).show(id);
    if (!shipment)
        return shipment.error();
    return QJsonValue(JsonViews(desk.currency).shipment(*shipment));
}

Result<QJsonValue> setParcel(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto id = reading.id<ShipmentId>("shipment");
    const Parcel parcel{reading.text("carrier"), reading.text("tracking")};
    if (reading.error())
        return *reading.error();
    const auto shipment = ShippingService(desk.connection).setParcel(id, parcel, caller);
    if (!shipment)
        return shipment.error();
    return QJsonValue(JsonViews(desk.currency).shipment(*shipment));
}

Result<QJsonValue> voidShipment(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto id = reading.id<ShipmentId>("shipment");
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto outcome = ShippingService(desk.connection).voidShipment(id, reason, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(JsonViews(desk.currency).voided(*outcome));
}

Result<QJsonValue> takeReturn(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    ReturnDraft draft{reading.id<ShipmentId>("shipment"), {}, reading.text("reason")};
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line",
                           sentence("Line %1 says no units: write LINE=UNITS, and ,damaged=N for those to be scrapped.").arg(line.name));
        draft.lines.push_back({reading.id<OrderLineId>(line.name, "line"), line.units.value_or(0), line.damaged});
    }
    if (reading.error())
        return *reading.error();
    const auto outcome = ReturnService(desk.connection).take(draft, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(JsonViews(desk.currency).returned(*outcome));
}

} // namespace

std::vector<Verb> shippingVerbs()
{
    const Word shipment{"shipment", "SHIPMENT"};
    const Option reason{"reason", "REASON"};
    const Option carrier{"carrier", "CARRIER"};
    const Option tracking{"tracking", "REFERENCE"};
    return {{"ship",
             "ships what is allocated of an order, or every order that may ship",
             {{"order", "ORDER", false}},
             {{"line", "LINE=UNITS", true}, {"ready"}, carrier, tracking},
             Effect::Writes,
             &ship},
            {"shipment show", "shows a shipment", {shipment}, {}, Effect::Reads, &showShipment},
            {"shipment parcel", "says how a shipment travels", {shipment}, {carrier, tracking}, Effect::Writes, &setParcel},
            {"shipment void", "takes a shipment back on the day it left", {shipment}, {reason}, Effect::Writes, &voidShipment},
            {"return",
             "takes back what a customer returns of a shipment",
             {shipment},
             {{"line", "LINE=UNITS[,damaged=N]", true}, reason},
             Effect::Writes,
             &takeReturn}};
}

} // namespace waitline::console
