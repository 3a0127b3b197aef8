#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TimeSheets", text); }

const QDate beginning(1970, 1, 1); // days are counted from it

bool hasUnits(const DemandBucket &bucket) { return bucket.units() != 0; }

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

QString averageName(Period by)
{
    switch (by) {
    case Period::Day: return tr("Mean of %1 days").arg(averagedPeriods(by));
    case Period::Week: return tr("Mean of %1 weeks").arg(averagedPeriods(by));
    case Period::Month: return tr("Mean of %1 months").arg(averagedPeriods(by));
    }
    Q_UNREACHABLE();
}

QString wordsOf(const DemandBucket &bucket, const Currency &currency)
{
    QString words = tr("%1 ordered: %2 pre-order, %3 backorder, %4 served at once, worth %5")
                        .arg(countedUnits(bucket.units() - bucket.past), numberText(bucket.preorder), numberText(bucket.backorder),
                             numberText(bucket.other), amountWithCode(bucket.value, currency));
    if (bucket.past != 0)
        words += u'\n' + tr("%1 sold before, worth %2").arg(countedUnits(bucket.past), amountWithCode(bucket.pastValue, currency));
    return words;
}

/// Pre-orders, backorders, served at once and sold before, in the question's measure.
std::array<qint64, 4> partsOf(const DemandBucket &bucket, bool isInValue)
{
    if (isInValue)
        return {bucket.preorderValue, bucket.backorderValue, bucket.otherValue(), bucket.pastValue};
    return {bucket.preorder, bucket.backorder, bucket.other, bucket.past};
}

void addBucket(ChartSheet &sheet, const DemandBucket &bucket, const DemandQuestion &question, bool hasPast)
{
    ChartPoint point = periodPoint(bucket.start, question, BehindQuestion::Lines::Ordered);
    say(point, headOf(point, bucket.start, question.by) + u'\n' + wordsOf(bucket, sheet.currency));
    if (question.isInValue)
        point.label = bucket.worth() > 0 ? moneyText(bucket.worth(), sheet.currency) : QString();
    else
        point.label = bucket.units() > 0 ? numberText(bucket.units()) : QString();
    sheet.points.push_back(point);
    const auto parts = partsOf(bucket, question.isInValue);
    QVariantList row{bucket.start,
                     parts[0],
                     parts[1],
                     parts[2],
                     question.isInValue ? bucket.worth() : bucket.units(),
                     question.isInValue ? bucket.units() : bucket.worth()};
    if (hasPast)
        row += parts[3];
    sheet.rows.push_back(row);
    // Bars are not negative: where more came back than was sold, the table alone says so.
    for (size_t part = 0; part < (hasPast ? 4 : 3); ++part)
        sheet.series[part].values.emplace_back(double(std::max<qint64>(0, parts[part])));
}

/// The means at all of these periods. Those before anything was ever sold count for nothing; at one that is not over stands the
/// mean of those before it.
std::vector<std::optional<double>> meansOf(const std::vector<DemandBucket> &buckets, const DemandQuestion &question, bool wasSoldBefore)
{
    const auto first = wasSoldBefore ? buckets.begin() : std::find_if(buckets.begin(), buckets.end(), &hasUnits);
    std::vector<double> sums;
    for (auto bucket = first; bucket != buckets.end(); ++bucket) {
        const auto parts = partsOf(*bucket, question.isInValue);
        sums.push_back(double(parts[0] + parts[1] + parts[2] + std::max<qint64>(0, parts[3])));
    }
    std::vector<std::optional<double>> means(size_t(first - buckets.begin()));
    const auto found = movingAverage(sums, averagedPeriods(question.by));
    means.insert(means.end(), found.begin(), found.end());
    if (means.size() > 1 && lastDayOf(buckets.back().start, question.by) >= question.today)
        means.back() = means[means.size() - 2];
    return means;
}

/// Whether something was sold before the first of these periods. Asked only where they begin with nothing, for then it tells
/// whether that nothing counts.
Result<bool> wasSoldBefore(Connection &connection, const DemandOverTime &series, const DemandQuestion &read)
{
    if (series.question.from <= beginning || series.buckets.empty() || hasUnits(series.buckets.front()))
        return false;
    DemandQuestion before = read;
    before.scope.from = beginning;
    before.scope.to = series.question.from.addDays(-1);
    before.by = Period::Month;
    const auto found = salesOverTime(connection, overTimeQuestion(before), before.scope);
    if (!found)
        return found.error();
    return std::any_of(found->buckets.begin(), found->buckets.end(), &hasUnits);
}

void addAverage(ChartSheet &sheet, std::vector<std::optional<double>> means, const QString &name)
{
    if (sheet.isEmpty())
        return; // a line of zeros would hide that there is nothing
    ChartSeries average = lineSeries(name, ChartSeries::Hue::Sixth);
    average.values = std::move(means);
    for (size_t point = 0; point < sheet.points.size(); ++point)
        sheet.rows[point] += average.values[point] ? QVariant(*average.values[point]) : QVariant();
    sheet.series.push_back(std::move(average));
}

