#include "models/charts/chartsheet.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>
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

std::vector<ChartMark> namesAbove(const ChartSheet &sheet)
{
    constexpr double middle = .5;
    std::vector<ChartMark> names;
    for (size_t point = 0; point < sheet.points.size(); ++point) {
        if (sheet.points[point].isUnfinished)
            names.push_back({double(point) + middle, QCoreApplication::translate("ChartWords", "so far")});
    }
    for (const ChartMark &mark : sheet.marks) {
        // One name for both, where the mark is in what is not over.
        const double point = std::max(0.0, std::ceil(mark.at) - 1);
        const auto over = std::find_if(names.begin(), names.end(), [&](const ChartMark &each) { return each.at == point + middle; });
        if (over == names.end())
            names.push_back(mark);
        else
            over->name = QCoreApplication::translate("ChartWords", "%1, %2").arg(mark.name, over->name);
    }
    std::stable_sort(names.begin(), names.end(), [](const ChartMark &a, const ChartMark &b) { return a.at < b.at; });
    return names;
}

bool isOfDays(ChartUnit unit) { return unit == ChartUnit::Day || unit == ChartUnit::Week || unit == ChartUnit::Month; }

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
    case ChartUnit::Week: return QCoreApplication::translate("ChartWords", "Week of %1").arg(dayText(value.toDate()));
    case ChartUnit::Month: return QLocale().toString(value.toDate(), QStringLiteral("MMM yyyy"));
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
    case ChartUnit::Day:
    case ChartUnit::Week: return value.toDate().toString(Qt::ISODate);
    case ChartUnit::Month: return value.toDate().toString(QStringLiteral("yyyy-MM"));
    case ChartUnit::Share: return QString::number(value.toDouble(), 'f', 4);
    case ChartUnit::Ratio: return QString::number(value.toDouble(), 'f', 4);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
