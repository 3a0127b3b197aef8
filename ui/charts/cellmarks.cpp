#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

/// Warm above, cool below, pale in between; the text on it keeps its contrast.
QColor heatColour(double heat)
{
    const Theme &theme = Theme::current();
    const QColor hue = colourOf(heat < 0 ? ChartSeries::Hue::Preorder : ChartSeries::Hue::Backorder);
    const double share = std::min(1.0, std::abs(heat)) * .42;
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(hue.red(), theme.raised.red()), mix(hue.green(), theme.raised.green()), mix(hue.blue(), theme.raised.blue())};
}

/// Large enough to read, and small enough for the cell.
QFont fontFor(const QString &label, double width, const QFont &font)
{
    constexpr int large = 12;
    constexpr int small = 8;
    const QStringList lines = label.split(u'\n');
    for (int size = large; size > small; --size) {
        const QFontMetricsF metrics(sized(font, size));
        if (std::all_of(lines.begin(), lines.end(), [&](const QString &line) { return metrics.horizontalAdvance(line) < width; }))
            return sized(font, size);
    }
    return sized(font, small);
}

} // namespace

void drawCells(QPainter *painter, const PlotGround &ground)
{
    const Theme &theme = Theme::current();
    const auto columns = int(ground.sheet.gridColumns.size());
    painter->setFont(sized(ground.font, 12));
    const QFontMetricsF metrics(painter->font());
    painter->setPen(theme.muted);
    for (int column = 0; column < columns; ++column) {
        const QRectF cell = ground.band(ground.window.first * columns + column);
        painter->drawText(QRectF(cell.left(), ground.plot.top() - 20, cell.width(), 18), Qt::AlignCenter, ground.sheet.gridColumns[column]);
    }
    for (int row = ground.window.first; row < ground.window.first + ground.window.count; ++row) {
        const QRectF first = ground.band(row * columns);
        painter->setPen(theme.text);
        painter->setFont(sized(ground.font, 12));
        painter->drawText(QRectF(2, first.top(), ground.plot.left() - 10, first.height()), Qt::AlignRight | Qt::AlignVCenter,
                          metrics.elidedText(ground.sheet.gridRows[row], Qt::ElideRight, ground.plot.left() - 12));
        for (int column = 0; column < columns; ++column) {
            const ChartPoint &point = ground.sheet.points[size_t(row * columns + column)];
            const QRectF cell = ground.band(row * columns + column).adjusted(1, 1, -1, -1);
            painter->setPen(QPen(theme.line, 1));
            painter->setBrush(heatColour(point.heat));
            painter->drawRect(cell);
            painter->setPen(theme.text);
            painter->setFont(fontFor(point.label, cell.width(), ground.font));
            painter->drawText(cell, Qt::AlignCenter, point.label);
        }
    }
}

} // namespace waitline
