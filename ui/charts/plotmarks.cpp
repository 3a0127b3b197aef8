#include "ui/charts/plotmarks.h"

#include "ui/charts/hues.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr double gap = 8;
constexpr double lineHeight = 18;
constexpr double fullNameShare = .36;
constexpr double gridNameShare = .3;
constexpr double endShare = .3; // beside lines, for their names
constexpr double barShare = .7;
constexpr double narrowView = 420;
constexpr double leastBeside = 12;

bool hasLines(const ChartSheet &sheet)
{
    return std::any_of(sheet.series.begin(), sheet.series.end(),
                       [](const ChartSeries &each) { return each.shape != ChartSeries::Shape::Bar; });
}

/// From the plot up to the value axis' title: over the names above the points, or over the figure of a bar up to the plot's edge.
double titleRise(const ChartSheet &sheet)
{
    constexpr double ofFigure = 16;
    constexpr double around = 6;
    const double above = aboveHeightOf(sheet);
    const bool hasFigures =
        std::any_of(sheet.points.begin(), sheet.points.end(), [](const ChartPoint &point) { return !point.label.isEmpty(); });
    return lineHeight + around + (above == 0 && hasFigures ? ofFigure - around : above);
}

/// Every so many lines of the grid, so that what stands above or beside them does not touch.
int ticksApart(const PlotGround &ground, const QFontMetricsF &metrics)
{
    const double needed =
        ground.isAcross() ? metrics.horizontalAdvance(axisText(ground.scale.end, ground.sheet, ground.scale)) + gap : metrics.height();
    const double length = ground.isAcross() ? ground.plot.width() : ground.plot.height();
    return std::max(1, int(std::ceil(needed / (length / (ground.scale.ticks - 1)))));
}

