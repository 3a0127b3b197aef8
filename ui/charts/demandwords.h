#pragma once

#include "models/charts/demandcharts.h"
#include "models/services/demandseries.h"
#include "ui/charts/barchart.h"

namespace waitline {

/// The demand charts in bars and words: what is drawn, what is said of it, and what stands in a file of it.

enum class DemandMeasure { InUnits, InValue };

/// A chart's heading.
struct ChartHeading {
    QString title; ///< subject and unit
    QString subtitle; ///< filter and day
};

[[nodiscard]] BarChartData chartOf(const DemandBars &bars, DemandMeasure measure);
[[nodiscard]] ChartHeading headingOf(const DemandBars &bars, DemandMeasure measure, QDate today);
/// With its header first. Numbers and days neutral, as files have them.
[[nodiscard]] QList<QStringList> rowsOf(const DemandBars &bars);

[[nodiscard]] BarChartData chartOf(const DemandOverTime &series);
/// `product` names the one product; empty: all.
[[nodiscard]] ChartHeading headingOf(const DemandOverTime &series, const QString &product, QDate today);
[[nodiscard]] QList<QStringList> rowsOf(const DemandOverTime &series);

} // namespace waitline
