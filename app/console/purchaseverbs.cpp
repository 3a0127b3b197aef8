#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/services/purchaseservice.h"

#include <QCoreApplication>

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
    const PurchaseDraft draft = draftOf(reading);
    if (reading.error())
        return *reading.error();
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

} // namespace

std::vector<Verb> purchaseVerbs()
{
    const Word purchase{"purchase", "PURCHASE"};
    const std::vector<Option> terms{{"supplier", "NAME"},
                                    {"line", "SKU=UNITS[@COST]", true},
                                    {"expected", "DAY"},
                                    {"reference", "REFERENCE"}};
    return {{"purchase place", "orders goods from a supplier", {}, terms, Effect::Writes, &place},
            {"purchase change", "changes a purchase nothing has come of", {purchase}, terms, Effect::Writes, &change},
            {"purchase show", "shows a purchase", {purchase}, {}, Effect::Reads, &show},
            {"purchase expect", "moves the day the goods are expected", {purchase, {"day", "DAY"}}, {}, Effect::Writes, &expect},
            {"purchase close", "closes a purchase: the rest is not coming", {purchase}, {}, Effect::Writes, &close}};
}

} // namespace waitline::console
