#pragma once

#include "models/charts/demandquestion.h"

namespace waitline {

// What charts over time have in common.

/// The question's days by its periods, of one product or all.
[[nodiscard]] DemandOverTimeQuestion overTimeQuestion(const DemandQuestion &question);
/// How many periods at the beginning are before anything was sold: left out where all days are asked for.
[[nodiscard]] size_t silentPeriods(const DemandOverTime &series);
void dropPeriods(DemandOverTime &series, size_t count);
/// A period on the axis, and the lines of its days within the question behind it. Its words are yet to come.
[[nodiscard]] ChartPoint periodPoint(QDate start, const DemandQuestion &question, BehindQuestion::Lines lines);
/// The period in words, with "so far" where it is not over.
[[nodiscard]] QString headOf(const ChartPoint &point, QDate start, Period by);
/// The same question from the first day of its first period on, so that no period is cut off at its beginning. Questions from
/// the beginning stay as they are.
[[nodiscard]] DemandQuestion fromWholePeriod(const DemandQuestion &question);
/// The table's column of the periods; a row holds the first day of its own.
[[nodiscard]] ChartColumn periodColumn(Period by, const QString &meaning);
[[nodiscard]] ChartMark todayAt(double at);
/// Marks today where a period holds it. The periods' first days stand in the table's first column.
void markToday(ChartSheet &sheet, Period by, QDate today);
/// Days that charts are asked for up to today, the same ones in every chart.
enum class Span { FourWeeks, ThreeMonths, TwelveMonths, All };
/// So many whole weeks or months, and the one that is not over, so that no period is cut off at its beginning: four weeks begin
/// on a Monday, months on their first day. All begins where days are counted from.
[[nodiscard]] QDate firstDayOf(Span span, QDate today);
/// The first day of the period that is so many before the one that begins then.
[[nodiscard]] QDate periodsBefore(QDate start, int count, Period by);
/// Says a point in words, and what stands behind it.
void say(ChartPoint &point, const QString &words);

} // namespace waitline
