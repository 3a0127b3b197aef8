#pragma once

#include "models/charts/chartsheet.h"

#include <QColor>

class QPainter;

namespace waitline {

/// The colour of a series in the theme in use. The hues of the six follow Okabe and Ito.
[[nodiscard]] QColor colourOf(ChartSeries::Hue hue);
/// The pattern that tells a bar's series without its colour: hatching as lines, so that every kind of file has it.
void drawHatch(QPainter *painter, const QRectF &area, ChartSeries::Hue hue);
/// The mark that tells a line's series without its colour.
void drawMark(QPainter *painter, QPointF centre, ChartSeries::Hue hue);
/// How a series looks, beside its name in a key; of a band, on how many layers it lies.
void drawSwatch(QPainter *painter, const QRectF &area, const ChartSeries &series, int layers = 1);

} // namespace waitline
