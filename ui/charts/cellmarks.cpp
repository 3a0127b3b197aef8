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
    const QColor hue = colourOf(heat < 0 ? ChartSeries::Hue::First : ChartSeries::Hue::Second);
    const double share = std::min(1.0, std::abs(heat)) * .42;
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(hue.red(), theme.raised.red()), mix(hue.green(), theme.raised.green()), mix(hue.blue(), theme.raised.blue())};
}

/// The largest size at which every cell's words keep their lines.
QFont cellFont(const PlotGround &ground, double width)
{
    constexpr int largest = 12;
    constexpr int smallest = 8;
    for (int pixels = largest; pixels > smallest; --pixels) {
        const QFontMetricsF metrics(sized(ground.font, pixels));
        const bool fits = std::all_of(ground.sheet.points.begin(), ground.sheet.points.end(), [&](const ChartPoint &point) {
            return metrics.boundingRect(QRectF(0, 0, 1000, 1000), Qt::AlignCenter, point.label).width() <= width;
        });
        if (fits)
            return sized(ground.font, pixels);
    }
    return sized(ground.font, smallest);
}

/// The name, and what is said of it below where there is room, else behind: the name is what is cut.
void drawRowName(QPainter *painter, const PlotGround &ground, const QRectF &area, const QString &row)
{
    const Theme &theme = Theme::current();
    const QString name = row.section(u'\n', 0, 0);
    const QString more = row.section(u'\n', 1);
    painter->setFont(sized(ground.font, 12));
    const QFontMetricsF metrics(painter->font());
    painter->setPen(theme.text);
    constexpr double twoLines = 30;
    constexpr double mostBehind = .7; // of the width
    if (more.isEmpty() || area.height() < twoLines) {
        QString behind = more.isEmpty() ? QString() : QStringLiteral(" · ") + more;
        if (metrics.horizontalAdvance(behind) > area.width() * mostBehind)
            behind.clear(); // the table says it
        const double room = area.width() - metrics.horizontalAdvance(behind);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, room) + behind);
        return;
    }
    const QPointF middle = area.center();
    painter->drawText(QRectF(area.left(), middle.y() - 16, area.width(), 16), Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, area.width()));
    painter->setFont(sized(ground.font, 11));
    painter->setPen(theme.muted);
    painter->drawText(QRectF(area.left(), middle.y(), area.width(), 15), Qt::AlignRight | Qt::AlignVCenter,
                      QFontMetricsF(painter->font()).elidedText(more, Qt::ElideRight, area.width()));
}

} // namespace

void drawCells(QPainter *painter, const PlotGround &ground)
{
    const Theme &theme = Theme::current();
    const auto columns = int(ground.sheet.gridColumns.size());
    painter->setFont(sized(ground.font, 11));
    painter->setPen(theme.muted);
    for (int column = 0; column < columns; ++column) {
        const QRectF cell = ground.band(ground.window.first * columns + column);
        const QString &name = ground.sheet.gridColumns[column];
        const bool isRoomy = QFontMetricsF(painter->font()).horizontalAdvance(name) < cell.width();
        painter->drawText(QRectF(cell.left(), ground.plot.top() - 20, cell.width(), 18), Qt::AlignCenter, isRoomy ? name : name.left(1));
    }
    const QFont inCells = cellFont(ground, ground.plot.width() / std::max(1, columns) - 3);
    for (int row = ground.window.first; row < ground.window.first + ground.window.count; ++row) {
        const QRectF first = ground.band(row * columns);
        drawRowName(painter, ground, QRectF(2, first.top(), ground.plot.left() - 10, first.height()), ground.sheet.gridRows[row]);
        painter->setFont(inCells);
        for (int column = 0; column < columns; ++column) {
            const ChartPoint &point = ground.sheet.points[size_t(row * columns + column)];
            const QRectF cell = ground.band(row * columns + column).adjusted(1, 1, -1, -1);
            painter->setPen(QPen(theme.line, 1));
            painter->setBrush(heatColour(point.heat));
            painter->drawRect(cell);
            painter->setPen(theme.text);
            if (painter->boundingRect(cell, Qt::AlignCenter, point.label).width() <= cell.width()) // else the colour and the table say it
                painter->drawText(cell, Qt::AlignCenter, point.label);
        }
    }
}

} // namespace waitline
