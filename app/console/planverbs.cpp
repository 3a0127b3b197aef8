#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/planviews.h"

#include <QCoreApplication>

#include <cmath>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("PlanVerbs", text); }

Result<QJsonValue> suggest(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto budget = reading.money("budget");
    const QString supplier = reading.text("supplier");
    const bool isLast = reading.flag("last");
    if (budget && *budget < 0)
        reading.refuse("budget", sentence("A budget is not negative: write 0 or more."));
    if (reading.error())
        return *reading.error();
    PlanService service(desk.connection);
    auto plan = isLast ? service.last() : service.make(caller, [](qint64, qint64) { return true; });
    if (!plan)
        return plan.error();
    if (!plan->made)
        return notFound("last", sentence("There is no plan yet: call suggest without --last."));
    std::vector<StoredSuggestion> suggestions = std::move(plan->suggestions);
    if (!supplier.isEmpty())
        std::erase_if(suggestions, [&](const StoredSuggestion &each) { return each.supplier.compare(supplier, Qt::CaseInsensitive) != 0; });
    if (budget)
        suggestions = withinBudget(std::move(suggestions), *budget - plan->drafted);
    return QJsonValue(suggestionsView(suggestions, *plan->made, desk.currency, caller.today()));
}

std::optional<int> readPermille(Reading &reading, const char *name)
{
    if (!reading.has(name))
        return std::nullopt;
    const QString text = reading.text(name);
    bool isNumber = false;
    const double percent = text.toDouble(&isNumber);
    constexpr double most = 100;
    if (!isNumber || percent < 0 || percent > most)
        reading.refuse(name, sentence("“%1” is not from 0 to 100 percent: write it like 97.5.").arg(text));
    return int(std::lround(percent * 10));
}

/// Changes what is given; always answers what holds then.
Result<QJsonValue> planSettings(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    const auto known = readPlanChoices(desk.connection);
    if (!known)
        return known.error();
    Reading reading(arguments, desk.currency);
    PlanChoices wanted = *known;
    constexpr qint64 mostDays = 1000;
    wanted.servicePermille = readPermille(reading, "service").value_or(wanted.servicePermille);
    wanted.holdingPermille = readPermille(reading, "holding").value_or(wanted.holdingPermille);
    wanted.reviewDays = int(reading.integer("review-days", 1, mostDays).value_or(wanted.reviewDays));
    wanted.leadDays = int(reading.integer("lead-days", 0, mostDays).value_or(wanted.leadDays));
    wanted.orderCost = reading.money("order-cost").value_or(wanted.orderCost);
    if (reading.text("budget") == u"none")
        wanted.budget.reset();
    else if (const auto budget = reading.money("budget"))
        wanted.budget = budget;
    if (reading.error())
        return *reading.error();
    const auto changed = wanted == *known ? known : changePlanChoices(desk.connection, wanted, caller);
    return changed ? Result<QJsonValue>(QJsonValue(choicesView(*changed, desk.currency))) : Result<QJsonValue>(changed.error());
}

Result<QJsonValue> bookingAlerts(Desk &desk, const Arguments &, const Caller &)
{
    const auto plan = PlanService(desk.connection).last();
    return plan ? Result<QJsonValue>(QJsonValue(alertsView(plan->alerts))) : Result<QJsonValue>(plan.error());
}

} // namespace

std::vector<Verb> planVerbs()
{
    return {{"suggest",
             "plans what to buy, with its reasons",
             {},
             {{"budget", "AMOUNT"}, {"supplier", "S"}, {"last"}},
             Effect::Reads,
             &suggest},
            {"plan settings",
             "tells or changes how the business buys",
             {},
             {{"service", "PERCENT"},
              {"review-days", "N"},
              {"lead-days", "N"},
              {"order-cost", "AMOUNT"},
              {"holding", "PERCENT"},
              {"budget", "AMOUNT|none"}},
             Effect::Writes,
             &planSettings},
            {"plan alerts",
             "lists products whose pre-orders stand outside of what is usual, by the last plan",
             {},
             {},
             Effect::Reads,
             &bookingAlerts}};
}

} // namespace waitline::console
