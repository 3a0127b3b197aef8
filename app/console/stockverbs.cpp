#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/countservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/scan.h"
#include "models/services/whatif.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("StockVerbs", text); }

/// What is assumed of a purchase that has not come: these lines (or all of it) on `--day`, the rest on `--rest`.
struct Assumption {
    QDate day;
    QDate rest; ///< invalid: on the day the purchase is expected
    bool restComes = true;
};

Assumption assumptionOf(Reading &reading, const Caller &caller)
{
    const QDate day = reading.day("day").value_or(caller.today());
    if (!reading.has("rest"))
        return {day, {}};
    if (reading.text("rest") == u"never")
        return {day, {}, false};
    return {day, reading.day("rest").value_or(QDate())};
}

Result<WhatIf> whatIfOf(Connection &connection, const ReceiptDraft &draft, const StoredPurchase &purchase, const Assumption &assumption)
{
    WhatIf change;
    change.policy = draft.policy;
    WhatIf::Part first{assumption.day, {}};
    for (const ReceiptLineDraft &line : draft.lines) {
        const auto scanned = resolveScan(connection, line.sku);
        if (!scanned)
            return scanned.error();
        first.units[scanned->product] += line.accepted;
    }
    WhatIf::Part rest{assumption.rest.isValid() ? assumption.rest : purchase.expected, {}};
    const WhatIf ordered = asOrdered(purchase, assumption.day);
    for (const auto &[product, units] : ordered.parts.front().units)
        rest.units[product] = std::max<Units>(0, units - first.units[product]);
    change.parts = {first};
    if (assumption.restComes)
        change.parts.push_back(rest);
    return change;
}

/// What a purchase that has not come would do, and to whom: a receipt's preview with those served on another day.
Result<QJsonValue> previewPurchase(Desk &desk, ReceiptDraft draft, const Assumption &assumption, const Caller &caller)
{
    const auto purchase = PurchaseService(desk.connection).show(draft.purchase);
    if (!purchase)
        return purchase.error();
    if (draft.lines.empty()) {
        for (const StoredPurchaseLine &line : purchase->lines) {
            if (line.onOrder() > 0)
                draft.lines.push_back({line.sku, line.onOrder(), 0});
        }
    }
    const auto outcome = ReceivingService(desk.connection).preview(draft);
    if (!outcome)
        return outcome.error();
    const auto change = whatIfOf(desk.connection, draft, *purchase, assumption);
    if (!change)
        return change.error();
    const auto affected = whatIf(desk.connection, draft.purchase, *change, caller.today());
    if (!affected)
        return affected.error();
    const JsonViews views(desk.currency);
    QJsonObject answer = views.receipt(*outcome);
    const QJsonObject others = views.whatIf(*affected);
    for (auto key = others.begin(); key != others.end(); ++key)
        answer.insert(key.key(), key.value());
    return QJsonValue(answer);
}

Result<QJsonValue> receive(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    ReceiptDraft draft;
    if (reading.has("purchase"))
        draft.purchase = reading.id<PurchaseId>("purchase");
    draft.policy = reading.policy("policy");
    draft.reference = reading.text("reference");
    draft.note = reading.text("reason"); // why it is given out otherwise stands in the ledger of line jumps
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("“%1” says no units: write SKU=UNITS.").arg(line.name));
        draft.lines.push_back({line.name, line.units.value_or(0), line.damaged});
    }
    const bool isPreview = reading.flag("preview");
    const Assumption assumption = assumptionOf(reading, caller);
    if (!isPreview && (reading.has("day") || reading.has("rest")))
        reading.refuse(reading.has("day") ? "day" : "rest", sentence("What is assumed belongs to a preview: add --preview."));
    if (reading.error())
        return *reading.error();
    if (isPreview && draft.purchase.isValid())
        return previewPurchase(desk, draft, assumption, caller);
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
             {{"purchase", "PURCHASE"},
              {"line", "SKU=UNITS[,damaged=N]", true},
              {"policy", "POLICY"},
              {"reference", "NOTE"},
              {"reason", "REASON"},
              {"preview"},
              {"day", "DAY"},
              {"rest", "DAY|never"}},
             Effect::Writes,
             &receive},
            {"receipt void", "takes a receipt back", {{"receipt", "RECEIPT"}}, {reason}, Effect::Writes, &voidReceipt},
            {"count", "sets products' stock to what was counted", {{"line", "SKU=UNITS", true, true}}, {reason}, Effect::Writes, &count},
            {"damage", "writes broken or missing units off", {{"line", "SKU=UNITS"}}, {reason}, Effect::Writes, &writeOff}};
}

} // namespace waitline::console
