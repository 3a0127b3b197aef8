#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <vector>

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

void drawEndAcross(QPainter *painter, const PlotGround &ground, const QRectF &whole, const QString &label)
{
    painter->setPen(Theme::current().text);
    if (ground.band(ground.window.first).height() >= 11)
        painter->drawText(QRectF(whole.right() + 6, whole.center().y() - 12, 240, 24), Qt::AlignLeft | Qt::AlignVCenter, label);
}

/// Above a bar.
struct TopLabel {
    QRectF area; ///< empty: there is none
    QRectF bar;
    bool isWide = false; ///< wider than the place of its bar
};

std::vector<TopLabel> topLabels(const PlotGround &ground, const QFontMetricsF &metrics)
{
    constexpr double most = 2.5; // places
    std::vector<TopLabel> labels;
    for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point) {
        const QString &text = ground.sheet.points[size_t(point)].label;
        TopLabel label{{}, ground.part(point, 0, ground.sheet.sum(size_t(point))), false};
        const double width = metrics.horizontalAdvance(text);
        const double place = ground.band(point).width();
        if (!text.isEmpty() && label.bar.height() > 0 && width < most * place) {
            label.area = QRectF(0, label.bar.top() - 16, width + 4, 14);
            label.area.moveLeft(label.bar.center().x() - label.area.width() / 2);
            label.isWide = width >= .9 * place;
        }
        labels.push_back(label);
    }
    return labels;
}

/// Whether what is wider than its place stands clear of the bars and the figures around it.
bool standsClear(const std::vector<TopLabel> &labels, size_t at)
{
    constexpr size_t near = 3;
    for (size_t other = at < near ? 0 : at - near; other < std::min(labels.size(), at + near + 1); ++other) {
        if (other != at && (labels[other].bar.intersects(labels[at].area) || labels[other].area.intersects(labels[at].area)))
            return false;
    }
    return true;
}

/// At the bars' ends; on paper of their own where a line could run through them.
void drawTopLabels(QPainter *painter, const PlotGround &ground)
{
    const std::vector<TopLabel> labels = topLabels(ground, QFontMetricsF(painter->font()));
    QColor paper = Theme::current().raised;
    paper.setAlphaF(.8f);
    for (size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].area.isEmpty() || (labels[i].isWide && !standsClear(labels, i)))
            continue;
        painter->fillRect(labels[i].area, paper);
        painter->setPen(Theme::current().text);
        painter->drawText(labels[i].area, Qt::AlignCenter, ground.sheet.points[size_t(ground.window.first) + i].label);
    }
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
        if (ground.isAcross())
            drawEndAcross(painter, ground, ground.part(point, 0, sum), ground.sheet.points[size_t(point)].label);
    }
    if (!ground.isAcross())
        drawTopLabels(painter, ground);
}

} // namespace waitline
