#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/countservice.h"
#include "models/services/receivingservice.h"

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

/// SKU=UNITS, once or more often.
std::vector<CountedLine> unitsOfProducts(Reading &reading)
{
    std::vector<CountedLine> lines;
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("“%1” says no units: write SKU=UNITS.").arg(line.name));
        lines.push_back({line.name, line.units.value_or(0)});
    }
    if (lines.empty())
        reading.refuse("line", sentence("A product and its units are needed: write SKU=UNITS."));
    return lines;
}

Result<QJsonValue> count(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto lines = unitsOfProducts(reading);
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto outcomes = CountService(desk.connection).countAll(lines, reason, caller);
    if (!outcomes)
        return outcomes.error();
    const JsonViews views(desk.currency);
    return QJsonValue(outcomes->size() == 1 ? views.count(outcomes->front()) : views.counts(*outcomes));
}

Result<QJsonValue> writeOff(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto lines = unitsOfProducts(reading);
    if (lines.size() != 1)
        reading.refuse("line", sentence("One product and its units are needed: write SKU=UNITS."));
    const QString reason = reading.text("reason");
    if (reading.error())
        return *reading.error();
    const auto outcome = CountService(desk.connection).writeOff(lines.front().sku, lines.front().counted, reason, caller);
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
            {"count", "sets products' stock to what was counted", {{"line", "SKU=UNITS", true, true}}, {reason}, Effect::Writes, &count},
            {"damage", "writes broken or missing units off", {{"line", "SKU=UNITS"}}, {reason}, Effect::Writes, &writeOff}};
}

} // namespace waitline::console
