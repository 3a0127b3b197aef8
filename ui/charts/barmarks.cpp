#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace waitline {

namespace {

/// A part's value on the part itself, where it fits; the colour behind it is made plain so that it can be read.
void drawPartText(QPainter *painter, const QRectF &part, const QString &text, const QColor &colour)
{
    const QFontMetricsF metrics(painter->font());
    const QSizeF size(metrics.horizontalAdvance(text) + 8, 14);
    if (part.width() < size.width() + 2 || part.height() < size.height())
        return;
    QRectF area(QPointF(), size);
    area.moveCenter(part.center());
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(area, 3, 3);
    painter->setPen(Theme::current().raised);
    painter->drawText(area, Qt::AlignCenter, text);
}

/// At the bar's end; on paper of its own where a line could run through it.
void drawEnd(QPainter *painter, const PlotGround &ground, const QRectF &whole, const QString &label)
{
    painter->setPen(Theme::current().text);
    if (ground.isAcross()) {
        if (ground.band(ground.window.first).height() >= 11)
            painter->drawText(QRectF(whole.right() + 6, whole.center().y() - 12, 240, 24), Qt::AlignLeft | Qt::AlignVCenter, label);
        return;
    }
    const double width = QFontMetricsF(painter->font()).horizontalAdvance(label);
    if (label.isEmpty() || whole.height() <= 0 || width >= whole.width() / .78)
        return;
    QRectF area(0, whole.top() - 16, width + 4, 14);
    area.moveLeft(whole.center().x() - area.width() / 2);
    QColor paper = Theme::current().raised;
    paper.setAlphaF(.8f);
    painter->fillRect(area, paper);
    painter->setPen(Theme::current().text);
    painter->drawText(area, Qt::AlignCenter, label);
}

/// Calls `each` with the parts of the bar at a point, from its beginning on.
template <typename Each>
void forEachPart(const PlotGround &ground, int point, Each each)
{
    double before = 0;
    for (const ChartSeries &series : ground.sheet.series) {
        if (series.shape != ChartSeries::Shape::Bar)
            continue;
        const double value = series.values[size_t(point)].value_or(0);
        each(series, ground.part(point, before, before + value), value);
        before += value;
    }
}

} // namespace

void drawBarHatches(QPainter *painter, const PlotGround &ground)
{
    for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point)
        forEachPart(ground, point, [&](const ChartSeries &series, const QRectF &part, double) { drawHatch(painter, part, series.hue); });
}

void drawBarTexts(QPainter *painter, const PlotGround &ground)
{
    painter->setFont(sized(ground.font, 11));
    for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point) {
        const double sum = ground.sheet.sum(size_t(point));
        forEachPart(ground, point, [&](const ChartSeries &series, const QRectF &part, double value) {
            // A bar of one part says its value at its end already.
            if (value > 0 && value < sum)
                drawPartText(painter, part, chartText(value, ground.sheet.unit, ground.sheet.currency), colourOf(series.hue));
        });
        drawEnd(painter, ground, ground.part(point, 0, sum), ground.sheet.points[size_t(point)].label);
    }
}

} // namespace waitline
