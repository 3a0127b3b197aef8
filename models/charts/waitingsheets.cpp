#include "models/charts/demandsheets.h"
#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/queueddemand.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

constexpr qint64 mostDaysByDay = 92; // longer courses are drawn by weeks
constexpr qint64 longestCourse = 364;

QString tr(const char *text) { return QCoreApplication::translate("WaitingSheets", text); }

QString ageName(const WaitingAge &age)
{
    switch (age.fromDays) {
    case 0: return tr("Under 1 week");
    case 7: return tr("1 to 2 weeks");
    case 14: return tr("2 to 4 weeks");
    case 28: return tr("1 to 3 months");
    case 91: return tr("3 to 6 months");
    case 182: return tr("6 to 12 months");
    default: return tr("Over a year");
    }
}

ChartPoint agePoint(const WaitingAge &age, const DemandQuestion &question, const Currency &currency)
{
    ChartPoint point;
    point.name = ageName(age);
    point.label = question.isInValue ? (age.waiting.value > 0 ? moneyText(age.waiting.value, currency) : QString())
                                     : (age.waiting.units() > 0 ? numberText(age.waiting.units()) : QString());
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Waiting;
    behind.scope = question.scope;
    behind.scope.to = age.fromDays == 0 ? QDate() : question.today.addDays(-age.fromDays);
    behind.scope.from = age.toDays ? question.today.addDays(-*age.toDays) : QDate();
    point.behind = behind;
    say(point, tr("Waiting for: %1").arg(point.name.toLower()) + u'\n' +
                   tr("%1 in %2: %3 pre-order, %4 backorder, worth %5")
                       .arg(countedUnits(age.waiting.units()), countedLines(age.waiting.lines), numberText(age.waiting.preorder),
                            numberText(age.waiting.backorder), amountWithCode(age.waiting.value, currency)));
    return point;
}

std::vector<ChartColumn> ageColumns(bool isInValue)
{
    const ChartColumn age{tr("Waiting for"), tr("Time since the order was placed."), ChartUnit::Text};
    const ChartColumn lines{tr("Lines"), tr("Waiting lines."), ChartUnit::Count};
    if (isInValue)
        return {age,
                {tr("Pre-order"), tr("Waiting pre-orders at their prices."), ChartUnit::Amount},
                {tr("Backorder"), tr("Other waiting lines at their prices."), ChartUnit::Amount},
                {tr("Together"), tr("All that waits, at the orders' prices."), ChartUnit::Amount},
                lines,
                {tr("Units"), tr("All waiting units."), ChartUnit::Count}};
    return {age,
            {tr("Pre-order"), tr("Waiting units of pre-orders."), ChartUnit::Count},
            {tr("Backorder"), tr("Waiting units of other lines."), ChartUnit::Count},
            {tr("Together"), tr("All waiting units."), ChartUnit::Count},
            lines,
            {tr("Value"), tr("Their value at the orders' prices."), ChartUnit::Amount}};
}

void addAge(ChartSheet &sheet, const WaitingAge &age, const DemandQuestion &question)
{
    const QueuedDay &waiting = age.waiting;
    sheet.points.push_back(agePoint(age, question, sheet.currency));
    const qint64 preorder = question.isInValue ? waiting.preorderValue : waiting.preorder;
    const qint64 backorder = question.isInValue ? waiting.backorderValue() : waiting.backorder;
    sheet.rows.push_back(
        {ageName(age), preorder, backorder, preorder + backorder, waiting.lines, question.isInValue ? waiting.units() : waiting.value});
    sheet.series[0].values.emplace_back(double(preorder));
    sheet.series[1].values.emplace_back(double(backorder));
}

/// "Brass lamp (3/1/26)".
QString launchName(const Launch &launch) { return tr("%1 (%2)").arg(launch.product.name, dayText(launch.release)); }

/// What was booked so many days before the release or earlier; none before the first booking and after today.
std::optional<double> bookedAt(const Launch &launch, qint64 daysToRelease, QDate today)
{
    const bool isToCome = launch.release.addDays(-daysToRelease) > today;
    if (launch.bookings.empty() || isToCome || toDayNumber(launch.release) - launch.bookings.front().day < daysToRelease)
        return std::nullopt;
    return double(launch.bookedUntil(daysToRelease));
}

