#include "models/charts/periods.h"

#include "models/charts/sheetwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

const QDate fromTheBeginning(1970, 1, 1);

}

DemandOverTimeQuestion overTimeQuestion(const DemandQuestion &question)
{
    DemandOverTimeQuestion asked;
    asked.product = question.scope.products.size() == 1 ? question.scope.products.front() : ProductId{};
    asked.from = question.scope.from;
    asked.to = question.scope.to;
    asked.by = question.by;
    return asked;
}

size_t silentPeriods(const DemandOverTime &series)
{
    if (series.question.from > fromTheBeginning)
        return 0;
    const auto first =
        std::find_if(series.buckets.begin(), series.buckets.end(), [](const DemandBucket &bucket) { return bucket.units() != 0; });
    return size_t(first - series.buckets.begin());
}

void dropPeriods(DemandOverTime &series, size_t count)
{
    series.buckets.erase(series.buckets.begin(), series.buckets.begin() + std::ptrdiff_t(count));
    if (!series.buckets.empty())
        series.question.from = std::max(series.question.from, series.buckets.front().start);
}

ChartPoint periodPoint(QDate start, const DemandQuestion &question, BehindQuestion::Lines lines)
{
    ChartPoint point;
    constexpr int daysAYear = 366;
    point.name = periodName(start, question.by, question.scope.from.daysTo(question.scope.to) > daysAYear);
    BehindQuestion behind;
    behind.lines = lines;
    behind.scope = question.scope;
    behind.scope.from = std::max(start, question.scope.from);
    behind.scope.to = std::min(lastDayOf(start, question.by), question.scope.to);
    point.behind = behind;
    const QDate last = lastDayOf(start, question.by);
    point.isUnfinished = last >= question.today || last > question.scope.to;
    return point;
}

QString headOf(const ChartPoint &point, QDate start, Period by)
{
    const QString title = periodTitle(start, by);
    return point.isUnfinished ? QCoreApplication::translate("ChartWords", "%1, so far").arg(title) : title;
}

DemandQuestion fromWholePeriod(const DemandQuestion &question)
{
    DemandQuestion whole = question;
    if (question.scope.from > fromTheBeginning)
        whole.scope.from = startOfPeriod(question.scope.from, question.by);
    return whole;
}

ChartColumn periodColumn(Period by, const QString &meaning)
{
    switch (by) {
    case Period::Day: return {QCoreApplication::translate("ChartWords", "Day"), meaning, ChartUnit::Day};
    case Period::Week: return {QCoreApplication::translate("ChartWords", "Week"), meaning, ChartUnit::Week};
    case Period::Month: return {QCoreApplication::translate("ChartWords", "Month"), meaning, ChartUnit::Month};
    }
    Q_UNREACHABLE();
}

ChartMark todayAt(double at) { return {at, QCoreApplication::translate("ChartWords", "today")}; }

void markToday(ChartSheet &sheet, Period by, QDate today)
{
    constexpr double middleOfDay = .5;
    for (size_t point = 0; point < sheet.points.size(); ++point) {
        const QDate start = startOfPeriod(sheet.rows[point].front().toDate(), by);
        const QDate last = lastDayOf(start, by);
        if (today < start || today > last)
            continue;
        sheet.marks.push_back(todayAt(double(point) + (double(start.daysTo(today)) + middleOfDay) / double(start.daysTo(last) + 1)));
    }
}

QDate firstDayOf(Span span, QDate today)
{
    switch (span) {
    case Span::FourWeeks: return periodsBefore(startOfPeriod(today, Period::Week), 4, Period::Week);
    case Span::ThreeMonths: return periodsBefore(startOfPeriod(today, Period::Month), 3, Period::Month);
    case Span::TwelveMonths: return periodsBefore(startOfPeriod(today, Period::Month), 12, Period::Month);
    case Span::All: return fromTheBeginning;
    }
    Q_UNREACHABLE();
}

QDate periodsBefore(QDate start, int count, Period by)
{
    switch (by) {
    case Period::Day: return start.addDays(-count);
    case Period::Week: return start.addDays(-7 * count);
    case Period::Month: return start.addMonths(-count);
    }
    Q_UNREACHABLE();
}

void say(ChartPoint &point, const QString &words)
{
    point.words = words;
    if (point.behind)
        point.behind->title = words;
}

} // namespace waitline
