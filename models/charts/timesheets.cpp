#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TimeSheets", text); }

/// About four weeks of days, a quarter of weeks, a year of months.
int averagedPeriods(Period by)
{
    switch (by) {
    case Period::Day: return 28;
    case Period::Week: return 13;
    case Period::Month: return 12;
    }
    Q_UNREACHABLE();
}

void addBucket(ChartSheet &sheet, const DemandBucket &bucket, const DemandQuestion &question, bool hasPast)
{
    ChartPoint point = periodPoint(bucket.start, question, BehindQuestion::Lines::Ordered);
    QString words = tr("%1 units ordered: %2 pre-order, %3 backorder, %4 served at once, worth %5")
                        .arg(numberText(bucket.units() - bucket.past), numberText(bucket.preorder), numberText(bucket.backorder),
                             numberText(bucket.other), amountWithCode(bucket.value, sheet.currency));
    if (bucket.past != 0)
        words += u'\n' + tr("%1 units sold before, worth %2").arg(numberText(bucket.past), amountWithCode(bucket.pastValue, sheet.currency));
    say(point, periodTitle(bucket.start, question.by) + u'\n' + words);
    if (question.isInValue)
        point.label = bucket.worth() > 0 ? moneyText(bucket.worth(), sheet.currency) : QString();
    else
        point.label = bucket.units() > 0 ? numberText(bucket.units()) : QString();
    sheet.points.push_back(point);
    // Bars are not negative: where more came back than was sold, the table alone says so.
    if (hasPast)
        sheet.series.back().values.emplace_back(double(std::max<qint64>(0, question.isInValue ? bucket.pastValue : bucket.past)));
    if (question.isInValue) {
        sheet.series[0].values.emplace_back(double(bucket.value));
        return;
    }
    sheet.series[0].values.emplace_back(double(bucket.preorder));
    sheet.series[1].values.emplace_back(double(bucket.backorder));
    sheet.series[2].values.emplace_back(double(bucket.other));
}

void addAverage(ChartSheet &sheet, int periods)
{
    if (sheet.isEmpty())
        return; // a line of zeros would hide that there is nothing
    std::vector<double> sums;
    for (size_t point = 0; point < sheet.points.size(); ++point)
        sums.push_back(sheet.sum(point));
    ChartSeries average = lineSeries(tr("Mean of %1").arg(periods), ChartSeries::Hue::Sixth);
    average.values = movingAverage(sums, periods);
    for (size_t point = 0; point < sheet.points.size(); ++point)
        sheet.rows[point] += average.values[point] ? QVariant(*average.values[point]) : QVariant();
    sheet.series.push_back(std::move(average));
}

ChartSheet sheetOf(DemandOverTime series, const DemandQuestion &asked)
{
    dropPeriods(series, silentPeriods(series));
    DemandQuestion question = asked;
    question.scope.from = series.question.from;
    const int periods = averagedPeriods(question.by);
    ChartSheet sheet;
    sheet.currency = series.currency;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.valueTitle = question.isInValue ? tr("Value ordered, %1").arg(series.currency.code) : tr("Units ordered");
    sheet.pointTitle = periodsTitle(question.by);
    sheet.title = tr("Ordered over time, %1").arg(question.isInValue ? series.currency.code : tr("units"));
    sheet.filter = filterText(question, false);
    sheet.emptySentence = tr("Nothing was ordered in this period. Choose a longer one.");
    if (question.isInValue)
        sheet.series = {barSeries(tr("Value"), ChartSeries::Hue::First)};
    else
        sheet.series = {barSeries(tr("Pre-orders"), ChartSeries::Hue::Preorder), barSeries(tr("Backorders"), ChartSeries::Hue::Backorder),
                        barSeries(tr("Served at once"), ChartSeries::Hue::Stock)};
    const bool hasPast = std::any_of(series.buckets.begin(), series.buckets.end(), [](const DemandBucket &bucket) { return bucket.past != 0; });
    if (hasPast)
        sheet.series.push_back(barSeries(tr("Sold before"), ChartSeries::Hue::Fourth));
    sheet.columns = {{periodsTitle(question.by), tr("The first day of the period."), ChartUnit::Day},
                     {tr("Pre-order"), tr("Units ordered while the product was not released."), ChartUnit::Count},
                     {tr("Backorder"), tr("Units ordered after release that had to wait."), ChartUnit::Count},
                     {tr("From stock"), tr("Units ordered that were to be had at once."), ChartUnit::Count},
                     {tr("Together"), tr("All units of the period."), ChartUnit::Count},
                     {tr("Value"), tr("All units, at the prices of their orders and sales."), ChartUnit::Amount}};
    if (hasPast)
        sheet.columns.push_back({tr("Sold before"), tr("Of all units, those sold before this database, less what came back."), ChartUnit::Count});
    sheet.columns.push_back({tr("Mean of %1").arg(periods), tr("The mean of this and the periods before it."), sheet.unit});
    for (const DemandBucket &bucket : series.buckets) {
        addBucket(sheet, bucket, question, hasPast);
        sheet.rows.push_back({bucket.start, bucket.preorder, bucket.backorder, bucket.other, bucket.units(), bucket.worth()});
        if (hasPast)
            sheet.rows.back() += bucket.past;
    }
    addAverage(sheet, periods);
    return sheet;
}