/// What the grid's lines stand for.
void drawValues(QPainter *painter, const PlotGround &ground)
{
    painter->setFont(sized(ground.font, 11));
    painter->setPen(Theme::current().muted);
    const int every = ticksApart(ground, QFontMetricsF(painter->font()));
    for (int tick = 0; tick < ground.scale.ticks; tick += every) {
        const double value = ground.scale.begin + ground.scale.step() * tick;
        const double share = double(tick) / (ground.scale.ticks - 1);
        const QString text = axisText(value, ground.sheet, ground.scale);
        if (ground.isAcross())
            painter->drawText(QRectF(ground.plot.left() + ground.plot.width() * share - 60, ground.plot.top() - lineHeight, 120,
                                     lineHeight - 2),
                              Qt::AlignHCenter | Qt::AlignVCenter, text);
        else
            painter->drawText(QRectF(0, ground.plot.bottom() - ground.plot.height() * share - 10, ground.plot.left() - gap, 20),
                              Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void drawAxisTitles(QPainter *painter, const PlotGround &ground)
{
    const Theme &theme = Theme::current();
    painter->setFont(sized(ground.font, 11));
    painter->setPen(theme.muted);
    const QRectF plot = ground.plot;
    if (ground.isAcross()) {
        const QFontMetricsF metrics(painter->font());
        const double room = ground.view.width() - plot.left();
        painter->drawText(QRectF(plot.left(), plot.top() - 2 * lineHeight, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(ground.sheet.valueTitle, Qt::ElideRight, room));
        painter->drawText(QRectF(0, plot.top() - 2 * lineHeight, plot.left() - gap, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                          ground.sheet.pointTitle);
        return;
    }
    const QFontMetricsF metrics(painter->font());
    const double room = ground.view.width() - 8;
    painter->drawText(QRectF(4, plot.top() - titleRise(ground.sheet), room, lineHeight), Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(ground.sheet.valueTitle, Qt::ElideRight, room));
    const int lines = fitNames(ground.sheet, ground.window, plot.width(), ground.font).lines;
    painter->drawText(QRectF(plot.left(), plot.bottom() + lines * lineHeight + 4, plot.width(), lineHeight), Qt::AlignRight | Qt::AlignTop,
                      ground.sheet.pointTitle);
}

} // namespace

QFont sized(QFont font, int pixels, bool strong)
{
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

double writtenFactor(const ChartSheet &sheet)
{
    switch (sheet.unit) {
    case ChartUnit::Amount: return 1 / std::pow(10.0, sheet.currency.exponent);
    case ChartUnit::Share: return 100;
    case ChartUnit::Text:
    case ChartUnit::Count:
    case ChartUnit::Number:
    case ChartUnit::Day:
    case ChartUnit::Week:
    case ChartUnit::Month:
    case ChartUnit::Ratio: return 1;
    }
    Q_UNREACHABLE();
}

QString axisText(double written, const ChartSheet &sheet, const Scale &scale)
{
    const QString number = QLocale().toString(written, 'f', scale.step() < 1 ? 1 : 0);
    return sheet.unit == ChartUnit::Share ? QStringLiteral("%1 %").arg(number) : number;
}

double PlotGround::along(double value) const
{
    const double share = (value * writtenFactor(sheet) - scale.begin) / (scale.end - scale.begin);
    return share * (isAcross() ? plot.width() : plot.height());
}

QRectF PlotGround::band(int point) const
{
    if (sheet.layout == ChartSheet::Layout::Grid) {
        const auto columns = int(sheet.gridColumns.size());
        const double width = plot.width() / std::max(1, columns);
        const double height = plot.height() / std::max(1, window.count);
        return {plot.left() + width * (point % columns), plot.top() + height * (point / columns - window.first), width, height};
    }
    const int place = point - window.first;
    const double size = (isAcross() ? plot.height() : plot.width()) / std::max(1, window.count);
    if (isAcross())
        return {0, plot.top() + size * place, view.width(), size};
    return {plot.left() + size * place, plot.top(), size, view.height() - plot.top()};
}

QRectF PlotGround::part(int point, double from, double to) const
{
    const QRectF whole = band(point);
    if (isAcross())
        return {plot.left() + along(from), whole.center().y() - whole.height() * barShare / 2, along(to) - along(from),
                whole.height() * barShare};
    return {whole.center().x() - whole.width() * barShare / 2, plot.bottom() - along(to), whole.width() * barShare,
            along(to) - along(from)};
}

int PlotGround::pointAt(QPointF position) const
{
    const double down = (position.y() - plot.top()) / plot.height();
    const double right = (position.x() - plot.left()) / plot.width();
    const bool isGrid = sheet.layout == ChartSheet::Layout::Grid;
    const double lengthwise = isAcross() ? down : right;
    if (window.count == 0 || lengthwise < 0 || lengthwise >= 1 || (isGrid && (right < 0 || right >= 1)))
        return -1;
    const int place = window.first + std::min(int(lengthwise * window.count), window.count - 1);
    if (!isGrid)
        return place;
    const auto columns = int(sheet.gridColumns.size());
    return place * columns + std::min(int(right * columns), columns - 1);
}

QString endOf(const ChartSeries &series, bool inShort) { return inShort && !series.end.isEmpty() ? series.end : series.name; }

double endsWidth(const ChartSheet &sheet, double room, const QFont &font)
{
    constexpr double around = 14;
    const QFontMetricsF metrics(sized(font, 12));
    const auto widestOf = [&](bool inShort) {
        double widest = 0;
        for (const ChartSeries &series : sheet.series) {
            if (series.shape != ChartSeries::Shape::Bar)
                widest = std::max(widest, metrics.horizontalAdvance(endOf(series, inShort)) + around);
        }
        return widest;
    };
    const double full = widestOf(false);
    return full <= room ? full : widestOf(true);
}

PlotRoom roomFor(const ChartSheet &sheet, ChartWindow window, QSizeF view, const QFont &font, const Scale &scale)
{
    const QFontMetricsF small(sized(font, 11));
    const QFontMetricsF body(sized(font, 12));
    const double key = keyHeightOf(sheet, view.width(), font);
    double ends = 0;
    double names = 40;
    if (sheet.layout == ChartSheet::Layout::Upwards) {
        double widest = 0;
        for (int tick = 0; tick < scale.ticks; ++tick)
            widest = std::max(widest, small.horizontalAdvance(axisText(scale.begin + scale.step() * tick, sheet, scale)));
        if (hasLines(sheet))
            ends = endsWidth(sheet, view.width() * endShare, font);
        // Where even short names would be cut beside their lines, the key alone says them.
        const double most = view.width() * endShare;
        const double beside = ends > most && view.width() < narrowView ? leastBeside : std::clamp(ends, leastBeside, most);
        const double left = widest + 2 * gap;
        const int lines = fitNames(sheet, window, view.width() - left - beside, font).lines;
        return {left, key + titleRise(sheet) + 6, beside, (1 + lines) * lineHeight + 6};
    }
    if (sheet.layout == ChartSheet::Layout::Grid) {
        for (const QString &name : sheet.gridRows)
            names = std::max({names, body.horizontalAdvance(name.section(u'\n', 0, 0)), small.horizontalAdvance(name.section(u'\n', 1))});
        return {std::min(names + 2, view.width() * gridNameShare) + gap + 2, 2 * lineHeight, 4, 4};
    }
    for (int i = 0; i < window.count; ++i) {
        const ChartPoint &point = sheet.points[size_t(window.first + i)];
        for (const QString &line : point.name.split(u'\n'))
            names = std::max(names, body.horizontalAdvance(line));
        ends = std::max(ends, small.horizontalAdvance(point.label));
    }
    ends = std::max(ends + 12, small.horizontalAdvance(axisText(scale.end, sheet, scale)) / 2 + 4);
    names = std::max(names, small.horizontalAdvance(sheet.pointTitle));
    return {std::min(names, view.width() * fullNameShare) + gap + 2, key + 2 * lineHeight, ends, 4};
}

void drawMarks(QPainter *painter, const PlotGround &ground)
{
    if (ground.sheet.points.empty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (ground.sheet.layout == ChartSheet::Layout::Grid) {
        drawCells(painter, ground);
    } else {
        drawKey(painter, ground);
        drawNames(painter, ground);
        drawValues(painter, ground);
        drawAxisTitles(painter, ground);
        drawBarHatches(painter, ground);
        drawUnfinished(painter, ground);
        drawMarkLines(painter, ground);
        drawLineMarks(painter, ground);
        drawBarTexts(painter, ground);
        drawNamesAbove(painter, ground);
    }
    painter->restore();
}

void drawCurrent(QPainter *painter, const PlotGround &ground, int point)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(ground.band(point).adjusted(1, 1, -1, -1), 4, 4);
    painter->restore();
}

void drawCurrentLine(QPainter *painter, const PlotGround &ground, int point, int series)
{
    const std::optional<double> value = ground.sheet.series[size_t(series)].values[size_t(point)];
    if (!value)
        return;
    constexpr double radius = 8;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(QPointF(ground.band(point).center().x(), ground.plot.bottom() - ground.along(*value)), radius, radius);
    painter->restore();
}

namespace {

/// Where the words of a bar stand that hide neither it nor the next one: beside it where there is room, else below the next or
/// above the one before, away from their names.
QPointF bubbleAcross(const PlotGround &ground, int point, QSizeF size)
{
    constexpr double apart = 8;
    const QRectF band = ground.band(point);
    const QRectF whole = ground.part(point, 0, ground.sheet.sum(size_t(point)));
    const double label = QFontMetricsF(sized(ground.font, 11)).horizontalAdvance(ground.sheet.points[size_t(point)].label);
    const double right = ground.view.width() - size.width() - 4;
    const double beside = whole.right() + 2 * apart + label;
    if (beside <= right)
        return {beside, std::clamp(band.center().y() - size.height() / 2, 4.0, std::max(4.0, ground.view.height() - size.height() - 4))};
    const double below = band.bottom() + band.height() + 2;
    if (below + size.height() <= ground.view.height() - 4)
        return {right, below};
    return {right, band.top() - band.height() - 2 - size.height()};
}

/// Above the bar, moved over the ones before it where it would hide the next.
QPointF bubbleUpwards(const PlotGround &ground, int point, QSizeF size)
{
    constexpr double above = 24;
    const QRectF whole = ground.part(point, 0, ground.sheet.sum(size_t(point)));
    QRectF bubble(QPointF(whole.center().x() - size.width() / 2, std::max(4.0, whole.top() - size.height() - above)), size);
    const int next = point + 1;
    if (next < ground.window.first + ground.window.count && ground.part(next, 0, ground.sheet.sum(size_t(next))).intersects(bubble))
        bubble.moveRight(ground.band(point).right());
    return bubble.topLeft();
}

} // namespace

void drawBubble(QPainter *painter, const PlotGround &ground, int point)
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(sized(ground.font, 12));
    const QString &words = ground.sheet.points[size_t(point)].words;
    const QRectF text =
        QFontMetricsF(painter->font()).boundingRect(QRectF(0, 0, std::min(360.0, ground.view.width() - 40), 400), Qt::TextWordWrap, words);
    QRectF bubble(0, 0, text.width() + 20, text.height() + 14);
    if (ground.sheet.layout == ChartSheet::Layout::Grid) {
        const QRectF cell = ground.band(point);
        bubble.moveTo(std::min(cell.right(), ground.plot.center().x()) - bubble.width() / 2, cell.bottom() + 8);
        if (bubble.bottom() > ground.view.height() - 4)
            bubble.moveBottom(cell.top() - 8);
    } else {
        bubble.moveTopLeft(ground.isAcross() ? bubbleAcross(ground, point, bubble.size()) : bubbleUpwards(ground, point, bubble.size()));
    }
    bubble.moveLeft(std::clamp(bubble.left(), 4.0, std::max(4.0, ground.view.width() - bubble.width() - 4)));
    bubble.moveTop(std::max(4.0, bubble.top()));
    painter->setPen(theme.isDark ? QPen(theme.muted, 1) : QPen(Qt::NoPen));
    painter->setBrush(theme.palette().color(QPalette::ToolTipBase));
    painter->drawRoundedRect(bubble, 6, 6);
    painter->setPen(theme.palette().color(QPalette::ToolTipText));
    painter->drawText(bubble.adjusted(10, 7, -10, -7), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
    painter->restore();
}

} // namespace waitline
