#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/countservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("StockVerbs", text); }

Result<QJsonValue> receive(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    ReceiptDraft draft;
    if (reading.has("purchase"))
        draft.purchase = reading.id<PurchaseId>("purchase");
    draft.policy = reading.policy("policy");
    draft.reference = reading.text("reference");
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("“%1” says no units: write SKU=UNITS.").arg(line.name));
        draft.lines.push_back({line.name, line.units.value_or(0), line.damaged});
    }
    const bool isPreview = reading.flag("preview");
    if (reading.error())
        return *reading.error();
    ReceivingService receiving(desk.connection);
    const auto outcome = isPreview ? receiving.preview(draft) : receiving.post(draft, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(JsonViews(desk.currency).receipt(*outcome));
}

Result<QJsonValue> voidReceipt(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto receipt = reading.id<ReceiptId>("receipt");
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto outcome = ReceivingService(desk.connection).voidReceipt(receipt, reason, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(JsonViews(desk.currency).voided(*outcome));
}

Result<std::vector<ShipmentView>> shipOne(Desk &desk, OrderId order, const std::map<OrderLineId, Units> &units, const Caller &caller)
{
    const auto shipment = ShippingService(desk.connection).ship(order, units, caller);
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
    if (reading.error())
        return *reading.error();
    const auto shipments = allReady ? ShippingService(desk.connection).shipReady(caller) : shipOne(desk, order, units, caller);
    if (!shipments)
        return shipments.error();
    return QJsonValue(JsonViews(desk.currency).shipments(*shipments));
}

Result<QJsonValue> count(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const std::vector<LineWords> lines = reading.lines("line");
    if (lines.size() != 1 || !lines.front().units)
        reading.refuse("line", sentence("One product and its units are needed: write SKU=UNITS."));
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto outcome = CountService(desk.connection).count(lines.front().name, *lines.front().units, reason, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(JsonViews(desk.currency).count(*outcome));
}

} // namespace

std::vector<Verb> stockVerbs()
{
    const Option reason{"reason", "REASON"};
    return {{"receive",
             "receives goods and serves the waiting line",
             {},
             {{"purchase", "PURCHASE"}, {"line", "SKU=UNITS[,damaged=N]", true}, {"policy", "POLICY"}, {"reference", "NOTE"}, {"preview"}},
             Effect::Writes,
             &receive},
            {"receipt void", "takes a receipt back", {{"receipt", "RECEIPT"}}, {reason}, Effect::Writes, &voidReceipt},
            {"ship",
             "ships what is allocated of an order, or every order that may ship",
             {{"order", "ORDER", false}},
             {{"line", "LINE=UNITS", true}, {"ready"}},
             Effect::Writes,
             &ship},
            {"count", "sets a product's stock to what was counted", {{"line", "SKU=UNITS"}}, {reason}, Effect::Writes, &count}};
}

} // namespace waitline::console
