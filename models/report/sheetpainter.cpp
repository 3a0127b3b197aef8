#include "models/report/sheetpainter.h"

#include "models/report/wrappedtext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr double lineMm = 4.4;
constexpr double headingMm = 11.5;
constexpr double keyMm = 6;
constexpr double barMm = 8; // at most, with the room around it
constexpr double barShare = .7;
constexpr double labelMm = 3.6; // of a line above bars
constexpr int mostTicks = 5;

/// Okabe and Ito's hues, dark enough for paper; bars of the second and later ones are hatched besides.
QColor colourOf(ChartSeries::Hue hue)
{
    using Hue = ChartSeries::Hue;
    switch (hue) {
    case Hue::Preorder: return {0x00, 0x6A, 0xA6};
    case Hue::Backorder: return {0xB8, 0x4A, 0x00};
    case Hue::Stock: return {0x7A, 0x82, 0x8E};
    case Hue::First: return {0x00, 0x7A, 0x5A};
    case Hue::Second: return {0xA8, 0x4D, 0x80};
    case Hue::Third: return {0x8A, 0x69, 0x00};
    case Hue::Fourth: return {0x2F, 0x8F, 0xC4};
    case Hue::Fifth: return {0x6B, 0x72, 0x00};
    case Hue::Sixth: return {0x3B, 0x42, 0x4E};
    }
    Q_UNREACHABLE();
}

/// The lines across a bar, as the window has them.
struct Hatch {
    bool level = false;
    bool upright = false;
    bool rising = false;
    bool falling = false;
};

Hatch hatchOf(ChartSeries::Hue hue)
{
    using Hue = ChartSeries::Hue;
    switch (hue) {
    case Hue::Preorder: return {};
    case Hue::Backorder: return {.rising = true};
    case Hue::Stock: return {.level = true};
    case Hue::First: return {.falling = true};
    case Hue::Second: return {.upright = true};
    case Hue::Third: return {.level = true, .rising = true};
    case Hue::Fourth: return {.level = true, .upright = true};
    case Hue::Fifth: return {.upright = true, .falling = true};
    case Hue::Sixth: return {.rising = true, .falling = true};
    }
    Q_UNREACHABLE();
}

/// Of bands, as they look on so many layers.
QColor paleOf(ChartSeries::Hue hue, int layers)
{
    QColor pale = colourOf(hue);
    pale.setAlphaF(layers > 1 ? .4f : .2f);
    return pale;
}

/// A round step of which at most so many reach `most`.
double roundStep(double most)
{
    for (double power = 1;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (power * factor * mostTicks >= most)
                return power * factor;
        }
    }
}

} // namespace

void setReportFont(QPainter &painter, double points, bool strong)
{
    // Letters that are set apart, be it by next to nothing, are not drawn as one: who searches a file finds them.
    constexpr double leastSpacing = 0.02;
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(points);
    font.setBold(strong);
    font.setLetterSpacing(QFont::AbsoluteSpacing, leastSpacing);
    painter.setFont(font);
    painter.setPen(Qt::black);
}

void SheetPainter::setFont(double points, bool strong) { setReportFont(m_painter, points, strong); }

void SheetPainter::text(const QRectF &area, Qt::Alignment alignment, const QString &words)
{
    m_painter.drawText(area, int(alignment),
                       QFontMetricsF(m_painter.font(), m_painter.device()).elidedText(words, Qt::ElideRight, area.width()));
}

std::optional<double> SheetPainter::mostMm(const ChartSheet &sheet)
{
    if (sheet.layout != ChartSheet::Layout::Across)
        return std::nullopt;
    return headingMm + keyMm + barMm * double(sheet.points.size());
}

double SheetPainter::most() const
{
    double most = 0;
    for (size_t point = 0; point < m_sheet.points.size(); ++point) {
        most = std::max(most, m_sheet.sum(point));
        for (const ChartSeries &series : m_sheet.series)
            most = std::max({most, series.values[point].value_or(0), point < series.upper.size() ? series.upper[point].value_or(0) : 0});
    }
    return most;
}

