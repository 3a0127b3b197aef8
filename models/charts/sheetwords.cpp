#include "models/charts/sheetwords.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ChartWords", text); }

const QDate beginning(1970, 1, 1); // days are counted from it

} // namespace

QString daysText(QDate from, QDate to)
{
    return from > beginning ? tr("%1 – %2").arg(dayText(from), dayText(to)) : tr("up to %1").arg(dayText(to));
}

QString filterText(const DemandQuestion &question, bool isOfToday)
{
    const QString when = isOfToday ? tr("On %1").arg(dayText(question.today)) : daysText(question.scope.from, question.scope.to);
    return question.scopeText.isEmpty() ? when : tr("%1 · %2").arg(question.scopeText, when);
}

QString periodName(QDate start, Period by, bool withYear)
{
    switch (by) {
    case Period::Day:
    case Period::Week: return QLocale().toString(start, withYear ? tr("d MMM yy") : tr("d MMM"));
    case Period::Month: return QLocale().toString(start, tr("MMM yy"));
    }
    Q_UNREACHABLE();
}

QString periodTitle(QDate start, Period by)
{
    switch (by) {
    case Period::Day: return QLocale().toString(start, QLocale::LongFormat);
    case Period::Week: return tr("Week of %1").arg(dayText(start));
    case Period::Month: return QLocale().toString(start, QStringLiteral("MMMM yyyy"));
    }
    Q_UNREACHABLE();
}

QString periodsTitle(Period by)
{
    switch (by) {
    case Period::Day: return tr("Day");
    case Period::Week: return tr("Week from Monday");
    case Period::Month: return tr("Month");
    }
    Q_UNREACHABLE();
}

QDate lastDayOf(QDate start, Period by)
{
    switch (by) {
    case Period::Day: return start;
    case Period::Week: return start.addDays(6);
    case Period::Month: return start.addMonths(1).addDays(-1);
    }
    Q_UNREACHABLE();
}

QString shareText(double share) { return chartText(share, ChartUnit::Share, {}); }

QString changeText(double share) { return share > 0 ? QStringLiteral("+") + shareText(share) : shareText(share); }

QString countedUnits(qint64 units) { return units == 1 ? tr("1 unit") : tr("%1 units").arg(numberText(units)); }

QString countedLines(qint64 lines) { return lines == 1 ? tr("1 line") : tr("%1 lines").arg(numberText(lines)); }

QString countedWishes(qint64 wishes) { return wishes == 1 ? tr("1 wish refused") : tr("%1 wishes refused").arg(numberText(wishes)); }

QString countedProducts(qint64 products) { return products == 1 ? tr("1 product") : tr("%1 products").arg(numberText(products)); }

QString moreProducts(qint64 products) { return products == 1 ? tr("1 more product") : tr("%1 more products").arg(numberText(products)); }

QString countedOrders(qint64 orders) { return orders == 1 ? tr("1 order") : tr("%1 orders").arg(numberText(orders)); }

QString countedDays(qint64 days) { return days == 1 ? tr("1 day") : tr("%1 days").arg(numberText(days)); }

QString amountWithCode(Money amount, const Currency &currency) { return tr("%1 %2").arg(moneyText(amount, currency), currency.code); }

ChartSeries barSeries(const QString &name, ChartSeries::Hue hue) { return {name, hue, ChartSeries::Shape::Bar, {}, {}}; }

ChartSeries lineSeries(const QString &name, ChartSeries::Hue hue) { return {name, hue, ChartSeries::Shape::Line, {}, {}}; }

ChartSeries::Hue hueOf(size_t number)
{
    using Hue = ChartSeries::Hue;
    constexpr Hue hues[] = {Hue::First, Hue::Second, Hue::Third, Hue::Fourth, Hue::Fifth, Hue::Sixth};
    return hues[number % std::size(hues)];
}

} // namespace waitline
