#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/queueddemand.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RateSheets", text); }

std::optional<double> share(Units part, Units whole) { return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt; }

QVariant cell(const std::optional<double> &value) { return value ? QVariant(*value) : QVariant(); }

void addFilled(ChartSheet &sheet, const DemandBucket &bucket, const DemandQuestion &question)
{
    const auto ofAll = share(bucket.other, bucket.units());
    const auto ofReleased = share(bucket.other, bucket.other + bucket.backorder);
    ChartPoint point = periodPoint(bucket.start, question, BehindQuestion::Lines::Queued);
    QString words = tr("%1 of %2 served at once").arg(numberText(bucket.other), countedUnits(bucket.units()));
    if (ofAll)
        words += tr(": %1").arg(shareText(*ofAll));
    const QString head = headOf(point, bucket.start, question.by) + u'\n';
    say(point, head + words);
    // The orders behind are those that had to wait.
    point.behind->title =
        head + tr("%1 of %2 had to wait").arg(numberText(bucket.preorder + bucket.backorder), countedUnits(bucket.units()));
    sheet.points.push_back(point);
    sheet.series[0].values.push_back(ofAll);
    sheet.series[1].values.push_back(ofReleased);
    sheet.rows.push_back({bucket.start, bucket.units(), bucket.preorder, bucket.other, cell(ofAll), cell(ofReleased)});
}

void addRefused(ChartSheet &sheet, const RefusedUnits &refused, const DemandQuestion &question)
{
    ChartPoint point;
    point.name = refused.product.name;
    point.product = refused.product.product.value;
    point.label = question.isInValue ? moneyText(refused.value, sheet.currency) : numberText(refused.units);
    point.words = tr("%1 · %2").arg(refused.product.sku, refused.product.name) + u'\n' +
                  tr("%1 refused (wishes: %2), worth %3 today")
                      .arg(countedUnits(refused.units), numberText(refused.times), amountWithCode(refused.value, sheet.currency));
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Refused;
    behind.scope.products = {refused.product.product};
    behind.scope.from = question.scope.from;
    behind.scope.to = question.scope.to;
    behind.title = point.words;
    point.behind = behind;
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(question.isInValue ? refused.value : refused.units));
    sheet.rows.push_back({refused.product.sku, refused.product.name, refused.units, refused.times, refused.value});
}

void addWithdrawn(ChartSheet &sheet, const WithdrawnPeriod &period, const DemandQuestion &question)
{
    const Units units = period.preorder + period.backorder;
    ChartPoint point = periodPoint(period.start, question, BehindQuestion::Lines::Withdrawn);
    point.label = units == 0 ? QString() : question.isInValue ? moneyText(period.value, sheet.currency) : numberText(units);
    say(point, headOf(point, period.start, question.by) + u'\n' +
                   tr("%1 withdrawn while waiting: %2 pre-order, %3 backorder, worth %4")
                       .arg(countedUnits(units), numberText(period.preorder), numberText(period.backorder),
                            amountWithCode(period.value, sheet.currency)));
    sheet.points.push_back(point);
    const qint64 preorder = question.isInValue ? period.preorderValue : period.preorder;
    const qint64 backorder = question.isInValue ? period.value - period.preorderValue : period.backorder;
    sheet.rows.push_back({period.start, preorder, backorder, preorder + backorder, question.isInValue ? units : period.value});
    sheet.series[0].values.emplace_back(double(preorder));
    sheet.series[1].values.emplace_back(double(backorder));
}

std::vector<ChartColumn> withdrawnColumns(const DemandQuestion &question)
{
    const ChartColumn start = periodColumn(question.by, tr("The first day of the period."));
    if (question.isInValue)
        return {start,
                {tr("Pre-order"), tr("Pre-orders withdrawn while they waited, at their prices."), ChartUnit::Amount},
                {tr("Backorder"), tr("Other lines withdrawn while they waited, at their prices."), ChartUnit::Amount},
                {tr("Together"), tr("All that was withdrawn while it waited, at the orders' prices."), ChartUnit::Amount},
                {tr("Units"), tr("Its units."), ChartUnit::Count}};
    return {start,
            {tr("Pre-order"), tr("Units of pre-orders withdrawn while they waited."), ChartUnit::Count},
            {tr("Backorder"), tr("Units of other lines withdrawn while they waited."), ChartUnit::Count},
            {tr("Together"), tr("All units withdrawn while they waited."), ChartUnit::Count},
            {tr("Value"), tr("Their value at the orders' prices."), ChartUnit::Amount}};
}

