#pragma once

#include "models/charts/demandquestion.h"

namespace waitline {

// What the sheets of charts say alike.

/// "3/1/26 – 3/31/26", or up to the last day.
[[nodiscard]] QString daysText(QDate from, QDate to);
/// What a chart is narrowed to, and its days; or the day it is of.
[[nodiscard]] QString filterText(const DemandQuestion &question, bool isOfToday);
/// On an axis; days and weeks with their year where there are others.
[[nodiscard]] QString periodName(QDate start, Period by, bool withYear = false);
[[nodiscard]] QString periodTitle(QDate start, Period by); ///< in words
[[nodiscard]] QString periodsTitle(Period by); ///< of an axis: "Week from Monday"
[[nodiscard]] QDate lastDayOf(QDate start, Period by);
[[nodiscard]] QString shareText(double share); ///< "12.5 %"
[[nodiscard]] QString changeText(double share); ///< "+12.5 %" where it grew
/// "1 unit", "1,200 units"; and so on.
[[nodiscard]] QString countedUnits(qint64 units);
[[nodiscard]] QString countedLines(qint64 lines);
[[nodiscard]] QString countedWishes(qint64 wishes); ///< that were refused
[[nodiscard]] QString countedProducts(qint64 products);
[[nodiscard]] QString moreProducts(qint64 products); ///< "3 more products"
[[nodiscard]] QString countedOrders(qint64 orders);
[[nodiscard]] QString countedDays(qint64 days);
[[nodiscard]] QString amountWithCode(Money amount, const Currency &currency);
[[nodiscard]] ChartSeries barSeries(const QString &name, ChartSeries::Hue hue);
[[nodiscard]] ChartSeries lineSeries(const QString &name, ChartSeries::Hue hue);
/// The hue of the n-th of up to six.
[[nodiscard]] ChartSeries::Hue hueOf(size_t number);

} // namespace waitline
