#include "models/charts/demandsheets.h"
#include "models/charts/sheetwords.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ProductsSheet", text); }

QString wordsOf(const DemandBar &bar, const DemandQuestion &question, const Currency &currency)
{
    const QString numbers = question.isWaiting ? tr("%1 waiting: %2 pre-order, %3 backorder, worth %4")
                                               : tr("%1 pre-ordered or backordered: %2 pre-order, %3 backorder, worth %4");
    return tr("%1 · %2").arg(bar.sku, bar.name) + u'\n' +
           numbers.arg(countedUnits(bar.units()), numberText(bar.preorder), numberText(bar.backorder), amountWithCode(bar.value, currency));
}

QVariantList rowOf(const DemandBar &bar, const QString &name, bool isInValue)
{
    if (isInValue)
        return {bar.sku, name, bar.preorderValue, bar.value - bar.preorderValue, bar.value, bar.units()};
    return {bar.sku, name, bar.preorder, bar.backorder, bar.units(), bar.value};
}

/// The measure's own, and the other one last.
std::vector<ChartColumn> columnsOf(bool isInValue)
{
    const ChartColumn sku{tr("SKU"), tr("The number you know the product by."), ChartUnit::Text, true};
    const ChartColumn name{tr("Name"), tr("The product's name."), ChartUnit::Text};
    if (isInValue)
        return {sku,
                name,
                {tr("Pre-order"), tr("Lines placed while the product was not released, at the orders' prices."), ChartUnit::Amount},
                {tr("Backorder"), tr("Other lines that had to wait, at the orders' prices."), ChartUnit::Amount},
                {tr("Together"), tr("Pre-orders and backorders, at the orders' prices."), ChartUnit::Amount},
                {tr("Units"), tr("Their units."), ChartUnit::Count}};
    return {sku,
            name,
            {tr("Pre-order"), tr("Units of lines placed while the product was not released."), ChartUnit::Count},
            {tr("Backorder"), tr("Units of other lines that had to wait."), ChartUnit::Count},
            {tr("Together"), tr("Pre-order and backorder units."), ChartUnit::Count, true},
            {tr("Value"), tr("Their value at the orders' prices."), ChartUnit::Amount}};
}

ChartPoint pointOf(const DemandBar &bar, const DemandQuestion &question, const Currency &currency)
{
    ChartPoint point;
    point.name = bar.name;
    point.words = wordsOf(bar, question, currency);
    point.label = question.isInValue ? moneyText(bar.value, currency) : numberText(bar.units());
    point.product = bar.product.value;
    BehindQuestion behind;
    behind.lines = question.isWaiting ? BehindQuestion::Lines::Waiting : BehindQuestion::Lines::Queued;
    behind.scope = question.scope;
    behind.scope.products = {bar.product};
    if (question.isWaiting)
        behind.scope.from = behind.scope.to = QDate();
    behind.title = point.words;
    point.behind = behind;
    return point;
}

QString restText(const DemandBars &bars, const DemandQuestion &question)
{
    if (bars.restProducts == 0)
        return question.scope.products.empty() ? tr("All products with such orders") : QString();
    const QString rest = question.isInValue ? amountWithCode(bars.rest.value, bars.currency) : countedUnits(bars.rest.units());
    return tr("The first %1 products; %2 more together: %3").arg(numberText(qint64(bars.bars.size())), numberText(bars.restProducts), rest);
}

ChartSheet sheetOf(const DemandBars &bars, const DemandQuestion &question)
{
    ChartSheet sheet;
    sheet.currency = bars.currency;
    sheet.layout = ChartSheet::Layout::Across;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.valueTitle = question.isInValue ? tr("Value, %1").arg(bars.currency.code) : tr("Units");
    sheet.pointTitle = tr("Product");
    const QString unit = question.isInValue ? bars.currency.code : tr("units");
    sheet.title = (question.isWaiting ? tr("Waiting now by product, %1") : tr("Pre-orders and backorders placed by product, %1")).arg(unit);
    sheet.filter = filterText(question, question.isWaiting);
    if (const QString rest = restText(bars, question); !rest.isEmpty())
        sheet.filter = tr("%1. %2").arg(sheet.filter, rest);
    sheet.emptySentence = tr("No pre-orders and no backorders here. Products that people wait for will stand in this chart.");
    sheet.columns = columnsOf(question.isInValue);
    sheet.series = {barSeries(tr("Pre-orders"), ChartSeries::Hue::Preorder), barSeries(tr("Backorders"), ChartSeries::Hue::Backorder)};
    for (const DemandBar &bar : bars.bars) {
        sheet.points.push_back(pointOf(bar, question, bars.currency));
        sheet.rows.push_back(rowOf(bar, bar.name, question.isInValue));
        sheet.series[0].values.emplace_back(double(question.isInValue ? bar.preorderValue : bar.preorder));
        sheet.series[1].values.emplace_back(double(question.isInValue ? bar.value - bar.preorderValue : bar.backorder));
    }
    if (bars.restProducts > 0)
        sheet.rows.push_back(rowOf(bars.rest, moreProducts(bars.restProducts), question.isInValue));
    return sheet;
}

} // namespace

Result<ChartSheet> productsSheet(Connection &connection, const DemandQuestion &question)
{
    DemandBarsQuestion asked;
    asked.measure = question.isWaiting ? DemandBarsQuestion::Measure::Waiting : DemandBarsQuestion::Measure::Ordered;
    asked.from = question.scope.from;
    asked.to = question.scope.to;
    asked.top = question.top;
    const bool isWhole = !question.scope.isNarrow() && question.scope.campaign.isEmpty() && !question.isInValue;
    const auto bars = isWhole ? demandBars(connection, asked)
                              : scopedBars(connection, asked, question.scope, question.isInValue ? MostBy::Value : MostBy::Count);
    if (!bars)
        return bars.error();
    return sheetOf(*bars, question);
}

} // namespace waitline
