#include "ui/charts/demandwords.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace waitline {

namespace {

QString tr(const char *text, int count = -1) { return QCoreApplication::translate("Demand", text, nullptr, count); }

BarSeries preorders() { return {tr("Pre-orders"), &Theme::preorder, Qt::SolidPattern}; }
BarSeries backorders() { return {tr("Backorders"), &Theme::backorder, Qt::BDiagPattern}; }
BarSeries others() { return {tr("Served at once"), &Theme::muted, Qt::Dense6Pattern}; }

double major(Money amount, const Currency &currency) { return double(amount) / std::pow(10.0, currency.exponent); }

bool isWaiting(const DemandBars &bars) { return bars.question.measure == DemandBarsQuestion::Measure::Waiting; }

QString moneyWords(Money amount, const Currency &currency) { return tr("%1 %2").arg(moneyText(amount, currency), currency.code); }

/// "3/1/26 – 3/31/26", or from the beginning.
QString daysText(QDate from, QDate to)
{
    return from > QDate(1970, 1, 1) ? tr("%1 – %2").arg(dayText(from), dayText(to)) : tr("up to %1").arg(dayText(to));
}

QString barWords(const DemandBar &bar, const DemandBars &bars)
{
    const QString numbers = isWaiting(bars) ? tr("%1 units wait: %2 pre-order, %3 backorder, worth %4")
                                            : tr("%1 units ordered: %2 pre-order, %3 backorder. All its orders were worth %4");
    return tr("%1 · %2").arg(bar.sku, bar.name) + u'\n' +
           numbers.arg(numberText(bar.units()), numberText(bar.preorder), numberText(bar.backorder), moneyWords(bar.value, bars.currency));
}

QString bucketName(QDate start, Period by)
{
    const QLocale locale;
    switch (by) {
    case Period::Day:
    case Period::Week: return locale.toString(start, tr("d MMM"));
    case Period::Month: return locale.toString(start, tr("MMM yy"));
    }
    Q_UNREACHABLE();
}

QString bucketTitle(QDate start, Period by)
{
    switch (by) {
    case Period::Day: return QLocale().toString(start, QLocale::LongFormat);
    case Period::Week: return tr("Week of %1").arg(dayText(start));
    case Period::Month: return QLocale().toString(start, QStringLiteral("MMMM yyyy"));
    }
    Q_UNREACHABLE();
}

QString periodTitle(Period by)
{
    switch (by) {
    case Period::Day: return tr("by day");
    case Period::Week: return tr("by week");
    case Period::Month: return tr("by month");
    }
    Q_UNREACHABLE();
}

} // namespace

BarChartData chartOf(const DemandBars &bars, DemandMeasure measure)
{
    const bool isValue = measure == DemandMeasure::InValue;
    BarChartData data;
    data.series = isValue ? std::vector<BarSeries>{{tr("Value, %1").arg(bars.currency.code), &Theme::accent, Qt::SolidPattern}}
                          : std::vector<BarSeries>{preorders(), backorders()};
    for (const DemandBar &bar : bars.bars) {
        Bar drawn{bar.name, barWords(bar, bars), {}, {}, {}};
        if (isValue) {
            drawn.parts = {major(bar.value, bars.currency)};
            drawn.total = moneyText(bar.value, bars.currency);
        } else {
            drawn.parts = {double(bar.preorder), double(bar.backorder)};
            drawn.texts = {numberText(bar.preorder), numberText(bar.backorder)};
            drawn.total = numberText(bar.units());
        }
        data.bars.push_back(std::move(drawn));
    }
    return data;
}

ChartHeading headingOf(const DemandBars &bars, DemandMeasure measure, QDate today)
{
    const QString unit = measure == DemandMeasure::InValue ? bars.currency.code : tr("units");
    ChartHeading heading;
    heading.title = (isWaiting(bars) ? tr("Waiting now by product, %1") : tr("Pre-orders and backorders placed by product, %1")).arg(unit);
    QString when = isWaiting(bars) ? tr("On %1").arg(dayText(today)) : daysText(bars.question.from, bars.question.to);
    if (bars.restProducts > 0) {
        const QString rest = measure == DemandMeasure::InValue ? moneyWords(bars.rest.value, bars.currency)
                                                               : tr("%1 units").arg(numberText(bars.rest.units()));
        heading.subtitle =
            tr("%1. The first %2 products; %3 more together: %4.").arg(when).arg(bars.bars.size()).arg(numberText(bars.restProducts), rest);
    } else {
        heading.subtitle = tr("%1. All products with such orders.").arg(when);
    }
    return heading;
}

QList<QStringList> rowsOf(const DemandBars &bars)
{
    QList<QStringList> rows{
        {tr("SKU"), tr("Product"), tr("Pre-order units"), tr("Backorder units"), tr("Units"), tr("Value, %1").arg(bars.currency.code)}};
    const auto add = [&](const DemandBar &bar, const QString &name) {
        rows += QStringList{bar.sku,
                            name,
                            QString::number(bar.preorder),
                            QString::number(bar.backorder),
                            QString::number(bar.units()),
                            bars.currency.toDecimal(bar.value)};
    };
    for (const DemandBar &bar : bars.bars)
        add(bar, bar.name);
    if (bars.restProducts > 0)
        add(bars.rest, tr("%1 more products").arg(bars.restProducts));
    return rows;
}

BarChartData chartOf(const DemandOverTime &series)
{
    BarChartData data{{preorders(), backorders(), others()}, {}};
    for (const DemandBucket &bucket : series.buckets) {
        const QString words =
            tr("%1 units ordered: %2 pre-order, %3 backorder, %4 served at once")
                .arg(numberText(bucket.units()), numberText(bucket.preorder), numberText(bucket.backorder), numberText(bucket.other));
        data.bars.push_back({bucketName(bucket.start, series.question.by),
                             bucketTitle(bucket.start, series.question.by) + u'\n' + words,
                             {numberText(bucket.preorder), numberText(bucket.backorder), numberText(bucket.other)},
                             bucket.units() > 0 ? numberText(bucket.units()) : QString(),
                             {double(bucket.preorder), double(bucket.backorder), double(bucket.other)}});
    }
    return data;
}

ChartHeading headingOf(const DemandOverTime &series, const QString &product, QDate today)
{
    const QString subject = product.isEmpty() ? tr("all products") : product;
    return {tr("Ordered %1, units: %2").arg(periodTitle(series.question.by), subject),
            tr("%1. Seen on %2.").arg(daysText(series.question.from, series.question.to), dayText(today))};
}

QList<QStringList> rowsOf(const DemandOverTime &series)
{
    QList<QStringList> rows{{tr("From"), tr("Pre-order units"), tr("Backorder units"), tr("Units served at once"), tr("Units"),
                             tr("Value, %1").arg(series.currency.code)}};
    for (const DemandBucket &bucket : series.buckets) {
        rows += QStringList{bucket.start.toString(Qt::ISODate), QString::number(bucket.preorder), QString::number(bucket.backorder),
                            QString::number(bucket.other),      QString::number(bucket.units()),  series.currency.toDecimal(bucket.value)};
    }
    return rows;
}

} // namespace waitline
