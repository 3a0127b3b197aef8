#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/promotions.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("PromoteSheets", text); }

QString growthText(const Promotion &product)
{
    const auto growth = product.growth();
    if (!growth)
        return product.recent > 0 ? tr("new") : tr("none");
    return changeText(*growth);
}

QString coverText(const Promotion &product) { return product.coverDays ? countedDays(*product.wholeCoverDays()) : tr("nothing sells"); }

QString marginText(const Promotion &product, const Currency &currency)
{
    return product.margin ? tr("margin %1 (%2 a unit)").arg(shareText(*product.margin), amountWithCode(product.unitMargin, currency))
                          : tr("no cost is entered");
}

QVariant coverOf(const Promotion &product) { return product.coverDays ? QVariant(*product.wholeCoverDays()) : QVariant(); }
QVariant marginOf(const Promotion &product) { return product.margin ? QVariant(*product.margin) : QVariant(); }
QVariant growthOf(const Promotion &product) { return product.growth() ? QVariant(*product.growth()) : QVariant(); }

ChartPoint pointOf(const Promotion &product, const DemandQuestion &question)
{
    ChartPoint point;
    point.name = product.product.name;
    point.product = product.product.product.value;
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Ordered;
    behind.scope.products = {product.product.product};
    behind.scope.from = question.today.addDays(1 - Promotions::weeks * 7);
    behind.scope.to = question.today;
    point.behind = behind;
    return point;
}

QString wordsOf(const Promotion &product, const Currency &currency)
{
    return tr("%1 · %2").arg(product.product.sku, product.product.name) + u'\n' +
           tr("%1 in the last 13 weeks, %2 in the 13 before (%3), %4")
               .arg(countedUnits(product.recent), numberText(product.before), growthText(product), marginText(product, currency)) +
           u'\n' +
           tr("%1 available: %2 of cover against %3 of lead time and review")
               .arg(numberText(product.available), coverText(product), countedDays(product.targetDays));
}

/// The first ones of a list, as their bars are long.
template <typename Bar>
std::vector<Promotion> firstOf(std::vector<Promotion> list, int top, Bar bar)
{
    list.resize(std::min(list.size(), size_t(top)));
    std::stable_sort(list.begin(), list.end(), [&](const Promotion &a, const Promotion &b) { return bar(a) > bar(b); });
    return list;
}

ChartSheet sheetOf(const QString &title, const DemandQuestion &question, const Currency &currency)
{
    ChartSheet sheet;
    sheet.currency = currency;
    sheet.layout = ChartSheet::Layout::Across;
    sheet.title = title;
    sheet.filter = filterText(question, true);
    sheet.pointTitle = tr("Product");
    return sheet;
}

std::vector<ChartColumn> columnsWith(const ChartColumn &first, const ChartColumn &last)
{
    return {{tr("SKU"), tr("The number you know the product by."), ChartUnit::Text, true},
            {tr("Name"), tr("The product's name."), ChartUnit::Text},
            first,
            {tr("13 weeks"), tr("Units ordered in the last 13 weeks."), ChartUnit::Count},
            {tr("Before"), tr("Units ordered in the 13 weeks before."), ChartUnit::Count},
            {tr("Growth"), tr("The last 13 weeks against those before."), ChartUnit::Share},
            {tr("Margin"), tr("(Price − cost) ÷ price; empty where no cost is entered."), ChartUnit::Share},
            {tr("Available"), tr("Units on hand and not allocated."), ChartUnit::Count, true},
            {tr("Cover"), tr("Days for which what is available lasts at the pace of the last 13 weeks."), ChartUnit::Count},
            {tr("Target"), tr("Lead time and review, in days."), ChartUnit::Count, true},
            last};
}

} // namespace

Result<ChartSheet> promoteSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = promotions(connection, question.scope, question.today);
    if (!found)
        return found.error();
    ChartSheet sheet = sheetOf(tr("What to promote: units more than in the 13 weeks before"), question, found->currency);
    sheet.filter += tr(" · up by a tenth and more, its season not taken off, nobody waits, covered");
    if (found->middleMargin)
        sheet.filter += tr(", margin at least %1").arg(shareText(*found->middleMargin));
    if (found->withoutCost > 0)
        sheet.filter += tr(" · left out, for no cost is entered: %1").arg(countedProducts(found->withoutCost));
    sheet.valueTitle = tr("Units more");
    sheet.emptySentence = found->withoutCost > 0
                              ? tr("No product is rising, covered and of a margin that is known and good. Rising without a cost entered: "
                                   "%1. Enter the cost on the Products page to judge their margin.")
                                    .arg(countedProducts(found->withoutCost))
                              : tr("No product is rising, covered and of good margin. What is short is never promoted.");
    sheet.series = {barSeries(tr("Units more"), ChartSeries::Hue::Third)};
    sheet.columns = columnsWith({tr("More"), tr("Units more than in the 13 weeks before."), ChartUnit::Count},
                                {tr("Margin more"), tr("These units at price − cost: what the list is chosen by."), ChartUnit::Amount});
    for (const Promotion &product : firstOf(found->momentum, question.top, [](const Promotion &each) { return each.gain(); })) {
        ChartPoint point = pointOf(product, question);
        point.label = tr("%1 (%2)").arg(numberText(product.gain()), growthText(product));
        say(point, wordsOf(product, sheet.currency));
        sheet.points.push_back(point);
        sheet.series[0].values.emplace_back(double(product.gain()));
        sheet.rows.push_back({product.product.sku, product.product.name, product.gain(), product.recent, product.before, growthOf(product),
                              marginOf(product), product.available, coverOf(product), product.targetDays,
                              product.gain() * product.unitMargin});
    }
    return sheet;
}

Result<ChartSheet> clearSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = promotions(connection, question.scope, question.today);
    if (!found)
        return found.error();
    ChartSheet sheet = sheetOf(tr("What to clear, %1 beyond twice the target").arg(question.isInValue ? found->currency.code : tr("units")),
                               question, found->currency);
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.filter += tr(" · falling, or not ordered for 13 weeks, and nobody waits");
    sheet.valueTitle = question.isInValue ? tr("Cost of the units beyond, %1").arg(sheet.currency.code) : tr("Units beyond");
    sheet.emptySentence = tr("Nothing lies here that lasts longer than twice its target and falls.");
    sheet.series = {barSeries(tr("Beyond twice the target"), ChartSeries::Hue::Fifth)};
    sheet.columns = columnsWith({tr("Beyond"), tr("Units available beyond twice the target."), ChartUnit::Count},
                                {tr("Cost"), tr("What these units cost: what the list is chosen by. Empty where no cost is entered."),
                                 ChartUnit::Amount});
    const auto bar = [&](const Promotion &each) { return question.isInValue ? each.excess * each.cost : each.excess; };
    for (const Promotion &product : firstOf(found->clear, question.top, bar)) {
        const Money cost = product.excess * product.cost;
        ChartPoint point = pointOf(product, question);
        point.label = !question.isInValue ? tr("%1 (%2)").arg(numberText(product.excess), coverText(product))
                      : product.cost > 0  ? moneyText(cost, sheet.currency)
                                          : tr("no cost is entered");
        say(point, wordsOf(product, sheet.currency));
        sheet.points.push_back(point);
        sheet.series[0].values.emplace_back(double(question.isInValue ? cost : product.excess));
        sheet.rows.push_back({product.product.sku, product.product.name, product.excess, product.recent, product.before, growthOf(product),
                              marginOf(product), product.available, coverOf(product), product.targetDays,
                              product.cost > 0 ? QVariant(cost) : QVariant()});
    }
    return sheet;
}

} // namespace waitline
