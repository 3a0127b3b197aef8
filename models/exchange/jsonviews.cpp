#include "models/exchange/jsonviews.h"

#include "models/domain/availability.h"
#include "models/exchange/jsonparts.h"

namespace waitline {

using namespace json;

namespace {

QJsonValue backorderTerms(const std::optional<Units> &limit)
{
    if (!limit)
        return QStringLiteral("allow");
    return *limit == 0 ? QJsonValue(QStringLiteral("refuse")) : QJsonValue(*limit);
}

} // namespace

QJsonObject JsonViews::product(const StoredProduct &product, QDate today) const
{
    const ProductTerms &terms = product.terms;
    const StockFigures &stock = product.stock;
    return {{"sku", terms.sku},
            {"name", terms.name},
            {"on_hand", stock.onHand},
            {"allocated", stock.allocated},
            {"available", stock.available()},
            {"waiting_preorder", stock.waitingPreorder},
            {"waiting_backorder", stock.waitingBackorder},
            {"waiting_lines", stock.waitingLines},
            {"waiting_value", money(stock.waitingValue)},
            {"on_order", stock.onOrder},
            {"committed", stock.committed()},
            {"projected", stock.projected()},
            {"shipped", stock.shipped},
            {"availability", availabilityWord(availability(terms, stock, today))},
            {"release", day(terms.release)},
            {"policy", policyWord(terms.policy)},
            {"price", money(terms.price)},
            {"cost", money(terms.cost)},
            {"category", terms.category},
            {"supplier", terms.supplier},
            {"edition", number(terms.editionSize)},
            {"edition_left", number(editionLeft(terms, stock))},
            {"per_customer", number(terms.customerLimit)},
            {"backorders", backorderTerms(terms.backorderLimit)},
            {"deposit", terms.deposit.text(m_currency)},
            {"lead_days", terms.leadDays},
            {"pack", terms.pack},
            {"minimum", terms.minimumOrder},
            {"location", terms.location},
            {"low_stock", terms.lowStock},
            {"discontinued", terms.discontinued},
            {"barcodes", QJsonArray::fromStringList(terms.barcodes)}};
}

QJsonObject JsonViews::orderLine(const OrderLineView &view) const
{
    const StoredOrderLine &line = view.line;
    const bool isOpen = line.waiting > 0 || line.allocated > 0;
    QJsonObject object{{"line", line.id.value},
                       {"sku", line.sku},
                       {"name", line.productName},
                       {"ordered", line.ordered},
                       {"cancelled", line.cancelled},
                       {"shipped", line.shipped},
                       {"allocated", line.allocated},
                       {"waiting", line.waiting},
                       {"preorder", line.preorder},
                       {"place", number(view.place)},
                       {"units_ahead", number(view.unitsAhead)},
                       {"eta", isOpen ? day(view.coverage.eta) : QJsonValue()},
                       {"covered_by", view.coverage.coveredBy && isOpen ? QJsonValue(view.coverage.coveredBy->value) : QJsonValue()},
                       {"promised", day(line.promise)},
                       {"first_promised", day(line.promiseFirst)},
                       {"unit_price", money(line.unitPrice)}};
    insertOdds(object, view.odds);
    return object;
}

QJsonObject JsonViews::order(const OrderView &view) const
{
    Units cancelled = 0;
    Units shipped = 0;
    for (const OrderLineView &line : view.lines) {
        cancelled += line.line.cancelled;
        shipped += line.line.shipped;
    }
    const StoredOrder &order = view.order;
    return {{"order", order.id.value},
            {"customer", order.customerName},
            {"reference", order.reference},
            {"placed", toIso(order.placedAt)},
            {"priority", order.priority},
            {"campaign", order.campaign},
            {"complete", order.shipComplete},
            {"status", view.status()},
            {"cancelled", cancelled},
            {"shipped", shipped},
            {"total", money(view.total)},
            {"paid", money(order.paid)},
            {"refunded", money(order.refunded)},
            {"balance_due", money(view.balanceDue())},
            {"refund_due", money(view.refundDue())},
            {"deposit_required", money(order.depositRequired)},
            {"lines", list(view.lines, [this](const OrderLineView &line) { return orderLine(line); })}};
}

QJsonObject JsonViews::moved(const MoveOutcome &outcome) const
{
    QJsonArray pushedBack;
    for (const PushedBack &line : outcome.pushedBack)
        pushedBack.append(QJsonObject{
            {"order", line.order.value}, {"line", line.line.value}, {"place_before", line.placeBefore}, {"place_after", line.placeAfter}});
    QJsonObject json = order(outcome.order);
    json.insert("place_before", outcome.placeBefore);
    json.insert("place_after", outcome.placeAfter);
    json.insert("pushed_back", pushedBack);
    return json;
}

QJsonObject JsonViews::purchase(const StoredPurchase &purchase) const
{
    const auto line = [this](const StoredPurchaseLine &stored) {
        return QJsonObject{{"sku", stored.sku},
                           {"name", stored.productName},
                           {"ordered", stored.ordered},
                           {"received", stored.received},
                           {"on_order", stored.onOrder()},
                           {"over_received", stored.overReceived},
                           {"closed_short", stored.closedShort},
                           {"unit_cost", money(stored.unitCost)}};
    };
    return {{"purchase", purchase.id.value},      {"supplier", purchase.supplier},      {"reference", purchase.reference},
            {"placed", toIso(purchase.placedAt)}, {"expected", day(purchase.expected)}, {"first_expected", day(purchase.expectedFirst)},
            {"status", purchase.status()},        {"lines", list(purchase.lines, line)}};
}

QJsonObject JsonViews::receipt(const ReceiptOutcome &outcome) const
{
    return {{"receipt", outcome.receipt.isValid() ? QJsonValue(outcome.receipt.value) : QJsonValue()},
            {"lines", list(outcome.lines,
                           [](const auto &line) {
                               return QJsonObject{{"sku", line.sku}, {"accepted", line.accepted}, {"damaged", line.damaged}};
                           })},
            {"served", list(outcome.served, [](const auto &served) { return withSku(servedUnits(served.units), served.sku); })},
            {"left_free", list(outcome.leftFree, [](const auto &free) {
                 return QJsonObject{{"sku", free.sku}, {"units", free.units}};
             })}};
}

QJsonArray JsonViews::queue(const std::vector<QueueEntry> &entries) const
{
    return list(entries, [](const QueueEntry &entry) {
        QJsonObject object{{"place", entry.place},
                           {"order", entry.row.order.value},
                           {"line", entry.row.line.value},
                           {"customer", entry.row.customer},
                           {"waiting", entry.row.waiting},
                           {"units_ahead", entry.unitsAhead},
                           {"preorder", entry.row.preorder},
                           {"eta", day(entry.coverage.eta)},
                           {"covered_by", entry.coverage.coveredBy ? QJsonValue(entry.coverage.coveredBy->value) : QJsonValue()},
                           {"promised", day(entry.row.promise)}};
        insertOdds(object, entry.odds);
        return object;
    });
}

QJsonArray JsonViews::late(const std::vector<QueueEntry> &entries) const
{
    QJsonArray late = queue(entries);
    for (qsizetype i = 0; i < late.size(); ++i) {
        const QueueEntry &entry = entries[size_t(i)];
        QJsonObject row = withSku(late[i].toObject(), entry.sku);
        row.insert("promised_first", day(entry.row.promiseFirst));
        row.insert("slip", entry.row.promiseFirst ? QJsonValue(entry.row.promiseFirst->daysTo(*entry.row.promise)) : QJsonValue());
        row.insert("days_late", entry.coverage.isCovered() ? QJsonValue(entry.row.promise->daysTo(entry.coverage.eta)) : QJsonValue());
        late[i] = row;
    }
    return late;
}

QJsonArray JsonViews::demand(const std::vector<DemandReportRow> &rows) const
{
    return list(rows, [this](const DemandReportRow &row) {
        QJsonObject object{{"sku", row.sku},
                           {"name", row.name},
                           {"preorder_waiting", row.preorderWaiting},
                           {"backorder_waiting", row.backorderWaiting},
                           {"preorder_ordered", row.ordered.preorder},
                           {"backorder_ordered", row.ordered.backordered},
                           {"ordered", row.ordered.ordered},
                           {"value_ordered", money(row.ordered.value)},
                           {"value_waiting", money(row.valueWaiting)}};
        if (row.bucket)
            object.insert("bucket", day(fromDayNumber(*row.bucket)));
        return object;
    });
}

QJsonObject JsonViews::cash(const CashReport &report) const
{
    return {{"deposits", money(report.deposits)},
            {"at_risk", money(report.atRisk)},
            {"refund_exposure", money(report.refundExposure)},
            {"by_month", list(report.byMonth, [this](const CashReport::Month &month) {
                 return QJsonObject{{"month", month.first ? QJsonValue(month.first->toString(QStringLiteral("yyyy-MM"))) : QJsonValue()},
                                    {"deposits", money(month.deposits)},
                                    {"at_risk", money(month.atRisk)}};
             })}};
}

QJsonObject JsonViews::deposits(const DepositsReport &report) const
{
    const auto row = [this](const DepositsReport::Row &each) {
        return QJsonObject{{"opening", money(each.opening)},
                           {"in", money(each.in)},
                           {"consumed", money(each.consumed)},
                           {"refunded", money(each.refunded)},
                           {"closing", money(each.closing)}};
    };
    QJsonObject json = row(report.sum);
    json.insert("from", day(report.from));
    json.insert("to", day(report.to));
    json.insert("orders", list(report.orders, [&](const DepositsReport::Row &each) {
                    QJsonObject order = row(each);
                    order.insert("order", each.order.value);
                    order.insert("customer", each.customer);
                    return order;
                }));
    return json;
}

QJsonObject JsonViews::payment(const StoredPayment &payment) const
{
    const auto entry = [](PaymentId id) { return id.isValid() ? QJsonValue(id.value) : QJsonValue(); };
    return {{"payment", payment.id.value},
            {"order", payment.order.value},
            {"customer", payment.customer},
            {"at", toIso(payment.at)},
            {"actor", payment.actor},
            {"amount", money(payment.amount)},
            {"method", payment.method},
            {"reference", payment.reference},
            {"reason", payment.reason},
            {"reverses", entry(payment.reverses)},
            {"reversed_by", entry(payment.reversedBy)}};
}

QJsonObject JsonViews::check(const CheckReport &report) const
{
    return {{"ok", report.isOk()},
            {"rules", list(report.rules, [](const CheckedRule &rule) {
                 return QJsonObject{{"rule", rule.rule}, {"checked", rule.checked}, {"broken", QJsonArray::fromStringList(rule.broken)}};
             })}};
}

QJsonObject toJson(const Error &error) { return {{"kind", kindWord(error.kind)}, {"field", error.field}, {"message", error.message}}; }

} // namespace waitline
