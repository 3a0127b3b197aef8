#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/purchaseservice.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("PurchaseVerbs", text); }

Result<QJsonValue> view(const Desk &desk, const Result<StoredPurchase> &purchase)
{
    if (!purchase)
        return purchase.error();
    return QJsonValue(JsonViews(desk.currency).purchase(*purchase));
}

PurchaseDraft draftOf(Reading &reading)
{
    PurchaseDraft draft;
    draft.supplier = reading.text("supplier");
    draft.expected = reading.day("expected").value_or(QDate());
    draft.reference = reading.text("reference");
    for (const LineWords &line : reading.lines("line")) {
        if (!line.units)
            reading.refuse("line", sentence("“%1” says no units: write SKU=UNITS.").arg(line.name));
        draft.lines.push_back({line.name, line.units.value_or(0), line.price});
    }
    return draft;
}

Result<QJsonValue> place(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const PurchaseDraft draft = draftOf(reading);
    if (reading.error())
        return *reading.error();
    return view(desk, PurchaseService(desk.connection).place(draft, caller));
}

Result<QJsonValue> change(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto purchase = reading.id<PurchaseId>("purchase");
    PurchaseDraft draft = draftOf(reading);
    if (reading.error())
        return *reading.error();
    const auto before = PurchaseService(desk.connection).show(purchase);
    if (!before)
        return before.error();
    // What is not told stays; lines that are told are all there are.
    if (!reading.has("supplier"))
        draft.supplier = before->supplier;
    if (!reading.has("expected"))
        draft.expected = before->expected;
    if (!reading.has("reference"))
        draft.reference = before->reference;
    if (!reading.has("line")) {
        for (const StoredPurchaseLine &line : before->lines)
            draft.lines.push_back({line.sku, line.ordered, line.unitCost});
    }
    return view(desk, PurchaseService(desk.connection).change(purchase, draft, caller));
}

Result<QJsonValue> show(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    const auto purchase = reading.id<PurchaseId>("purchase");
    if (reading.error())
        return *reading.error();
    return view(desk, PurchaseService(desk.connection).show(purchase));
}

Result<QJsonValue> expect(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto purchase = reading.id<PurchaseId>("purchase");
    const auto day = reading.day("day");
    if (reading.error())
        return *reading.error();
    return view(desk, PurchaseService(desk.connection).expect(purchase, *day, caller));
}

Result<QJsonValue> close(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto purchase = reading.id<PurchaseId>("purchase");
    if (reading.error())
        return *reading.error();
    return view(desk, PurchaseService(desk.connection).close(purchase, caller));
}

Result<QJsonValue> reopen(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto purchase = reading.id<PurchaseId>("purchase");
    if (reading.error())
        return *reading.error();
    return view(desk, PurchaseService(desk.connection).reopen(purchase, caller));
}

QJsonObject draftView(const Desk &desk, const StoredPurchaseDraft &draft)
{
    QJsonArray lines;
    for (const StoredPurchaseDraft::Line &line : draft.lines)
        lines.append(QJsonObject{{"sku", line.sku},
                                 {"units", line.units},
                                 {"cost", line.unitCost ? QJsonValue(desk.currency.toDecimal(*line.unitCost)) : QJsonValue()}});
    return {{"draft", draft.id.value},
            {"supplier", draft.supplier},
            {"expected", draft.expected ? QJsonValue(draft.expected->toString(Qt::ISODate)) : QJsonValue()},
            {"reference", draft.reference},
            {"lines", lines}};
}

Result<QJsonValue> viewDraft(const Desk &desk, PurchaseDraftId id)
{
    const auto draft = PurchaseService(desk.connection).showDraft(id);
    if (!draft)
        return draft.error();
    return QJsonValue(draftView(desk, *draft));
}

/// Keeps a purchase as far as it is written; a known draft anew.
Result<QJsonValue> keepDraft(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    StoredPurchaseDraft draft;
    if (reading.has("draft"))
        draft.id = reading.id<PurchaseDraftId>("draft");
    draft.supplier = reading.text("supplier");
    draft.expected = reading.day("expected");
    draft.reference = reading.text("reference");
    for (const LineWords &line : reading.lines("line"))
        draft.lines.push_back({line.name, line.units.value_or(0), line.price});
    if (reading.error())
        return *reading.error();
    const auto kept = PurchaseService(desk.connection).keepDraft(draft, caller);
    if (!kept)
        return kept.error();
    return viewDraft(desk, *kept);
}

Result<QJsonValue> showDraft(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    const auto draft = reading.id<PurchaseDraftId>("draft");
    if (reading.error())
        return *reading.error();
    return viewDraft(desk, draft);
}

/// Places a draft as it stands.
Result<QJsonValue> placeDraft(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto id = reading.id<PurchaseDraftId>("draft");
    if (reading.error())
        return *reading.error();
    PurchaseService purchases(desk.connection);
    const auto draft = purchases.showDraft(id);
    if (!draft)
        return draft.error();
    PurchaseDraft whole{draft->supplier, {}, draft->expected.value_or(QDate()), draft->reference};
    for (const StoredPurchaseDraft::Line &line : draft->lines)
        whole.lines.push_back({line.sku, line.units, line.unitCost});
    return view(desk, purchases.place(whole, caller, id));
}

Result<QJsonValue> discardDraft(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto draft = reading.id<PurchaseDraftId>("draft");
    if (reading.error())
        return *reading.error();
    const auto gone = PurchaseService(desk.connection).discardDraft(draft, caller);
    if (!gone)
        return gone.error();
    return QJsonValue(QJsonObject{{"draft", draft.value}, {"discarded", true}});
}

} // namespace

std::vector<Verb> purchaseVerbs()
{
    const Word purchase{"purchase", "PURCHASE"};
    const std::vector<Option> terms{{"supplier", "NAME"},
                                    {"line", "SKU=UNITS[@COST]", true},
                                    {"expected", "DAY"},
                                    {"reference", "REFERENCE"}};
    return {
        {"purchase place", "orders goods from a supplier", {}, terms, Effect::Writes, &place},
        {"purchase change", "changes a purchase nothing has come of", {purchase}, terms, Effect::Writes, &change},
        {"purchase show", "shows a purchase", {purchase}, {}, Effect::Reads, &show},
        {"purchase expect", "moves the day the goods are expected", {purchase, {"day", "DAY"}}, {}, Effect::Writes, &expect},
        {"purchase close", "closes a purchase: the rest is not coming", {purchase}, {}, Effect::Writes, &close},
        {"purchase reopen", "takes the closing of a purchase back: the rest is on order again", {purchase}, {}, Effect::Writes, &reopen},
        {"draft keep",
         "keeps a purchase that is not placed yet; nothing of it is on order",
         {{"draft", "DRAFT", false}},
         terms,
         Effect::Writes,
         &keepDraft},
        {"draft show", "shows a draft", {{"draft", "DRAFT"}}, {}, Effect::Reads, &showDraft},
        {"draft place", "places a draft as it stands", {{"draft", "DRAFT"}}, {}, Effect::Writes, &placeDraft},
        {"draft discard", "throws a draft away", {{"draft", "DRAFT"}}, {}, Effect::Writes, &discardDraft}};
}

} // namespace waitline::console
