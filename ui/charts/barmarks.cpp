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

void drawEnd(QPainter *painter, const PlotGround &ground, const QRectF &whole, const QString &label)
{
    painter->setPen(Theme::current().text);
    if (ground.isAcross()) {
        if (ground.band(ground.window.first).height() >= 11)
            painter->drawText(QRectF(whole.right() + 6, whole.center().y() - 12, 240, 24), Qt::AlignLeft | Qt::AlignVCenter, label);
    } else if (whole.height() > 0 && QFontMetricsF(painter->font()).horizontalAdvance(label) < whole.width() / .78) {
        painter->drawText(QRectF(whole.center().x() - 60, whole.top() - 17, 120, 15), Qt::AlignHCenter | Qt::AlignBottom, label);
    }
}

void drawBar(QPainter *painter, const PlotGround &ground, int point)
{
    const double sum = ground.sheet.sum(size_t(point));
    double before = 0;
    for (const ChartSeries &series : ground.sheet.series) {
        if (series.shape != ChartSeries::Shape::Bar)
            continue;
        const double value = series.values[size_t(point)].value_or(0);
        const QRectF part = ground.part(point, before, before + value);
        drawHatch(painter, part, series.hue);
        // A bar of one part says its value at its end already.
        if (value > 0 && value < sum)
            drawPartText(painter, part, chartText(value, ground.sheet.unit, ground.sheet.currency), colourOf(series.hue));
        before += value;
    }
    drawEnd(painter, ground, ground.part(point, 0, before), ground.sheet.points[size_t(point)].label);
}

} // namespace

void drawBarMarks(QPainter *painter, const PlotGround &ground)
{
    painter->setFont(sized(ground.font, 11));
    for (int i = 0; i < ground.window.count; ++i)
        drawBar(painter, ground, ground.window.first + i);
}

} // namespace waitline
