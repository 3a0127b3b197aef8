// What stands over the points of a chart: that a period is not over, today, and what else is marked.

#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace waitline {

namespace {

constexpr double nameHeight = 14;
constexpr double nameBottom = 18; // above the plot: a bar up to its edge has its value below
constexpr double between = 6;

double placeOf(const PlotGround &ground, double at)
{
    return ground.plot.left() + ground.plot.width() * (at - ground.window.first) / std::max(1, ground.window.count);
}

bool isInWindow(const PlotGround &ground, double at)
{
    return at >= ground.window.first && at <= ground.window.first + ground.window.count;
}

/// Moves names apart that would touch, first to the right and then back into the view.
void spread(std::vector<QRectF> &areas, double width)
{
    double least = 0;
    for (QRectF &area : areas) {
        area.moveLeft(std::max(area.left(), least));
        least = area.right() + between;
    }
    double most = width;
    for (auto area = areas.rbegin(); area != areas.rend(); ++area) {
        area->moveRight(std::min(area->right(), most));
        most = area->left() - between;
    }
}

} // namespace

double aboveHeightOf(const ChartSheet &sheet)
{
    constexpr double row = 20;
    return sheet.layout == ChartSheet::Layout::Upwards && !namesAbove(sheet).empty() ? row : 0;
}

void drawUnfinished(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return;
    QColor veil = Theme::current().raised;
    veil.setAlphaF(.55f);
    for (int point = ground.window.first; point < ground.window.first + ground.window.count; ++point) {
        const QRectF band = ground.band(point);
        if (ground.sheet.points[size_t(point)].isUnfinished)
            painter->fillRect(QRectF(band.left(), ground.plot.top(), band.width(), ground.plot.height()), veil);
    }
}

void drawMarkLines(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return;
    painter->setPen(QPen(Theme::current().text, 1, Qt::DotLine));
    for (const ChartMark &mark : ground.sheet.marks) {
        const double x = placeOf(ground, mark.at);
        if (isInWindow(ground, mark.at))
            painter->drawLine(QPointF(x, ground.plot.top() - nameBottom), QPointF(x, ground.plot.bottom()));
    }
}

void drawNamesAbove(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return;
    painter->setFont(sized(ground.font, 11));
    const QFontMetricsF metrics(painter->font());
    std::vector<QString> names;
    std::vector<QRectF> areas;
    for (const ChartMark &name : namesAbove(ground.sheet)) {
        if (!isInWindow(ground, name.at))
            continue;
        const double width = metrics.horizontalAdvance(name.name) + 2;
        names.push_back(name.name);
        areas.emplace_back(placeOf(ground, name.at) - width / 2, ground.plot.top() - nameBottom - nameHeight, width, nameHeight);
    }
    spread(areas, ground.view.width());
    painter->setPen(Theme::current().text);
    for (size_t i = 0; i < names.size(); ++i)
        painter->drawText(areas[i], Qt::AlignCenter, names[i]);
}

} // namespace waitline