void addKept(ChartSheet &sheet, const KeptPeriod &period, const DemandQuestion &question)
{
    const auto rate = period.kept.rate();
    const auto [low, high] = period.kept.interval();
    ChartPoint point = periodPoint(period.start, question, BehindQuestion::Lines::Queued);
    QString words = tr("%1 had to wait, of them withdrawn: %2").arg(countedUnits(period.kept.placed), numberText(period.kept.withdrawn));
    if (rate)
        words += u'\n' + tr("%1 kept (95 % interval %2 to %3)").arg(shareText(*rate), shareText(low), shareText(high));
    say(point, headOf(point, period.start, question.by) + u'\n' + words);
    sheet.points.push_back(point);
    sheet.series[0].values.push_back(rate ? std::optional(low) : std::nullopt);
    sheet.series[0].upper.push_back(rate ? std::optional(high) : std::nullopt);
    sheet.series[1].values.push_back(rate);
    sheet.rows.push_back({period.start, period.kept.placed, period.kept.withdrawn, cell(rate), rate ? QVariant(low) : QVariant(),
                          rate ? QVariant(high) : QVariant()});
}

} // namespace

Result<ChartSheet> fillRateSheet(Connection &connection, const DemandQuestion &asked)
{
    const auto read = scopedOverTime(connection, overTimeQuestion(asked), asked.scope);
    if (!read)
        return read.error();
    DemandOverTime series = *read;
    dropPeriods(series, silentPeriods(series));
    DemandQuestion question = asked;
    question.scope.from = series.question.from;
    ChartSheet sheet;
    sheet.unit = ChartUnit::Share;
    sheet.title = tr("Fill rate: units served at once, % of units ordered");
    sheet.filter = filterText(question, false);
    sheet.pointTitle = periodsTitle(question.by);
    sheet.valueTitle = tr("% of units ordered");
    sheet.emptySentence = tr("Nothing was ordered in this period. Choose a longer one.");
    sheet.series = {lineSeries(tr("Of all units"), ChartSeries::Hue::First),
                    lineSeries(tr("Without pre-orders"), ChartSeries::Hue::Second)};
    sheet.series[1].shape = ChartSeries::Shape::Dashed;
    sheet.columns = {periodColumn(question.by, tr("The first day of the period.")),
                     {tr("Ordered"), tr("All units ordered in the period."), ChartUnit::Count},
                     {tr("Pre-order"), tr("Of them, units ordered before release: they cannot be served at once."), ChartUnit::Count},
                     {tr("Served at once"), tr("Units that were to be had from stock at once."), ChartUnit::Count},
                     {tr("Fill rate"), tr("Units served at once ÷ all units ordered."), ChartUnit::Share},
                     {tr("No pre-orders"), tr("Units served at once ÷ units ordered after release."), ChartUnit::Share}};
    for (const DemandBucket &bucket : series.buckets)
        addFilled(sheet, bucket, question);
    return sheet;
}

