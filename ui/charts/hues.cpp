#include "ui/charts/hues.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace waitline {

namespace {

using Hue = ChartSeries::Hue;

constexpr double hatchGap = 6;

/// Lines rising to the right where `rising`, else falling, cut at the area's edges.
void drawDiagonals(QPainter *painter, const QRectF &area, bool rising)
{
    for (double at = hatchGap / 2; at < area.width() + area.height(); at += hatchGap) {
        // Points of x + y = at in the area's own coordinates, y downwards.
        const QPointF lower(std::max(0.0, at - area.height()), std::min(at, area.height()));
        const QPointF upper(std::min(at, area.width()), std::max(0.0, at - area.width()));
        const auto place = [&](QPointF p) { return QPointF(rising ? area.left() + p.x() : area.right() - p.x(), area.top() + p.y()); };
        painter->drawLine(place(lower), place(upper));
    }
}

void drawRules(QPainter *painter, const QRectF &area)
{
    for (double y = area.top() + hatchGap / 2; y < area.bottom(); y += hatchGap)
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
}

void drawUprights(QPainter *painter, const QRectF &area)
{
    for (double x = area.left() + hatchGap / 2; x < area.right(); x += hatchGap)
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

QPolygonF markShape(Hue hue)
{
    switch (hue) {
    case Hue::Backorder: return {{-3.5, -3.5}, {3.5, -3.5}, {3.5, 3.5}, {-3.5, 3.5}};
    case Hue::Stock: return {{0, -4.5}, {4.5, 3.5}, {-4.5, 3.5}};
    case Hue::First: return {{0, -5}, {5, 0}, {0, 5}, {-5, 0}};
    case Hue::Second: return {{0, 4.5}, {4.5, -3.5}, {-4.5, -3.5}};
    case Hue::Third: return {{-4, -4.5}, {4, -4.5}, {0, 0}, {4, 4.5}, {-4, 4.5}, {0, 0}};
    case Hue::Fourth: return {{-4.5, 0}, {3.5, -4.5}, {3.5, 4.5}};
    case Hue::Fifth: return {{4.5, 0}, {-3.5, -4.5}, {-3.5, 4.5}};
    case Hue::Sixth:
        return {{-1.5, -5}, {1.5, -5}, {1.5, -1.5}, {5, -1.5}, {5, 1.5},   {1.5, 1.5},
                {1.5, 5},   {-1.5, 5}, {-1.5, 1.5}, {-5, 1.5}, {-5, -1.5}, {-1.5, -1.5}};
    case Hue::Preorder: return {};
    }
    Q_UNREACHABLE();
}

/// A wide band is pale; a narrower one is seen as the dark middle of it.
void drawBandSwatch(QPainter *painter, const QRectF &area, Hue hue, int layers)
{
    QColor fill = colourOf(hue);
    fill.setAlphaF(.2f);
    painter->fillRect(area, fill);
    fill.setAlphaF(.6f);
    if (layers > 1)
        painter->fillRect(area.adjusted(0, area.height() / 4, 0, -area.height() / 4), fill);
    painter->setPen(QPen(colourOf(hue), 1, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(area);
}

} // namespace

QColor colourOf(ChartSeries::Hue hue)
{
    const Theme &theme = Theme::current();
    switch (hue) {
    case Hue::Preorder: return theme.preorder;
    case Hue::Backorder: return theme.backorder;
    case Hue::Stock: return theme.muted;
    case Hue::First: return theme.isDark ? QColor(0x3F, 0xC7, 0x9E) : QColor(0x00, 0x7A, 0x5A);
    case Hue::Second: return theme.isDark ? QColor(0xE0, 0x9F, 0xC4) : QColor(0xA8, 0x4D, 0x80);
    case Hue::Third: return theme.isDark ? QColor(0xF0, 0xC9, 0x40) : QColor(0x8A, 0x69, 0x00);
    case Hue::Fourth: return theme.isDark ? QColor(0x8F, 0xD3, 0xF7) : QColor(0x2F, 0x8F, 0xC4);
    case Hue::Fifth: return theme.isDark ? QColor(0xE4, 0xE6, 0x6E) : QColor(0x6B, 0x72, 0x00);
    case Hue::Sixth: return theme.isDark ? QColor(0xC4, 0xCC, 0xD8) : QColor(0x3B, 0x42, 0x4E);
    }
    Q_UNREACHABLE();
}

void drawHatch(QPainter *painter, const QRectF &area, ChartSeries::Hue hue)
{
    if (area.width() < 3 || area.height() < 3)
        return;
    QColor cut = Theme::current().raised;
    cut.setAlphaF(.6f);
    painter->setPen(QPen(cut, 1.4, Qt::SolidLine, Qt::FlatCap));
    switch (hue) {
    case Hue::Preorder: return;
    case Hue::Backorder: return drawDiagonals(painter, area, true);
    case Hue::Stock: return drawRules(painter, area);
    case Hue::First: return drawDiagonals(painter, area, false);
    case Hue::Second: return drawUprights(painter, area);
    case Hue::Third: drawRules(painter, area); return drawDiagonals(painter, area, true);
    case Hue::Fourth: drawRules(painter, area); return drawUprights(painter, area);
    case Hue::Fifth: drawUprights(painter, area); return drawDiagonals(painter, area, false);
    case Hue::Sixth: drawDiagonals(painter, area, false); return drawDiagonals(painter, area, true);
    }
}

void drawMark(QPainter *painter, QPointF centre, ChartSeries::Hue hue)
{
    painter->setPen(QPen(Theme::current().raised, 1));
    painter->setBrush(colourOf(hue));
    const QPolygonF shape = markShape(hue);
    if (shape.isEmpty())
        painter->drawEllipse(centre, 4, 4);
    else
        painter->drawPolygon(shape.translated(centre));
}

void drawSwatch(QPainter *painter, const QRectF &area, const ChartSeries &series, int layers)
{
    if (series.shape == ChartSeries::Shape::Band)
        return drawBandSwatch(painter, area, series.hue, layers);
    if (series.shape == ChartSeries::Shape::Bar) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colourOf(series.hue));
        painter->drawRect(area);
        drawHatch(painter, area, series.hue);
        return;
    }
    painter->setPen(QPen(colourOf(series.hue), 2, series.shape == ChartSeries::Shape::Dashed ? Qt::DashLine : Qt::SolidLine));
    painter->drawLine(QPointF(area.left() - 4, area.center().y()), QPointF(area.right() + 4, area.center().y()));
    drawMark(painter, area.center(), series.hue);
}

} // namespace waitline
