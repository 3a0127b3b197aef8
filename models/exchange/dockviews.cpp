// What the dock answers, as JSON.
#include "models/exchange/jsonparts.h"
#include "models/exchange/jsonviews.h"

namespace waitline {

using namespace json;

QJsonObject JsonViews::whatIf(const WhatIfOutcome &outcome) const
{
    const auto line = [](const AffectedLine &affected) {
        return QJsonObject{{"order", affected.order.value}, {"line", affected.line.value},       {"customer", affected.customer},
                           {"sku", affected.sku},           {"units", affected.units},           {"before", day(affected.before)},
                           {"after", day(affected.after)},  {"promised", day(affected.promise)}, {"breaks", affected.breaksPromise()}};
    };
    return {{"affected", list(outcome.lines, line)}, {"sooner", outcome.sooner},          {"later", outcome.later},
            {"promises_broken", outcome.broken},     {"promises_mended", outcome.mended}, {"not_coming", outcome.notComing}};
}

QJsonObject JsonViews::voided(const VoidOutcome &outcome) const
{
    return {{"receipt", outcome.receipt.value},
            {"returned", list(outcome.returned, returnedUnits)},
            {"served", list(outcome.served, servedUnits)}};
}

QJsonObject JsonViews::shipments(const std::vector<ShipmentView> &shipments) const
{
    const auto line = [](const ShipmentView::Line &shipped) {
        return QJsonObject{{"line", shipped.line.value}, {"sku", shipped.sku}, {"units", shipped.units}};
    };
    return {{"shipments", list(shipments, [&](const ShipmentView &view) {
                 return QJsonObject{{"shipment", view.shipment.value},  {"order", view.order.value},       {"carrier", view.parcel.carrier},
                                    {"tracking", view.parcel.tracking}, {"lines", list(view.lines, line)}, {"value", money(view.value)},
                                    {"consumed", money(view.consumed)}, {"to_pay", money(view.toPay())}};
             })}};
}

QJsonObject JsonViews::shipment(const StoredShipment &shipment) const
{
    const auto line = [](const StoredShipmentLine &shipped) {
        return QJsonObject{{"line", shipped.line.value},
                           {"sku", shipped.sku},
                           {"name", shipped.productName},
                           {"units", shipped.units},
                           {"returned", shipped.returned}};
    };
    return {{"shipment", shipment.id.value},
            {"order", shipment.order.value},
            {"customer", shipment.customer},
            {"shipped", toIso(shipment.shippedAt)},
            {"carrier", shipment.parcel.carrier},
            {"tracking", shipment.parcel.tracking},
            {"void", shipment.isVoid},
            {"lines", list(shipment.lines, line)}};
}

QJsonObject JsonViews::voided(const ShipmentVoidOutcome &outcome) const
{
    return {{"shipment", outcome.shipment.value}, {"order", outcome.order.value}, {"returned", list(outcome.returned, returnedUnits)}};
}

QJsonObject JsonViews::returned(const ReturnOutcome &outcome) const
{
    const auto line = [](const ReturnOutcome::Line &back) {
        return QJsonObject{{"line", back.line.value}, {"sku", back.sku}, {"to_stock", back.toStock}, {"scrapped", back.scrapped}};
    };
    return {{"shipment", outcome.shipment.value},
            {"order", outcome.order.value},
            {"lines", list(outcome.lines, line)},
            {"refund_due", money(outcome.refundDue)},
            {"served", list(outcome.served, servedUnits)}};
}

QJsonObject JsonViews::count(const CountOutcome &outcome) const
{
    return {{"sku", outcome.sku},
            {"before", outcome.before},
            {"after", outcome.after},
            {"taken_back", list(outcome.takenBack, returnedUnits)},
            {"served", list(outcome.served, [&](const LineUnits &units) { return withSku(servedUnits(units), outcome.sku); })}};
}

QJsonObject JsonViews::counts(const std::vector<CountOutcome> &outcomes) const
{
    return {{"counts", list(outcomes, [this](const CountOutcome &outcome) { return count(outcome); })}};
}

} // namespace waitline
