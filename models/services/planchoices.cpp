#include "models/services/planchoices.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("PlanChoices", text); }

const QString serviceName = QStringLiteral("plan.service");
const QString reviewName = QStringLiteral("plan.review");
const QString leadName = QStringLiteral("plan.lead");
const QString orderCostName = QStringLiteral("plan.order_cost");
const QString holdingName = QStringLiteral("plan.holding");
const QString budgetName = QStringLiteral("plan.budget");

qint64 setting(SettingStore &store, const QString &name, qint64 otherwise, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = store.value(name).toLongLong(&isNumber);
    return isNumber && value >= least && value <= most ? value : otherwise;
}

Result<Done> within(const char *field, qint64 value, qint64 least, qint64 most, const QString &what)
{
    if (value >= least && value <= most)
        return Done{};
    return invalid(field, sentence("%1 is from %2 to %3.").arg(what, QLocale().toString(least), QLocale().toString(most)));
}

} // namespace

Result<Done> validate(const PlanChoices &choices)
{
    if (choices.servicePermille < 500 || choices.servicePermille > 999)
        return invalid("service", sentence("The service target is from 50 to 99.9 %."));
    if (auto checked = within("review", choices.reviewDays, 1, 365, sentence("The days between two orders: the number")); !checked)
        return checked;
    if (auto checked = within("lead", choices.leadDays, 0, 1000, sentence("The usual days to arrive: the number")); !checked)
        return checked;
    if (choices.orderCost < 0 || choices.orderCost > maximumMoney)
        return invalid("order_cost", sentence("What an order costs is not negative: type 0 or more."));
    if (choices.holdingPermille < 0 || choices.holdingPermille > 1000)
        return invalid("holding", sentence("Keeping stock costs from 0 to 100 % of its cost a year."));
    if (choices.budget && (*choices.budget < 0 || *choices.budget > maximumMoney))
        return invalid("budget", sentence("A budget is not negative: type 0 or more."));
    return Done{};
}

PlanChoices planChoices(Connection &connection)
{
    SettingStore store(connection);
    PlanChoices choices;
    choices.servicePermille = int(setting(store, serviceName, choices.servicePermille, 500, 999));
    choices.reviewDays = int(setting(store, reviewName, choices.reviewDays, 1, 365));
    choices.leadDays = int(setting(store, leadName, choices.leadDays, 0, 1000));
    choices.orderCost = setting(store, orderCostName, choices.orderCost, 0, maximumMoney);
    choices.holdingPermille = int(setting(store, holdingName, choices.holdingPermille, 0, 1000));
    if (const qint64 budget = setting(store, budgetName, -1, 0, maximumMoney); budget >= 0)
        choices.budget = budget;
    return choices;
}

Result<PlanChoices> readPlanChoices(Connection &connection)
{
    return readIn(connection, [&] { return planChoices(connection); });
}

Result<PlanChoices> changePlanChoices(Connection &connection, const PlanChoices &choices, const Caller &caller)
{
    return writeIn(connection, [&] {
        orRefuse(validate(choices));
        OperationStore(connection).insert(caller.stamp("change_plan"));
        SettingStore store(connection);
        store.setValue(serviceName, QString::number(choices.servicePermille));
        store.setValue(reviewName, QString::number(choices.reviewDays));
        store.setValue(leadName, QString::number(choices.leadDays));
        store.setValue(orderCostName, QString::number(choices.orderCost));
        store.setValue(holdingName, QString::number(choices.holdingPermille));
        store.setValue(budgetName, choices.budget ? QString::number(*choices.budget) : QString());
        return planChoices(connection);
    });
}

} // namespace waitline
