#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/campaignviews.h"

#include <QJsonArray>

namespace waitline::console {

namespace {

/// Puts what was given into the terms and leaves the rest.
Result<Done> readTerms(const Desk &desk, const Arguments &arguments, CampaignTerms &terms)
{
    Reading reading(arguments, desk.currency);
    if (reading.has("name"))
        terms.name = reading.text("name");
    for (auto [name, day] : {std::pair("from", &terms.first), std::pair("to", &terms.last)}) {
        if (reading.has(name) && reading.text(name) == u"none")
            day->reset();
        else if (reading.has(name))
            *day = reading.day(name);
    }
    if (reading.has("product"))
        terms.skus = reading.texts("product");
    terms.skus.removeAll(QStringLiteral("all"));
    if (const auto budget = reading.money("budget"))
        terms.budget = *budget;
    if (reading.has("edition") && reading.text("edition") == u"none")
        terms.edition.reset();
    else if (const auto edition = reading.units("edition"))
        terms.edition = edition;
    if (reading.error())
        return *reading.error();
    return Done{};
}

Result<QJsonValue> resultOf(Desk &desk, const QString &code, const Caller &caller)
{
    const auto result = campaignResult(desk.connection, code, caller.today());
    if (!result)
        return result.error();
    return QJsonValue(campaignView(*result, desk.currency));
}

Result<QJsonValue> view(Desk &desk, const Result<CampaignTerms> &terms, const Caller &caller)
{
    return terms ? resultOf(desk, terms->code, caller) : Result<QJsonValue>(terms.error());
}

Result<QJsonValue> list(Desk &desk, const Arguments &, const Caller &caller)
{
    const auto results = campaignResults(desk.connection, caller.today());
    if (!results)
        return results.error();
    QJsonArray campaigns;
    for (const CampaignResult &result : *results)
        campaigns += campaignView(result, desk.currency);
    return QJsonValue(campaigns);
}

Result<QJsonValue> add(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    CampaignTerms terms;
    terms.code = reading.text("code");
    if (reading.error())
        return *reading.error();
    if (auto read = readTerms(desk, arguments, terms); !read)
        return read.error();
    return view(desk, CampaignService(desk.connection).add(terms, caller), caller);
}

Result<QJsonValue> change(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString code = reading.text("code");
    if (reading.error())
        return *reading.error();
    return view(desk,
                CampaignService(desk.connection)
                    .change(
                        code, [&](CampaignTerms &terms) { return readTerms(desk, arguments, terms); }, caller),
                caller);
}

Result<QJsonValue> show(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString code = reading.text("code");
    if (reading.error())
        return *reading.error();
    return resultOf(desk, code, caller);
}

Result<QJsonValue> assign(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString code = reading.text("code");
    std::vector<OrderId> orders;
    for (const QString &order : reading.texts("order"))
        orders.push_back(reading.id<OrderId>(order, "order"));
    if (reading.error())
        return *reading.error();
    const auto given = CampaignService(desk.connection).assign(code, orders, caller);
    if (!given)
        return given.error();
    return QJsonValue(QJsonObject{{"code", code}, {"assigned", *given}});
}

} // namespace

std::vector<Verb> campaignVerbs()
{
    const std::vector<Option> terms{{"name", "NAME"},     {"from", "DAY|none"}, {"to", "DAY|none"}, {"product", "SKU|all", true},
                                    {"budget", "AMOUNT"}, {"edition", "N|none"}};
    return {
        {"campaigns", "tells what came of each campaign", {}, {}, Effect::Reads, &list},
        {"campaign add", "adds a campaign, or says what one is about that orders name", {{"code", "CODE"}}, terms, Effect::Writes, &add},
        {"campaign set", "changes a campaign", {{"code", "CODE"}}, terms, Effect::Writes, &change},
        {"campaign show", "tells what came of a campaign", {{"code", "CODE"}}, {}, Effect::Reads, &show},
        {"campaign assign",
         "gives orders to a campaign by hand",
         {{"code", "CODE"}, {"order", "ORDER", true, true}},
         {},
         Effect::Writes,
         &assign}};
}

} // namespace waitline::console