std::vector<ChartColumn> columnsOf(const DemandQuestion &question, bool hasPast, const QString &average)
{
    const bool isInValue = question.isInValue;
    const ChartUnit unit = isInValue ? ChartUnit::Amount : ChartUnit::Count;
    std::vector<ChartColumn> columns{
        periodColumn(question.by, tr("The first day of the period.")),
        {tr("Pre-order"),
         isInValue ? tr("Ordered while the product was not released, at the orders' prices.")
                   : tr("Units ordered while the product was not released."),
         unit},
        {tr("Backorder"),
         isInValue ? tr("Ordered after release and had to wait, at the orders' prices.")
                   : tr("Units ordered after release that had to wait."),
         unit},
        {tr("At once"), isInValue ? tr("To be had at once, at the orders' prices.") : tr("Units ordered that were to be had at once."),
         unit},
        {tr("Together"), isInValue ? tr("All of the period, at the prices of its orders and sales.") : tr("All units of the period."),
         unit}};
    if (isInValue)
        columns.push_back({tr("Units"), tr("All units of the period."), ChartUnit::Count});
    else
        columns.push_back({tr("Value"), tr("All units, at the prices of their orders and sales."), ChartUnit::Amount});
    if (hasPast)
        columns.push_back({tr("Sold before"), tr("Of all, what was sold before this database, less what came back."), unit});
    columns.push_back({average, tr("The mean of this and the periods before it; of one that is not over, of those before it."),
                       isInValue ? ChartUnit::Amount : ChartUnit::Ratio});
    return columns;
}

/// `lead` periods at the beginning are there for the mean alone.
ChartSheet sheetOf(DemandOverTime series, const DemandQuestion &asked, size_t lead, bool wasSoldBefore)
{
    std::vector<std::optional<double>> means = meansOf(series.buckets, asked, wasSoldBefore);
    lead = std::max(lead, silentPeriods(series));
    dropPeriods(series, lead);
    means.erase(means.begin(), means.begin() + std::ptrdiff_t(lead));
    DemandQuestion question = asked;
    question.scope.from = series.question.from;
    const QString average = averageName(question.by);
    ChartSheet sheet;
    sheet.currency = series.currency;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    sheet.valueTitle = question.isInValue ? tr("Value ordered, %1").arg(series.currency.code) : tr("Units ordered");
    sheet.pointTitle = periodsTitle(question.by);
    sheet.title = tr("Ordered over time, %1").arg(question.isInValue ? series.currency.code : tr("units"));
    sheet.filter = filterText(question, false);
    sheet.emptySentence = tr("Nothing was ordered in this period. Choose a longer one.");
    sheet.series = {barSeries(tr("Pre-orders"), ChartSeries::Hue::Preorder), barSeries(tr("Backorders"), ChartSeries::Hue::Backorder),
                    barSeries(tr("Served at once"), ChartSeries::Hue::Stock)};
    const bool hasPast =
        std::any_of(series.buckets.begin(), series.buckets.end(), [](const DemandBucket &bucket) { return bucket.past != 0; });
    if (hasPast)
        sheet.series.push_back(barSeries(tr("Sold before"), ChartSeries::Hue::Second));
    sheet.columns = columnsOf(question, hasPast, average);
    for (const DemandBucket &bucket : series.buckets)
        addBucket(sheet, bucket, question, hasPast);
    addAverage(sheet, std::move(means), average);
    return sheet;
}

void addCompared(ChartSheet &sheet, const ComparedDemand &compared, size_t bucket, const DemandQuestion &question)
{
    const QDate start = compared.series.front().buckets[bucket].start;
    ChartPoint point = periodPoint(start, question, BehindQuestion::Lines::Ordered);
    QStringList words{headOf(point, start, question.by)};
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
    DemandQuestion read = question;
    const bool isFromTheBeginning = question.scope.from <= beginning;
    const int lead = isFromTheBeginning ? 0 : averagedPeriods(question.by);
    read.scope.from = isFromTheBeginning ? question.scope.from : periodsBefore(question.scope.from, lead, question.by);
    const auto series = salesOverTime(connection, overTimeQuestion(read), read.scope);
    if (!series)
        return series.error();
    const auto before = wasSoldBefore(connection, *series, read);
    if (!before)
        return before.error();
    return sheetOf(*series, question, size_t(lead), *before);
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
    sheet.columns = {periodColumn(question.by, tr("The first day of the period."))};
    for (size_t i = 0; i < compared.products.size(); ++i) {
        sheet.series.push_back(lineSeries(tr("%1 · %2").arg(compared.products[i].sku, compared.products[i].name), hueOf(i)));
        sheet.series.back().end = compared.products[i].sku;
        sheet.columns.push_back({compared.products[i].sku, compared.products[i].name, sheet.unit});
    }
    for (size_t bucket = 0; bucket < compared.series.front().buckets.size(); ++bucket)
        addCompared(sheet, compared, bucket, question);
    return sheet;
}

} // namespace waitline