Result<ChartSheet> refusedSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = refusedDemand(connection, question.scope, question.isInValue ? MostBy::Value : MostBy::Count, question.top);
    if (!found)
        return found.error();
    ChartSheet sheet;
    sheet.currency = found->currency;
    sheet.layout = ChartSheet::Layout::Across;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.title = tr("Asked for and not sold by product, %1").arg(question.isInValue ? sheet.currency.code : tr("units"));
    sheet.filter = filterText(question, false);
    sheet.pointTitle = tr("Product");
    sheet.valueTitle = question.isInValue ? tr("Value at today's price, %1").arg(sheet.currency.code) : tr("Units refused");
    sheet.emptySentence = tr("No wish was refused in this period.");
    sheet.series = {barSeries(tr("Refused"), ChartSeries::Hue::Fifth)};
    sheet.columns = {{tr("SKU"), tr("The number you know the product by."), ChartUnit::Text, true},
                     {tr("Name"), tr("The product's name."), ChartUnit::Text},
                     {tr("Units"), tr("Units asked for and not sold."), ChartUnit::Count},
                     {tr("Times"), tr("Wishes that were refused."), ChartUnit::Count},
                     {tr("Value"), tr("Their value at the product's price of today."), ChartUnit::Amount}};
    for (const RefusedUnits &refused : found->products)
        addRefused(sheet, refused, question);
    if (found->restProducts > 0)
        sheet.rows.push_back({QString(), moreProducts(found->restProducts), found->rest.units, found->rest.times, found->rest.value});
    return sheet;
}

Result<ChartSheet> withdrawnSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = withdrawnOverTime(connection, question.scope, question.by);
    if (!found)
        return found.error();
    ChartSheet sheet;
    sheet.currency = found->currency;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.title = tr("Withdrawn while waiting, %1").arg(question.isInValue ? sheet.currency.code : tr("units"));
    sheet.filter = filterText(question, false);
    sheet.pointTitle = periodsTitle(question.by);
    sheet.valueTitle = question.isInValue ? tr("Value withdrawn, %1").arg(sheet.currency.code) : tr("Units withdrawn");
    sheet.emptySentence = tr("Nobody withdrew in this period what waited.");
    sheet.series = {barSeries(tr("Pre-orders"), ChartSeries::Hue::Preorder), barSeries(tr("Backorders"), ChartSeries::Hue::Backorder)};
    sheet.columns = withdrawnColumns(question);
    for (const WithdrawnPeriod &period : found->periods)
        addWithdrawn(sheet, period, question);
    return sheet;
}

Result<ChartSheet> keepRateSheet(Connection &connection, const DemandQuestion &question)
{
    const auto periods = keptOverTime(connection, question.scope, question.by);
    if (!periods)
        return periods.error();
    ChartSheet sheet;
    sheet.unit = ChartUnit::Share;
    sheet.title = tr("Keep rate by the period of the order, % of the units that had to wait");
    sheet.filter = filterText(question, false);
    KeepRate whole;
    for (const KeptPeriod &period : *periods) {
        whole.placed += period.kept.placed;
        whole.withdrawn += period.kept.withdrawn;
    }
    if (const auto rate = whole.rate()) {
        const auto [low, high] = whole.interval();
        sheet.filter += tr(" · together %1 kept (95 % interval %2 to %3)").arg(shareText(*rate), shareText(low), shareText(high));
    }
    sheet.pointTitle = periodsTitle(question.by);
    sheet.valueTitle = tr("% kept");
    sheet.emptySentence = tr("Nothing had to wait in this period. Choose a longer one.");
    sheet.series = {{tr("95 % interval"), ChartSeries::Hue::First, ChartSeries::Shape::Band, {}, {}, tr("95 %")},
                    lineSeries(tr("Kept"), ChartSeries::Hue::First)};
    sheet.columns = {periodColumn(question.by, tr("The first day of the period the orders are from.")),
                     {tr("Placed"), tr("Units that had to wait when they were ordered."), ChartUnit::Count},
                     {tr("Withdrawn"), tr("Of them, units withdrawn while they waited."), ChartUnit::Count},
                     {tr("Kept"), tr("1 − withdrawn ÷ placed."), ChartUnit::Share},
                     {tr("From"), tr("Lower end of the 95 % interval (Wilson)."), ChartUnit::Share},
                     {tr("To"), tr("Upper end of the 95 % interval (Wilson)."), ChartUnit::Share}};
    for (const KeptPeriod &period : *periods)
        addKept(sheet, period, question);
    return sheet;
}

} // namespace waitline