/// The pre-orders of a launch up to so many days before its release.
BehindQuestion bookedBehind(const Launch &launch, qint64 daysToRelease, QDate today)
{
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Preordered;
    behind.scope.products = {launch.product.product};
    if (daysToRelease > 0)
        behind.scope.to = std::min(launch.release.addDays(-daysToRelease), today);
    return behind;
}

qint64 longestOf(const std::vector<Launch> &launches)
{
    qint64 longest = 0;
    for (const Launch &launch : launches) {
        if (!launch.bookings.empty())
            longest = std::max(longest, toDayNumber(launch.release) - launch.bookings.front().day);
    }
    return std::min(longest, longestCourse);
}

void addDay(ChartSheet &sheet, const std::vector<Launch> &launches, qint64 daysToRelease, const DemandQuestion &question)
{
    ChartPoint point;
    point.name = numberText(daysToRelease);
    QStringList words{daysToRelease == 0 ? tr("On the day of release") : tr("%1 to the release").arg(countedDays(daysToRelease))};
    QVariantList row{daysToRelease};
    for (size_t i = 0; i < launches.size(); ++i) {
        const auto booked = bookedAt(launches[i], daysToRelease, question.today);
        sheet.series[i].values.push_back(booked);
        row += booked ? QVariant(qint64(*booked)) : QVariant();
        auto &behind = point.behindLines.emplace_back();
        if (!booked)
            continue;
        const QString units = tr("%1: %2").arg(launchName(launches[i]), countedUnits(qint64(*booked)));
        behind.emplace(bookedBehind(launches[i], daysToRelease, question.today));
        behind->title = words.front() + u'\n' + units;
        words += units;
    }
    point.words = words.join(u'\n');
    sheet.points.push_back(point);
    sheet.rows.push_back(row);
}

} // namespace

Result<ChartSheet> waitingAgeSheet(Connection &connection, const DemandQuestion &question)
{
    const auto found = waitingAges(connection, question.scope, question.today);
    if (!found)
        return found.error();
    ChartSheet sheet;
    sheet.currency = found->currency;
    sheet.unit = question.isInValue ? ChartUnit::Amount : ChartUnit::Count;
    const QString unit = question.isInValue ? sheet.currency.code : tr("units");
    sheet.title = tr("How long what waits has waited, %1").arg(unit);
    sheet.filter = filterText(question, true);
    sheet.pointTitle = tr("Since the order was placed");
    sheet.valueTitle = question.isInValue ? tr("Waiting value, %1").arg(sheet.currency.code) : tr("Waiting units");
    sheet.emptySentence = tr("Nobody waits here: every order is served.");
    sheet.series = {barSeries(tr("Pre-orders"), ChartSeries::Hue::Preorder), barSeries(tr("Backorders"), ChartSeries::Hue::Backorder)};
    sheet.columns = ageColumns(question.isInValue);
    for (const WaitingAge &each : found->ages)
        addAge(sheet, each, question);
    return sheet;
}

Result<ChartSheet> bookingsSheet(Connection &connection, const DemandQuestion &question)
{
    const auto launches = launchesToCompare(connection, question.scope, question.today);
    if (!launches)
        return launches.error();
    ChartSheet sheet;
    sheet.title = tr("Pre-orders against days to release, units together");
    sheet.filter = filterText(question, true);
    sheet.pointTitle = tr("Days to release");
    sheet.valueTitle = tr("Units pre-ordered");
    sheet.emptySentence = tr("No product with a release date was pre-ordered here.");
    sheet.columns = {{tr("Days to release"), tr("Days from then to the release; 0 is the day itself."), ChartUnit::Count}};
    if (launches->empty())
        return sheet;
    for (size_t i = 0; i < launches->size(); ++i) {
        const Launch &launch = (*launches)[i];
        sheet.series.push_back(lineSeries(tr("%1 · %2").arg(launch.product.sku, launchName(launch)), hueOf(i)));
        sheet.series.back().end = launch.product.sku;
        sheet.columns.push_back({launch.product.sku, launchName(launch), ChartUnit::Count});
    }
    const qint64 longest = longestOf(*launches);
    const qint64 step = longest <= mostDaysByDay ? 1 : 7;
    for (qint64 days = (longest + step - 1) / step * step; days >= 0; days -= step)
        addDay(sheet, *launches, days, question);
    return sheet;
}

} // namespace waitline
