#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr double labelHeight = 15;
constexpr double nearEnd = .08; // of the plot's width
constexpr double roomOfMark = 12; // closer together, marks would hide the line

/// A line's or a band's name, to stand beside its last point.
struct EndLabel {
    double y = 0;
    const ChartSeries *series = nullptr;
    QPointF end; ///< of the line
};

/// A line that ends before the plot does, and where.
struct InnerName {
    QPointF at;
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

/// The short names of lines that end within the plot, at their ends.
void drawInnerNames(QPainter *painter, const PlotGround &ground, const std::vector<InnerName> &names)
{
    const QFontMetricsF metrics(painter->font());
    std::vector<QRectF> taken;
    for (const InnerName &name : names) {
        QRectF area(name.at.x() + 7, name.at.y() - labelHeight / 2, metrics.horizontalAdvance(name.series->end) + 4, labelHeight);
        area.moveRight(std::min(area.right(), ground.plot.right()));
        area.moveBottom(std::min(area.bottom(), ground.plot.bottom() - 1)); // below are the axis' own texts
        const auto isOnAnother = [&] {
            return std::any_of(taken.begin(), taken.end(), [&](const QRectF &each) { return each.intersects(area); });
        };
        while (isOnAnother() && area.top() - labelHeight > ground.plot.top())
            area.translate(0, -labelHeight);
        taken.push_back(area);
        QColor paper = Theme::current().raised;
        paper.setAlphaF(.8f);
        painter->fillRect(area, paper);
        painter->setPen(Theme::current().text);
        painter->drawText(area, Qt::AlignCenter, name.series->end);
    }
}

} // namespace

void drawLineMarks(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return;
    std::vector<EndLabel> labels;
    std::vector<InnerName> inner;
    for (const ChartSeries &series : ground.sheet.series) {
        if (series.shape == ChartSeries::Shape::Bar)
            continue;
        const bool isBand = series.shape == ChartSeries::Shape::Band;
        std::optional<QPointF> last;
        for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point) {
            const std::vector<std::optional<double>> &values = isBand ? series.upper : series.values;
            const std::optional<double> value = size_t(point) < values.size() ? values[size_t(point)] : std::nullopt;
            if (!value)
                continue;
            last = placeOf(ground, point, *value);
            if (!isBand && ground.plot.width() / ground.window.count >= roomOfMark)
                drawMark(painter, *last, series.hue);
        }
        if (!last)
            continue;
        if (!isBand)
            drawMark(painter, *last, series.hue);
        // A name beside stands for a line that comes up to it. Others have their short one at their end, or the key says them.
        const double atTheEnd = std::max(ground.plot.width() * nearEnd, ground.plot.width() / ground.window.count);
        if (last->x() > ground.plot.right() - atTheEnd)
            labels.push_back({last->y(), &series, *last});
        else if (!isBand && !series.end.isEmpty())
            inner.push_back({*last, &series});
    }
    painter->setFont(sized(ground.font, 11));
    drawInnerNames(painter, ground, inner);
    const double width = ground.view.width() - ground.plot.right() - 8;
    constexpr double leastWidth = 20;
    if (width < leastWidth)
        return; // the key says their names
    spread(labels, ground.plot.bottom());
    painter->setFont(sized(ground.font, 12));
    const QFontMetricsF metrics(painter->font());
    // All alike, those within the plot too.
    const bool inShort = !inner.empty() || std::any_of(labels.begin(), labels.end(), [&](const EndLabel &label) {
        return metrics.horizontalAdvance(label.series->name) > width;
    });
    for (const EndLabel &label : labels) {
        // A name that had to move away from its line is led back to it.
        constexpr double mark = 6;
        constexpr double near = 8;
        if (ground.plot.right() - label.end.x() > 2 * near || std::abs(label.y - label.end.y()) > near) {
            painter->setPen(QPen(Theme::current().muted, 1, Qt::DotLine));
            painter->drawLine(label.end + QPointF(mark, 0), QPointF(ground.plot.right() + 4, label.y));
        }
        painter->setPen(Theme::current().text);
        painter->drawText(QRectF(ground.plot.right() + 6, label.y - 10, width, 20), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(endOf(*label.series, inShort), Qt::ElideRight, width));
    }
}

} // namespace waitline
