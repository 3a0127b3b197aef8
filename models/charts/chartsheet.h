#pragma once

#include "models/domain/money.h"
#include "models/services/ordersbehind.h"

#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace waitline {

/// How values are written on the axis, in the table and in files.
enum class ChartUnit {
    Text,
    Count, ///< qint64 or double without decimals
    Number, ///< of a document: never grouped
    Amount, ///< minor units of the sheet's currency
    Day, ///< QDate
    Week, ///< QDate, the first day
    Month, ///< QDate, the first day
    Share, ///< 0.25 is 25 %
    Ratio ///< with two decimals
};

/// One series, told apart by pattern or mark and label as well as by hue.
struct ChartSeries {
    enum class Hue { Preorder, Backorder, Stock, First, Second, Third, Fourth, Fifth, Sixth };
    enum class Shape { Bar, Line, Dashed, Band };
    QString name;
    Hue hue = Hue::First;
    Shape shape = Shape::Bar;
    /// One for each point; none: nothing is drawn there. Bars are stacked from zero and not negative.
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> upper; ///< of a band, whose lower bound `values` is
    QString end{}; ///< what stands beside a line's last point where the name has no room; empty: the name
};

/// One place along the chart: a bar, a place on the lines, a cell.
struct ChartPoint {
    QString name; ///< on the axis; cut with dots where it is too long
    QString words; ///< all of it in words; may have several lines
    QString label; ///< at the bar's end or in the cell
    double heat = 0; ///< of a cell: −1 far below, 1 far above
    std::optional<BehindQuestion> behind; ///< the orders it stands for
    qint64 product = 0; ///< the one product it is about
    qint64 order = 0; ///< the one order it is about
    bool isUnfinished = false; ///< a period that is not over: what it holds will change
    /// Of each series, where every line stands for orders of its own.
    std::vector<std::optional<BehindQuestion>> behindLines = {};
};

/// A line across the points, such as today.
struct ChartMark {
    double at = 0; ///< 2.5 is in the middle of the third point
    QString name;
};

struct ChartColumn {
    QString title;
    QString meaning;
    ChartUnit unit = ChartUnit::Count;
    bool isHidden = false; ///< until the user asks for it
};

/// A chart as data: what is drawn, and the table of the same numbers. A ChartFrame draws it and keeps it in files.
struct ChartSheet {
    enum class Layout {
        Across, ///< bars with their names at the left
        Upwards, ///< bars, lines and bands over the points
        Grid ///< cells, points row by row
    };
    QString title; ///< subject and unit
    QString filter; ///< what it is narrowed to, and the days
    QString pointTitle; ///< of the axis along the points
    QString valueTitle; ///< of the value axis, with its unit
    QString emptySentence; ///< instead of a chart without anything in it
    Layout layout = Layout::Upwards;
    ChartUnit unit = ChartUnit::Count;
    Currency currency;
    std::vector<ChartSeries> series;
    std::vector<ChartPoint> points;
    QStringList gridRows; ///< of a grid: a name, and what is said of it in a second line
    QStringList gridColumns;
    std::vector<ChartMark> marks;
    std::vector<ChartColumn> columns; ///< the table beside
    std::vector<QVariantList> rows; ///< one for each point, in order; those after them are none of the chart's

    /// Whether there is nothing to draw.
    [[nodiscard]] bool isEmpty() const;
    /// The stack's sum at a point.
    [[nodiscard]] double sum(size_t point) const;
};

/// What is told above the points, from left to right: the marks, and over a point that is not over that it is "so far".
[[nodiscard]] std::vector<ChartMark> namesAbove(const ChartSheet &sheet);
/// Whether values of the unit are days, alone or at the head of their period.
[[nodiscard]] bool isOfDays(ChartUnit unit);
/// A column's title as tables and files have it: "Value (EUR)".
[[nodiscard]] QString columnTitle(const ChartColumn &column, const Currency &currency);
/// A value as people read it.
[[nodiscard]] QString chartText(const QVariant &value, ChartUnit unit, const Currency &currency);
/// A value as files have it: C locale, ISO 8601.
[[nodiscard]] QString neutralText(const QVariant &value, ChartUnit unit, const Currency &currency);

} // namespace waitline