void SheetPainter::draw(QRectF area)
{
    drawHeading(area);
    drawKey(area);
    if (m_sheet.layout == ChartSheet::Layout::Across)
        drawAcross(area);
    else
        drawUpwards(area);
}

void SheetPainter::drawHeading(QRectF &area)
{
    setFont(10, true);
    drawWrapped(m_painter, QRectF(area.left(), area.top(), area.width(), 6 * m_mm), Qt::AlignLeft | Qt::AlignVCenter, m_sheet.title, 10,
                true);
    constexpr double filterPoints = 7.5;
    const double height = std::max(lineMm * m_mm, wrappedHeight(m_painter, m_sheet.filter, area.width(), filterPoints));
    m_painter.setPen(QColor(0x58, 0x61, 0x6F));
    drawWrapped(m_painter, QRectF(area.left(), area.top() + 6 * m_mm, area.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                m_sheet.filter, filterPoints);
    area.setTop(area.top() + (headingMm - lineMm) * m_mm + height);
}

void SheetPainter::drawKey(QRectF &area)
{
    setFont(7.5);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    double left = area.left();
    for (const ChartSeries &series : m_sheet.series) {
        const QRectF swatch(left, area.top() + .8 * m_mm, 3 * m_mm, 2.6 * m_mm);
        if (series.shape == ChartSeries::Shape::Bar) {
            fill(swatch, series.hue);
        } else if (series.shape == ChartSeries::Shape::Band) {
            const bool isWidest = &series == &m_sheet.series.back();
            m_painter.fillRect(swatch, paleOf(series.hue, isWidest ? 1 : 2));
        } else {
            m_painter.setPen(linePen(series));
            m_painter.drawLine(QPointF(swatch.left(), swatch.center().y()), QPointF(swatch.right(), swatch.center().y()));
        }
        m_painter.setPen(Qt::black);
        const double width = metrics.horizontalAdvance(series.name) + 2 * m_mm;
        text(QRectF(swatch.right() + 1 * m_mm, area.top(), width, lineMm * m_mm), Qt::AlignLeft | Qt::AlignVCenter, series.name);
        left = swatch.right() + width + 4 * m_mm;
    }
    setFont(7);
    m_painter.setPen(QColor(0x58, 0x61, 0x6F));
    text(QRectF(left, area.top(), std::max(0.0, area.right() - left), lineMm * m_mm), Qt::AlignRight | Qt::AlignVCenter,
         m_sheet.valueTitle);
    area.setTop(area.top() + keyMm * m_mm);
}

/// What was is solid, what is expected is dashed.
QPen SheetPainter::linePen(const ChartSeries &series) const
{
    return {colourOf(series.hue), .5 * m_mm, series.shape == ChartSeries::Shape::Dashed ? Qt::DashLine : Qt::SolidLine};
}

void SheetPainter::fill(const QRectF &part, ChartSeries::Hue hue)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.fillRect(part, colourOf(hue));
    // Patterns are in device dots, too fine on paper: lines of our own.
    m_painter.save();
    m_painter.setClipRect(part);
    m_painter.setPen(QPen(QColor(255, 255, 255, 170), .25 * m_mm));
    const double gap = 1.4 * m_mm;
    const Hatch hatch = hatchOf(hue);
    for (double y = part.top() + gap / 2; hatch.level && y < part.bottom(); y += gap)
        m_painter.drawLine(QPointF(part.left(), y), QPointF(part.right(), y));
    for (double x = part.left() + gap / 2; hatch.upright && x < part.right(); x += gap)
        m_painter.drawLine(QPointF(x, part.top()), QPointF(x, part.bottom()));
    for (double x = -part.height(); hatch.rising && x < part.width(); x += gap)
        m_painter.drawLine(QPointF(part.left() + x, part.bottom()), QPointF(part.left() + x + part.height(), part.top()));
    for (double x = -part.height(); hatch.falling && x < part.width(); x += gap)
        m_painter.drawLine(QPointF(part.left() + x, part.top()), QPointF(part.left() + x + part.height(), part.bottom()));
    m_painter.restore();
}