void addCompared(ChartSheet &sheet, const ComparedDemand &compared, size_t bucket, const DemandQuestion &question)
{
    const QDate start = compared.series.front().buckets[bucket].start;
    ChartPoint point = periodPoint(start, question, BehindQuestion::Lines::Ordered);
    QStringList words{periodTitle(start, question.by)};
    QVariantList row{start};
    for (size_t i = 0; i < compared.products.size(); ++i) {
        const DemandBucket &found = compared.series[i].buckets[bucket];
        const qint64 value = question.isInValue ? found.worth() : found.units();
        words += tr("%1: %2").arg(compared.products[i].name, chartText(value, sheet.unit, sheet.currency));
        row += value;
        sheet.series[i].values.emplace_back(double(value));
    }
    say(point, words.join(u'\n'));
    sheet.points.push_back(point);
    sheet.rows.push_back(row);
}

} // namespace

Result<ChartSheet> overTimeSheet(Connection &connection, const DemandQuestion &question)
{
    const auto series = salesOverTime(connection, overTimeQuestion(question), question.scope);
    if (!series)
        return series.error();
    return sheetOf(*series, question);
}

Result<ChartSheet> compareSheet(Connection &connection, const DemandQuestion &asked)
{
    const auto answer = comparedDemand(connection, overTimeQuestion(asked), asked.scope.products);
    if (!answer)
        return answer.error();
    ComparedDemand compared = *answer;
    ChartSheet sheet;
    sheet.emptySentence = tr("Choose up to six products to compare: type them in the field above, or press C on their bars.");
    sheet.title = tr("Products compared");
    if (compared.products.empty())
        return sheet;
    size_t silent = compared.series.front().buckets.size();
    for (const DemandOverTime &series : compared.series)
        silent = std::min(silent, silentPeriods(series));
    for (DemandOverTime &series : compared.series)
        dropPeriods(series, silent);
    DemandQuestion question = asked;
    question.scope.from = compared.series.front().question.from;
    sheet.currency = compared.series.front().currency;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.title = tr("Ordered by product, %1").arg(question.isInValue ? sheet.currency.code : tr("units"));
    sheet.filter = daysText(question.scope.from, question.scope.to);
    sheet.valueTitle = question.isInValue ? tr("Value ordered, %1").arg(sheet.currency.code) : tr("Units ordered");
    sheet.pointTitle = periodsTitle(question.by);
    sheet.columns = {{periodsTitle(question.by), tr("The first day of the period."), ChartUnit::Day}};
    for (size_t i = 0; i < compared.products.size(); ++i) {
        sheet.series.push_back(lineSeries(compared.products[i].name, hueOf(i)));
        sheet.columns.push_back({compared.products[i].sku, compared.products[i].name, sheet.unit});
    }
    for (size_t bucket = 0; bucket < compared.series.front().buckets.size(); ++bucket)
        addCompared(sheet, compared, bucket, question);
    return sheet;
}

} // namespace waitline
