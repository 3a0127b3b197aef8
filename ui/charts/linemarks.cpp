#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace waitline {

namespace {

constexpr double labelHeight = 15;
constexpr int roomyPoints = 80; // with more of them, marks would hide the line

/// A line's name, to stand beside its last point.
struct EndLabel {
    double y = 0;
    const ChartSeries *series = nullptr;
};

QPointF placeOf(const PlotGround &ground, int point, double value)
{
    return {ground.band(point).center().x(), ground.plot.bottom() - ground.along(value)};
}

/// Moves labels apart that would lie on each other, from the top down, and back up where they leave the plot.
void spread(std::vector<EndLabel> &labels, double bottom)
{
    std::sort(labels.begin(), labels.end(), [](const EndLabel &a, const EndLabel &b) { return a.y < b.y; });
    for (size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + labelHeight);
    double most = bottom;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label, most -= labelHeight)
        label->y = std::min(label->y, most);
}

} // namespace

void drawLineMarks(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return;
    std::vector<EndLabel> labels;
    for (const ChartSeries &series : ground.sheet.series) {
        if (series.shape == ChartSeries::Shape::Bar || series.shape == ChartSeries::Shape::Band)
            continue;
        std::optional<QPointF> last;
        for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point) {
            if (const auto &value = series.values[size_t(point)]) {
                last = placeOf(ground, point, *value);
                if (ground.window.count <= roomyPoints)
                    drawMark(painter, *last, series.hue);
            }
        }
        if (last) {
            drawMark(painter, *last, series.hue);
            labels.push_back({last->y(), &series});
        }
    }
    const double width = ground.view.width() - ground.plot.right() - 8;
    constexpr double leastWidth = 20;
    if (width < leastWidth)
        return; // the key says their names
    spread(labels, ground.plot.bottom());
    painter->setFont(sized(ground.font, 12));
    const QFontMetricsF metrics(painter->font());
    const bool inShort = std::any_of(labels.begin(), labels.end(),
                                     [&](const EndLabel &label) { return metrics.horizontalAdvance(label.series->name) > width; });
    for (const EndLabel &label : labels) {
        painter->setPen(Theme::current().text);
        painter->drawText(QRectF(ground.plot.right() + 6, label.y - 10, width, 20), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(endOf(*label.series, inShort), Qt::ElideRight, width));
    }
}

} // namespace waitline
