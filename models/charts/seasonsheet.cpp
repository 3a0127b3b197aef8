#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/monthlysales.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

constexpr int monthsAYear = 12;

QString tr(const char *text) { return QCoreApplication::translate("SeasonSheet", text); }

QString ratio(double value) { return chartText(value, ChartUnit::Ratio, {}); }

QString nameOf(const SeasonOf &season) { return season.product.product.isValid() ? season.product.name : tr("All together"); }

QString rowName(const SeasonOf &season)
{
    return nameOf(season) + u'\n' + (season.months.empty() ? tr("not enough history") : tr("strength %1").arg(ratio(season.strength)));
}

/// The last such month that is over.
QDate lastTime(int month, QDate today)
{
    const QDate thisYear(today.year(), month, 1);
    return thisYear.addMonths(1) <= QDate(today.year(), today.month(), 1) ? thisYear : thisYear.addYears(-1);
}

void addCell(ChartSheet &sheet, const SeasonOf &season, int month, const DemandQuestion &question)
{
    const QString monthName = QLocale().standaloneMonthName(month);
    ChartPoint point;
    point.name = monthName;
    point.product = season.product.product.value;
    QString words = rowName(season).replace(u'\n', QStringLiteral(": ")) + u'\n';
    QVariantList row{nameOf(season), monthName};
    if (season.months.empty()) {
        point.label = QStringLiteral("–");
        words += tr("%1 of %2 months are known: a season shows after two full years.")
                     .arg(numberText(season.monthsKnown), numberText(SeasonOf::fewestMonths));
        sheet.series[0].values.emplace_back(std::nullopt);
        row += QVariantList{QVariant(), QVariant(), QVariant(), season.monthsKnown, tr("not enough history")};
    } else {
        const SeasonOf::Month &index = season.months[size_t(month - 1)];
        point.label = ratio(index.index);
        point.heat = std::clamp(index.index - 1, -1.0, 1.0);
        const bool isOfOneYear = index.standardError <= 0; // which says nothing of how years differ
        words += isOfOneYear ? tr("%1: %2 of a mean month, in the one year that is known").arg(monthName, ratio(index.index))
                             : tr("%1: %2 of a mean month, give or take %3").arg(monthName, ratio(index.index), ratio(index.standardError));
        sheet.series[0].values.emplace_back(index.index);
        row += QVariantList{index.index, isOfOneYear ? QVariant() : QVariant(index.standardError), season.strength, season.monthsKnown,
                            QString()};
    }
    const QDate start = lastTime(month, question.today);
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Ordered;
    behind.scope = question.scope;
    if (season.product.product.isValid())
        behind.scope.products = {season.product.product};
    behind.scope.from = start;
    behind.scope.to = start.addMonths(1).addDays(-1);
    point.behind = behind;
    say(point, words);
    sheet.points.push_back(point);
    sheet.rows.push_back(row);
}

} // namespace

Result<ChartSheet> seasonSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = seasons(connection, question.scope, question.top, question.today);
    if (!found)
        return found.error();
    ChartSheet sheet;
    sheet.layout = ChartSheet::Layout::Grid;
    sheet.unit = ChartUnit::Ratio;
    sheet.title = tr("Season: units of a month ÷ units of a mean month");
    sheet.filter = filterText(question, true) + tr(" · all months that are over");
    sheet.pointTitle = tr("Month");
    sheet.valueTitle = tr("Index, 1 is a mean month");
    sheet.emptySentence = tr("There is not enough history: a season shows after two full years of sales.");
    sheet.series = {barSeries(tr("Index"), ChartSeries::Hue::First)};
    for (int month = 1; month <= monthsAYear; ++month)
        sheet.gridColumns += QLocale().standaloneMonthName(month, QLocale::ShortFormat);
    sheet.columns = {{tr("Product"), tr("The product, or all together."), ChartUnit::Text},
                     {tr("Month"), tr("The month of the year."), ChartUnit::Text},
                     {tr("Index"), tr("Its units ÷ those of a mean month: the ratio to the centred moving average of 12 months."),
                      ChartUnit::Ratio},
                     {tr("± error"), tr("The index' standard error over the years; none where one year alone is known."), ChartUnit::Ratio},
                     {tr("Strength"), tr("How much of what changes within the year is season: from 0, none, to 1, all (F_S by STL)."),
                      ChartUnit::Ratio},
                     {tr("Months"), tr("Months that are known; two full years are needed."), ChartUnit::Count, true},
                     {tr("Note"), tr("Why there is no index."), ChartUnit::Text, true}};
    for (const SeasonOf &season : *found) {
        sheet.gridRows += rowName(season);
        for (int month = 1; month <= monthsAYear; ++month)
            addCell(sheet, season, month, question);
    }
    return sheet;
}

} // namespace waitline