void SheetPainter::drawAcross(const QRectF &area)
{
    const double nameWidth = area.width() * .34;
    const double labelWidth = 26 * m_mm;
    const QRectF plot(area.left() + nameWidth, area.top(), area.width() - nameWidth - labelWidth, area.height());
    const double end = std::max(most(), 1.0);
    const double band = std::min(plot.height() / double(std::max<size_t>(1, m_sheet.points.size())), barMm * m_mm);
    for (size_t point = 0; point < m_sheet.points.size(); ++point) {
        const double top = plot.top() + band * double(point);
        setFont(8);
        drawWrapped(m_painter, QRectF(area.left(), top, nameWidth - 2 * m_mm, band), Qt::AlignRight | Qt::AlignVCenter,
                    m_sheet.points[point].name, 8);
        double left = plot.left();
        for (const ChartSeries &series : m_sheet.series) {
            const double width = plot.width() * series.values[point].value_or(0) / end;
            fill(QRectF(left, top + band * (1 - barShare) / 2, width, band * barShare), series.hue);
            left += width;
        }
        setFont(8);
        text(QRectF(left + 1.5 * m_mm, top, labelWidth - 1.5 * m_mm, band), Qt::AlignLeft | Qt::AlignVCenter, m_sheet.points[point].label);
    }
}

void SheetPainter::drawUpwards(const QRectF &area)
{
    const double above = (namesAbove(m_sheet).empty() ? 2 : 2 * labelMm) * m_mm;
    const QRectF plot(area.left() + 16 * m_mm, area.top() + above, area.width() - 18 * m_mm, area.height() - above - 7 * m_mm);
    const double step = m_sheet.unit == ChartUnit::Share ? .25 : roundStep(most());
    const double end = m_sheet.unit == ChartUnit::Share ? 1 : std::max(1.0, std::ceil(most() / step)) * step;
    drawGrid(plot, step, end);
    drawBands(plot, end);
    drawBars(plot, end);
    drawLines(plot, end);
    drawUnfinished(plot);
    drawMarkLines(plot);
    drawLabels(plot, end);
    drawNamesAbove(plot);
    drawNames(plot);
}

void SheetPainter::drawGrid(const QRectF &plot, double step, double end)
{
    for (int tick = 0; step * tick <= end; ++tick) {
        const double y = plot.bottom() - plot.height() * step * tick / end;
        m_painter.setPen(QPen(QColor(0xDD, 0xE1, 0xE7), .2 * m_mm));
        m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        setFont(7);
        text(QRectF(plot.left() - 16 * m_mm, y - 2 * m_mm, 14.5 * m_mm, 4 * m_mm), Qt::AlignRight | Qt::AlignVCenter,
             chartText(step * tick, m_sheet.unit, m_sheet.currency));
    }
}

void SheetPainter::drawBands(const QRectF &plot, double end)
{
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    for (const ChartSeries &series : m_sheet.series) {
        if (series.shape != ChartSeries::Shape::Band)
            continue;
        QPolygonF upper;
        QPolygonF lower;
        for (size_t point = 0; point < series.upper.size(); ++point) {
            if (!series.values[point] || !series.upper[point])
                continue;
            const double x = plot.left() + band * (double(point) + .5);
            upper += QPointF(x, plot.bottom() - plot.height() * *series.upper[point] / end);
            lower += QPointF(x, plot.bottom() - plot.height() * *series.values[point] / end);
        }
        std::reverse(lower.begin(), lower.end());
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(paleOf(series.hue, 1));
        m_painter.drawPolygon(upper + lower);
        m_painter.setBrush(Qt::NoBrush);
    }
}

void SheetPainter::drawBars(const QRectF &plot, double end)
{
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    for (size_t point = 0; point < m_sheet.points.size(); ++point) {
        double bottom = plot.bottom();
        for (const ChartSeries &series : m_sheet.series) {
            if (series.shape != ChartSeries::Shape::Bar)
                continue;
            const double height = plot.height() * series.values[point].value_or(0) / end;
            fill(QRectF(plot.left() + band * (double(point) + (1 - barShare) / 2), bottom - height, band * barShare, height), series.hue);
            bottom -= height;
        }
    }
}

