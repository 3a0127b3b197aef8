#include "models/charts/forecastsheet.h"

#include "models/charts/periods.h"
#include "models/services/productionrisk.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waitline {

using namespace forecasting;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ForecastSheet", text); }

/// A year of weeks or five of months is enough to see what is repeated.
constexpr size_t mostPast = 60;

enum Place { Past, Expected, Inner, Outer };

QString periodText(QDate start, Grid by)
{
    return by == Grid::Week ? tr("Week from %1").arg(dayText(start)) : QLocale().toString(start, QStringLiteral("MMMM yyyy"));
}

QString pointName(QDate start, Grid by) { return by == Grid::Week ? dayText(start) : QLocale().toString(start, QStringLiteral("MMM yy")); }

/// Whole units from 10 on, one decimal below.
QString spoken(double units)
{
    constexpr double large = 10;
    return QLocale().toString(units, 'f', units < large && units != std::floor(units) ? 1 : 0);
}

void addPoint(ChartSheet &sheet, QDate start, Grid by, const QString &words)
{
    ChartPoint point;
    point.name = pointName(start, by);
    point.words = periodText(start, by) + u'\n' + words;
    sheet.points.push_back(std::move(point));
    for (ChartSeries &series : sheet.series) {
        series.values.emplace_back();
        if (series.shape == ChartSeries::Shape::Band)
            series.upper.emplace_back();
    }
}

void addPast(ChartSheet &sheet, const ProductForecast &forecast)
{
    const std::vector<double> &past = forecast.history.series.values;
    const std::vector<size_t> exceptions = exceptionsOf(forecast);
    for (size_t at = past.size() - std::min(past.size(), mostPast); at < past.size(); ++at) {
        const QDate start = forecast.startOfHistory(at);
        const bool isKnown = !isMissing(past[at]);
        const bool isException = std::find(exceptions.begin(), exceptions.end(), at) != exceptions.end();
        addPoint(sheet, start, forecast.by,
                 isException ? tr("%1 asked for: taken for an exception").arg(spoken(past[at]))
                 : isKnown   ? tr("%1 asked for").arg(spoken(past[at]))
                             : tr("Not to be had, and not asked for"));
        if (isKnown)
            sheet.series[Past].values.back() = past[at];
        sheet.rows.push_back(
            {start, isKnown ? QVariant(past[at]) : QVariant(), QVariant(), QVariant(), QVariant(), QVariant(), QVariant()});
    }
}

void addExpected(ChartSheet &sheet, const ProductForecast &forecast, const Forecast &shown)
{
    for (size_t step = 0; step < shown.periods.size(); ++step) {
        const QDate start = forecast.startOfForecast(step);
        const Outlook &outlook = shown.periods[step];
        const Bands bands = bandsOf(outlook);
        const bool isRunning = step == 0;
        const QString soFar = isRunning ? tr("%1 asked for so far").arg(spoken(forecast.soFar)) + u'\n' : QString();
        addPoint(sheet, start, forecast.by,
                 soFar +
                     tr("%1 expected\n80 %: %2 to %3\n95 %: %4 to %5")
                         .arg(spoken(outlook.mean), spoken(bands.low80), spoken(bands.high80), spoken(bands.low95), spoken(bands.high95)));
        sheet.points.back().isUnfinished = isRunning;
        if (isRunning)
            sheet.series[Past].values.back() = forecast.soFar;
        sheet.series[Expected].values.back() = outlook.mean;
        sheet.series[Inner].values.back() = bands.low80;
        sheet.series[Inner].upper.back() = bands.high80;
        sheet.series[Outer].values.back() = bands.low95;
        sheet.series[Outer].upper.back() = bands.high95;
        sheet.rows.push_back(
            {start, isRunning ? QVariant(forecast.soFar) : QVariant(), outlook.mean, bands.low80, bands.high80, bands.low95, bands.high95});
    }
}

} // namespace

