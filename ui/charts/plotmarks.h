#pragma once

#include "models/charts/chartsheet.h"
#include "ui/charts/scale.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QStringList>

#include <vector>

class QPainter;

namespace waitline {

/// The points of a chart that are shown.
struct ChartWindow {
    int first = 0;
    int count = 0;

    friend bool operator==(const ChartWindow &, const ChartWindow &) = default;
};

/// Where a chart stands while what lies on top of its bars and lines is drawn.
struct PlotGround {
    const ChartSheet &sheet;
    ChartWindow window; ///< of points; of rows in a grid
    QRectF plot;
    QSizeF view;
    Scale scale; ///< in the unit as it is written
    QFont font;

    [[nodiscard]] bool isAcross() const { return sheet.layout != ChartSheet::Layout::Upwards; }
    /// A value's distance from the axis' beginning, in pixels.
    [[nodiscard]] double along(double value) const;
    /// A shown point's share of the chart, with the room of its name; a cell of a grid.
    [[nodiscard]] QRectF band(int point) const;
    /// The whole bar at a point, or the part of it between two values.
    [[nodiscard]] QRectF part(int point, double from, double to) const;
    /// The point under a position; −1: none.
    [[nodiscard]] int pointAt(QPointF position) const;
};

/// Room beside the plot.
struct PlotRoom {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// What a value is multiplied by before it is written: minor units become units of the currency, shares per cent.
[[nodiscard]] double writtenFactor(const ChartSheet &sheet);
[[nodiscard]] QString axisText(double written, const ChartSheet &sheet, const Scale &scale);
[[nodiscard]] PlotRoom roomFor(const ChartSheet &sheet, ChartWindow window, QSizeF view, const QFont &font, const Scale &scale);
/// What stands beside a line's last point, and how wide the room for all of them is: their short forms where names have none.
[[nodiscard]] QString endOf(const ChartSeries &series, bool inShort);
[[nodiscard]] double endsWidth(const ChartSheet &sheet, double room, const QFont &font);
/// Of the rows that name the series, in a view so wide.
[[nodiscard]] double keyHeightOf(const ChartSheet &sheet, double width, const QFont &font);
/// Of the row that names what is marked; 0 where nothing is.
[[nodiscard]] double aboveHeightOf(const ChartSheet &sheet);
[[nodiscard]] QFont sized(QFont font, int pixels, bool strong = false);

/// The key of the series, titles and texts of the axes, the values in the bars where they fit and at their ends, the marks of
/// the lines with their names, or the cells.
void drawMarks(QPainter *painter, const PlotGround &ground);
/// A frame around the point that is chosen.
void drawCurrent(QPainter *painter, const PlotGround &ground, int point);
/// A ring around the line that is meant there.
void drawCurrentLine(QPainter *painter, const PlotGround &ground, int point, int series);
/// The point in words, beside it and inside the view.
void drawBubble(QPainter *painter, const PlotGround &ground, int point);

/// How the names of points below the plot are written, so that they do not touch.
struct NameFit {
    int step = 1; ///< every so many of them
    int lines = 1;
    int pixels = 0; ///< of the font
};
[[nodiscard]] NameFit fitNames(const ChartSheet &sheet, ChartWindow window, double width, const QFont &font);

/// The names of points on lines so wide. Those of as many words each, such as days, are all broken after the same word: some on
/// one line and some on two would be read as something else.
[[nodiscard]] std::vector<QStringList> brokenNames(const ChartSheet &sheet, ChartWindow window, const QFontMetricsF &metrics, double width);

// The families of marks, each in a file of its own.
void drawNames(QPainter *painter, const PlotGround &ground);
void drawKey(QPainter *painter, const PlotGround &ground);
void drawUnfinished(QPainter *painter, const PlotGround &ground); ///< a veil over what is not over yet
void drawMarkLines(QPainter *painter, const PlotGround &ground);
void drawNamesAbove(QPainter *painter, const PlotGround &ground);
void drawBarHatches(QPainter *painter, const PlotGround &ground);
void drawBarTexts(QPainter *painter, const PlotGround &ground); ///< after the lines, which would run through them
void drawLineMarks(QPainter *painter, const PlotGround &ground);
void drawCells(QPainter *painter, const PlotGround &ground);

} // namespace waitline
