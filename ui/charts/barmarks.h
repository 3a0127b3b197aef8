#pragma once

#include "ui/charts/barchart.h"

namespace waitline {

/// Where a chart of bars stands while what lies on top of it is drawn.
struct BarMarks {
    const BarChartData &data;
    bool isAcross = true;
    QRectF plot;
    QSizeF view;
    double end = 1; ///< of the value axis
    QFont font;
};

/// Room beside the plot.
struct BarRoom {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

[[nodiscard]] BarRoom roomFor(const BarChartData &data, bool isAcross, QSizeF view, const QFont &font, const QString &widestValue);
/// A bar's share of the plot, with the room of its name.
[[nodiscard]] QRectF bandRect(QRectF plot, bool isAcross, int bar, int bars, QSizeF view);
/// A series' colour with its pattern cut out in the colour behind.
[[nodiscard]] QBrush patternBrush(const BarSeries &series);

/// The key of the series, the bars' names, the values in the bars where they fit, and the totals at their ends.
void drawBarMarks(QPainter *painter, const BarMarks &marks);
/// A frame around the bar that is chosen.
void drawCurrent(QPainter *painter, const BarMarks &marks, int bar);
/// The bar in words, beside it and inside the view.
void drawBubble(QPainter *painter, const BarMarks &marks, int bar);
void drawHeading(QPainter *painter, const QRectF &area, const QString &title, const QString &subtitle, const QFont &font);

} // namespace waitline
