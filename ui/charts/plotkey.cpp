#include "ui/charts/hues.h"
#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace waitline {

namespace {

constexpr double gap = 8;
constexpr double firstRow = 24;
constexpr double nextRow = 20;
constexpr double swatchSize = 13;

/// Where the key names each series: a row that is full is followed by another, so that none is left out.
std::vector<QPointF> keyPlaces(const ChartSheet &sheet, double width, const QFont &font)
{
    const QFontMetricsF metrics(sized(font, 12));
    std::vector<QPointF> places;
    QPointF at(4, 4);
    for (const ChartSeries &series : sheet.series) {
        const double needed = swatchSize + 1 + gap + metrics.horizontalAdvance(series.name);
        if (at.x() > 4 && at.x() + needed + gap > width)
            at = {4, at.y() + nextRow};
        places.push_back(at);
        at.rx() += needed + 3 * gap;
    }
    return places;
}

/// How many bands lie on each other where this one is drawn: the narrower one lies on the wider one after it.
int layersOf(const std::vector<ChartSeries> &series, size_t at)
{
    if (series[at].shape != ChartSeries::Shape::Band)
        return 1;
    return 1 + int(std::count_if(series.begin() + std::ptrdiff_t(at) + 1, series.end(), [&](const ChartSeries &each) {
               return each.shape == ChartSeries::Shape::Band && each.hue == series[at].hue;
           }));
}

} // namespace

double keyHeightOf(const ChartSheet &sheet, double width, const QFont &font)
{
    const std::vector<QPointF> places = keyPlaces(sheet, width, font);
    return places.empty() ? firstRow : places.back().y() - 4 + firstRow;
}

void drawKey(QPainter *painter, const PlotGround &ground)
{
    painter->setFont(sized(ground.font, 12));
    const QFontMetricsF metrics(painter->font());
    const std::vector<QPointF> places = keyPlaces(ground.sheet, ground.view.width(), ground.font);
    for (size_t i = 0; i < places.size(); ++i) {
        const ChartSeries &series = ground.sheet.series[i];
        const QRectF swatch(places[i].x() + 4, places[i].y(), swatchSize, swatchSize);
        drawSwatch(painter, swatch, series, layersOf(ground.sheet.series, i));
        painter->setPen(Theme::current().text);
        const QPointF text(swatch.right() + gap, swatch.center().y() + metrics.capHeight() / 2);
        painter->drawText(text, metrics.elidedText(series.name, Qt::ElideRight, ground.view.width() - text.x()));
    }
}

} // namespace waitline
