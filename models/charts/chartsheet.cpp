#include "models/charts/chartsheet.h"

#include "models/tables/celltext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waitline {

bool ChartSheet::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), [](const ChartSeries &each) {
        return std::all_of(each.values.begin(), each.values.end(), [&](const std::optional<double> &value) {
            return !value || (each.shape == ChartSeries::Shape::Bar && *value == 0);
        });
    });
}

double ChartSheet::sum(size_t point) const
{
    double sum = 0;
    for (const ChartSeries &each : series) {
        if (each.shape == ChartSeries::Shape::Bar)
            sum += each.values[point].value_or(0);
    }
    return sum;
}

QString columnTitle(const ChartColumn &column, const Currency &currency)
{
    return column.unit == ChartUnit::Amount ? QStringLiteral("%1 (%2)").arg(column.title, currency.code) : column.title;
}

QString chartText(const QVariant &value, ChartUnit unit, const Currency &currency)
{
    if (value.isNull())
        return {};
    switch (unit) {
    case ChartUnit::Text: return value.toString();
    case ChartUnit::Count: return numberText(std::llround(value.toDouble()));
    case ChartUnit::Number: return QString::number(value.toLongLong());
    case ChartUnit::Amount: return moneyText(std::llround(value.toDouble()), currency);
    case ChartUnit::Day: return dayText(value.toDate());
    case ChartUnit::Share: return QStringLiteral("%1 %").arg(QLocale().toString(value.toDouble() * 100, 'f', 1));
    case ChartUnit::Ratio: return QLocale().toString(value.toDouble(), 'f', 2);
    }
    Q_UNREACHABLE();
}

QString neutralText(const QVariant &value, ChartUnit unit, const Currency &currency)
{
    if (value.isNull())
        return {};
    switch (unit) {
    case ChartUnit::Text: return value.toString();
    case ChartUnit::Count: return QString::number(std::llround(value.toDouble()));
    case ChartUnit::Number: return QString::number(value.toLongLong());
    case ChartUnit::Amount: return currency.toDecimal(std::llround(value.toDouble()));
    case ChartUnit::Day: return value.toDate().toString(Qt::ISODate);
    case ChartUnit::Share: return QString::number(value.toDouble(), 'f', 4);
    case ChartUnit::Ratio: return QString::number(value.toDouble(), 'f', 4);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