ChartSheet forecastSheet(const ProductForecast &forecast, const Forecast &shown)
{
    const bool isWeekly = forecast.by == Grid::Week;
    ChartSheet sheet;
    const QString product = forecast.name.isEmpty() ? forecast.sku : tr("%1 (%2)").arg(forecast.name, forecast.sku);
    sheet.title =
        isWeekly ? tr("%1: demand and forecast, units a week").arg(product) : tr("%1: demand and forecast, units a month").arg(product);
    sheet.filter = qualityOf(forecast);
    sheet.pointTitle = isWeekly ? tr("Week from") : tr("Month");
    sheet.valueTitle = isWeekly ? tr("Units a week") : tr("Units a month");
    sheet.emptySentence = tr("Nothing was asked for of this product so far.");
    sheet.unit = ChartUnit::Count;
    using Hue = ChartSeries::Hue;
    using Shape = ChartSeries::Shape;
    sheet.series = {{tr("Asked for"), Hue::First, Shape::Line, {}, {}},
                    {tr("Expected"), Hue::Second, Shape::Dashed, {}, {}},
                    {tr("80 %"), Hue::Second, Shape::Band, {}, {}},
                    {tr("95 %"), Hue::Second, Shape::Band, {}, {}}};
    sheet.columns = {periodColumn(isWeekly ? Period::Week : Period::Month, tr("The first day of the period.")),
                     {tr("Asked for"), tr("Units asked for on their day, whether to be had or not; of the running period, those so far."),
                      ChartUnit::Count},
                     {tr("Expected"), tr("Units expected."), ChartUnit::Ratio},
                     {tr("80 % from"), tr("Demand is not lower than this with 90 %."), ChartUnit::Ratio},
                     {tr("80 % to"), tr("Demand is not higher than this with 90 %."), ChartUnit::Ratio},
                     {tr("95 % from"), tr("Demand is not lower than this with 97.5 %."), ChartUnit::Ratio, true},
                     {tr("95 % to"), tr("Demand is not higher than this with 97.5 %."), ChartUnit::Ratio, true}};
    addPast(sheet, forecast);
    sheet.marks = {todayAt(double(sheet.points.size()) + forecast.shareGone)}; // within the period that is running
    addExpected(sheet, forecast, shown);
    return sheet;
}

Result<ChartSheet> forecastSheet(Connection &connection, const DemandQuestion &question)
{
    if (question.scope.products.empty()) {
        ChartSheet sheet;
        sheet.title = tr("Demand and forecast");
        sheet.emptySentence = tr("Choose a product to see what is expected of it, with the field “Product”.");
        return sheet;
    }
    const ForecastQuestion asked{question.scope.products.front(),
                                 {},
                                 question.by == Period::Month ? Grid::Month : Grid::Week,
                                 std::nullopt};
    const auto forecast = productForecast(connection, asked, question.today);
    if (!forecast)
        return forecast.error();
    ChartSheet sheet = forecastSheet(*forecast, forecast->forecast);
    if (question.scope.products.size() > 1)
        sheet.filter = tr("The first of the products chosen · %1").arg(sheet.filter);
    return sheet;
}

ChartSheet profitSheet(const StoredSuggestion &suggestion, const Currency &currency)
{
    const ProductionRisk risk = productionRiskOf(suggestion);
    ChartSheet sheet;
    sheet.title = tr("%1: what a run is expected to earn, %2").arg(suggestion.sku, currency.code);
    sheet.pointTitle = tr("Units made in all");
    sheet.valueTitle = tr("Expected profit, %1").arg(currency.code);
    sheet.emptySentence = tr("Nothing is known of its demand yet.");
    sheet.unit = ChartUnit::Amount;
    sheet.currency = currency;
    sheet.series = {{tr("Expected profit"), ChartSeries::Hue::First, ChartSeries::Shape::Line, {}, {}}};
    sheet.columns = {{tr("Units"), tr("Units made in all."), ChartUnit::Count},
                     {tr("Expected profit"), tr("What is sold earns its margin, what stays loses its cost."), ChartUnit::Amount},
                     {tr("Some stay"), tr("The probability that not all of them are sold."), ChartUnit::Share},
                     {tr("Some are short"), tr("The probability that more are asked for."), ChartUnit::Share}};
    for (const RunOutcome &run : risk.runs) {
        ChartPoint point;
        point.name = numberText(run.units);
        point.words = tr("%1 units made\n%2 %3 expected profit\n%4 %: some stay\n%5 %: some are short")
                          .arg(numberText(run.units), moneyText(run.profit, currency), currency.code,
                               QLocale().toString(100 * run.stay, 'f', 0), QLocale().toString(100 * (1 - run.stay), 'f', 0));
        sheet.points.push_back(std::move(point));
        sheet.series[0].values.emplace_back(double(run.profit));
        sheet.rows.push_back({run.units, run.profit, run.stay, 1 - run.stay});
    }
    if (!risk.runs.empty()) {
        // Points stand in the middle of their places.
        sheet.marks.push_back({risk.placeOfSuggested + 0.5, tr("suggested: %1").arg(numberText(suggestion.orderUpTo))});
    }
    return sheet;
}

} // namespace waitline
