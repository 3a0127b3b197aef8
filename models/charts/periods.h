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
/// Says a point in words, and what stands behind it.
void say(ChartPoint &point, const QString &words);

} // namespace waitline
