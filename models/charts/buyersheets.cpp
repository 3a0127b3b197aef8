#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/buyers.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("BuyerSheets", text); }

void addPeriod(ChartSheet &sheet, const BuyersPeriod &period, const DemandQuestion &question)
{
    const qint64 all = period.newCustomers + period.returning;
    ChartPoint point = periodPoint(period.start, question, BehindQuestion::Lines::Ordered);
    point.label = all > 0 ? numberText(all) : QString();
    say(point, headOf(point, period.start, question.by) + u'\n' +
                   tr("Customers who bought: %1, %2 for the first time, %3 again")
                       .arg(numberText(all), numberText(period.newCustomers), numberText(period.returning)));
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(period.returning));
    sheet.series[1].values.emplace_back(double(period.newCustomers));
    sheet.rows.push_back({period.start, period.newCustomers, period.returning, all,
                          all > 0 ? QVariant(double(period.newCustomers) / double(all)) : QVariant()});
}

Result<ChartSheet> newAndReturningSheet(Connection &connection, const DemandQuestion &question)
{
    const auto periods = buyersOverTime(connection, question.scope, question.by);
    if (!periods)
        return periods.error();
    ChartSheet sheet;
    sheet.title = tr("Who buys: new and returning customers");
    sheet.filter = filterText(question, false);
    sheet.pointTitle = periodsTitle(question.by);
    sheet.valueTitle = tr("Customers with an order");
    sheet.emptySentence = tr("Nobody bought in this period. Choose a longer one.");
    sheet.series = {barSeries(tr("Returning"), ChartSeries::Hue::First), barSeries(tr("New"), ChartSeries::Hue::Second)};
    sheet.columns = {periodColumn(question.by, tr("The first day of the period.")),
                     {tr("New"), tr("Customers whose first order of all is in the period."), ChartUnit::Count},
                     {tr("Returning"), tr("Customers who had bought before and did again."), ChartUnit::Count},
                     {tr("Together"), tr("Customers with an order in the period."), ChartUnit::Count},
                     {tr("New share"), tr("New customers ÷ all of the period."), ChartUnit::Share}};
    for (const BuyersPeriod &period : *periods)
        addPeriod(sheet, period, question);
    return sheet;
}

QString groupName(const BuyerGroup &group, BuyersBy by)
{
    if (!group.name.isEmpty())
        return group.name;
    switch (by) {
    case BuyersBy::Channel: return tr("No channel");
    case BuyersBy::Country: return tr("No country");
    case BuyersBy::Campaign: return tr("No campaign");
    }
    Q_UNREACHABLE();
}

/// What the groups are, their heading and what they mean.
struct GroupWords {
    QString title;
    QString point;
    QString meaning;
};

GroupWords wordsFor(BuyersBy by)
{
    switch (by) {
    case BuyersBy::Channel:
        return {tr("Who buys, by channel, %1"), tr("Channel"), tr("Where the order came from; sales from before by their file's kind.")};
    case BuyersBy::Country: return {tr("Who buys, by country, %1"), tr("Country"), tr("Of the customer.")};
    case BuyersBy::Campaign: return {tr("Who buys, by campaign, %1"), tr("Campaign"), tr("The code the order names.")};
    }
    Q_UNREACHABLE();
}

void addGroup(ChartSheet &sheet, const BuyerGroup &group, BuyersBy by, const DemandQuestion &question)
{
    ChartPoint point;
    point.name = groupName(group, by);
    point.label = question.isInValue ? moneyText(group.value, sheet.currency) : numberText(group.units);
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Ordered;
    behind.scope = question.scope;
    if (by == BuyersBy::Channel)
        behind.channel = group.name;
    else if (by == BuyersBy::Country)
        behind.country = group.name;
    else if (group.name.isEmpty())
        behind.isWithoutCampaign = true;
    else
        behind.scope.campaign = group.name;
    point.behind = behind;
    say(point, point.name + u'\n' +
                   tr("Customers: %1. %2, %3, worth %4")
                       .arg(numberText(group.customers), countedOrders(group.orders), countedUnits(group.units),
                            amountWithCode(group.value, sheet.currency)));
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(std::max<qint64>(0, question.isInValue ? group.value : group.units)));
    sheet.rows.push_back({point.name, group.customers, group.orders, group.units, group.value});
}