/// What bars say above them; a line behind does not run through the numbers.
void SheetPainter::drawLabels(const QRectF &plot, double end)
{
    setFont(7);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    for (size_t point = 0; point < m_sheet.points.size(); ++point) {
        const QString &label = m_sheet.points[point].label;
        const double width = metrics.horizontalAdvance(label);
        if (label.isEmpty() || width >= band)
            continue;
        const double top = plot.bottom() - plot.height() * m_sheet.sum(point) / end;
        const QRectF area(plot.left() + band * (double(point) + .5) - width / 2, top - labelMm * m_mm, width, 3.2 * m_mm);
        m_painter.fillRect(area.adjusted(-.3 * m_mm, 0, .3 * m_mm, 0), Qt::white);
        text(area, Qt::AlignHCenter | Qt::AlignVCenter, label);
    }
}

/// What is not over yet is seen through a veil.
void SheetPainter::drawUnfinished(const QRectF &plot)
{
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    for (size_t point = 0; point < m_sheet.points.size(); ++point) {
        if (m_sheet.points[point].isUnfinished)
            m_painter.fillRect(QRectF(plot.left() + band * double(point), plot.top(), band, plot.height()), QColor(255, 255, 255, 140));
    }
}

void SheetPainter::drawMarkLines(const QRectF &plot)
{
    m_painter.setPen(QPen(Qt::black, .25 * m_mm, Qt::DotLine));
    for (const ChartMark &mark : m_sheet.marks) {
        const double x = plot.left() + plot.width() * mark.at / double(std::max<size_t>(1, m_sheet.points.size()));
        m_painter.drawLine(QPointF(x, plot.top() - labelMm * m_mm), QPointF(x, plot.bottom()));
    }
}

/// Today, that a period is not over, and what else is marked: above what bars say.
void SheetPainter::drawNamesAbove(const QRectF &plot)
{
    setFont(7);
    m_painter.setPen(Qt::black);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    double least = plot.left();
    for (const ChartMark &name : namesAbove(m_sheet)) {
        const double width = metrics.horizontalAdvance(name.name) + m_mm;
        const double middle = plot.left() + plot.width() * name.at / double(m_sheet.points.size());
        const double left = std::max(least, std::min(middle - width / 2, plot.right() - width));
        text(QRectF(left, plot.top() - 2 * labelMm * m_mm, width, labelMm * m_mm), Qt::AlignHCenter | Qt::AlignVCenter, name.name);
        least = left + width + m_mm;
    }
}

void SheetPainter::drawLines(const QRectF &plot, double end)
{
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    for (const ChartSeries &series : m_sheet.series) {
        if (series.shape != ChartSeries::Shape::Line && series.shape != ChartSeries::Shape::Dashed)
            continue;
        m_painter.setPen(linePen(series));
        std::optional<QPointF> last;
        for (size_t point = 0; point < series.values.size(); ++point) {
            if (!series.values[point]) {
                last.reset();
                continue;
            }
            const QPointF here(plot.left() + band * (double(point) + .5), plot.bottom() - plot.height() * *series.values[point] / end);
            if (last)
                m_painter.drawLine(*last, here);
            last = here;
        }
    }
}

void SheetPainter::drawNames(const QRectF &plot)
{
    setFont(7);
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    const double band = plot.width() / double(std::max<size_t>(1, m_sheet.points.size()));
    double widest = 1;
    for (const ChartPoint &point : m_sheet.points)
        widest = std::max(widest, metrics.horizontalAdvance(point.name) + 2 * m_mm);
    const auto step = size_t(std::max(1.0, std::ceil(widest / band)));
    for (size_t point = 0; point < m_sheet.points.size(); point += step)
        text(QRectF(plot.left() + band * (double(point) + .5) - widest, plot.bottom() + .6 * m_mm, 2 * widest, 4 * m_mm),
             Qt::AlignHCenter | Qt::AlignTop, m_sheet.points[point].name);
}

} // namespace waitline
