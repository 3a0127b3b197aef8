#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/planviews.h"

#include <QCoreApplication>

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
        suggestions = withinBudget(std::move(suggestions), *budget);
    return QJsonValue(suggestionsView(suggestions, *plan->made, desk.currency, caller.today()));
}

} // namespace

std::vector<Verb> planVerbs()
{
    return {{"suggest",
             "plans what to buy, with its reasons",
             {},
             {{"budget", "AMOUNT"}, {"supplier", "S"}, {"last"}},
             Effect::Reads,
             &suggest}};
}

} // namespace waitline::console