Result<ChartSheet> groupsSheet(Connection &connection, const DemandQuestion &question, BuyersBy by)
{
    const auto found = buyerGroups(connection, question.scope, by);
    if (!found)
        return found.error();
    ChartSheet sheet;
    sheet.currency = found->currency;
    sheet.layout = ChartSheet::Layout::Across;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    const QString unit = question.isInValue ? sheet.currency.code : tr("units");
    const GroupWords words = wordsFor(by);
    sheet.title = words.title.arg(unit);
    sheet.filter = filterText(question, false);
    sheet.pointTitle = words.point;
    sheet.valueTitle = question.isInValue ? tr("Value ordered, %1").arg(sheet.currency.code) : tr("Units ordered");
    sheet.emptySentence = tr("Nobody bought in this period. Choose a longer one.");
    sheet.series = {barSeries(question.isInValue ? tr("Value") : tr("Units"), ChartSeries::Hue::First)};
    sheet.columns = {{words.point, words.meaning, ChartUnit::Text},
                     {tr("Customers"), tr("Customers who bought."), ChartUnit::Count},
                     {tr("Orders"), tr("Their orders, with invoices from before."), ChartUnit::Count},
                     {tr("Units"), tr("Units ordered, with those sold before less what came back."), ChartUnit::Count},
                     {tr("Value"), tr("At the prices of their orders and sales."), ChartUnit::Amount}};
    std::vector<BuyerGroup> groups = found->groups;
    if (!question.isInValue)
        std::stable_sort(groups.begin(), groups.end(), [](const BuyerGroup &a, const BuyerGroup &b) { return a.units > b.units; });
    for (const BuyerGroup &group : groups)
        addGroup(sheet, group, by, question);
    return sheet;
}

void addPair(ChartSheet &sheet, const ProductPair &pair, const DemandQuestion &question)
{
    ChartPoint point;
    // By their numbers, which tell products apart whose names begin alike.
    point.name = tr("%1 %2\n+ %3 %4").arg(pair.first.sku, pair.first.name, pair.second.sku, pair.second.name);
    point.label = numberText(pair.orders);
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Together;
    behind.scope.products = {pair.first.product, pair.second.product};
    behind.scope.campaign = question.scope.campaign;
    behind.scope.from = question.scope.from;
    behind.scope.to = question.scope.to;
    point.behind = behind;
    const double ofFirst = double(pair.orders) / double(pair.ordersOfFirst);
    const double ofSecond = double(pair.orders) / double(pair.ordersOfSecond);
    say(point, tr("%1 + %2").arg(pair.first.name, pair.second.name) + u'\n' +
                   tr("%1 with both: %2 of those with the first, %3 of those with the second, %4 times as many as by chance")
                       .arg(countedOrders(pair.orders), chartText(ofFirst, ChartUnit::Share, {}), chartText(ofSecond, ChartUnit::Share, {}),
                            chartText(pair.lift, ChartUnit::Ratio, {})));
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(pair.orders));
    sheet.rows.push_back({pair.first.name, pair.second.name, pair.orders, ofFirst, ofSecond, pair.lift});
}

} // namespace

Result<ChartSheet> buyersSheet(Connection &connection, const DemandQuestion &question)
{
    switch (question.buyers) {
    case BuyersGrouping::NewAndReturning: return newAndReturningSheet(connection, question);
    case BuyersGrouping::Channel: return groupsSheet(connection, question, BuyersBy::Channel);
    case BuyersGrouping::Country: return groupsSheet(connection, question, BuyersBy::Country);
    case BuyersGrouping::Campaign: return groupsSheet(connection, question, BuyersBy::Campaign);
    }
    Q_UNREACHABLE();
}

Result<ChartSheet> togetherSheet(Connection &connection, const DemandQuestion &question)
{
    const auto pairs = boughtTogether(connection, question.scope, question.top);
    if (!pairs)
        return pairs.error();
    ChartSheet sheet;
    sheet.layout = ChartSheet::Layout::Across;
    sheet.title = tr("Bought together, orders with both products");
    sheet.filter = filterText(question, false);
    sheet.pointTitle = tr("Two products");
    sheet.valueTitle = tr("Orders with both");
    sheet.emptySentence = tr("No two of these products were in one order in this period.");
    sheet.series = {barSeries(tr("Orders"), ChartSeries::Hue::First)};
    sheet.columns = {{tr("Product"), tr("The first product."), ChartUnit::Text},
                     {tr("With"), tr("The second product."), ChartUnit::Text},
                     {tr("Orders"), tr("Orders, and invoices from before, with both."), ChartUnit::Count},
                     {tr("Of first"), tr("Of the orders with the first product, those with both."), ChartUnit::Share},
                     {tr("Of second"), tr("Of the orders with the second product, those with both."), ChartUnit::Share},
                     {tr("Lift"), tr("How many times as often as by chance."), ChartUnit::Ratio}};
    for (const ProductPair &pair : *pairs)
        addPair(sheet, pair, question);
    return sheet;
}

} // namespace waitline
