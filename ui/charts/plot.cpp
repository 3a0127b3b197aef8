#include "ui/charts/plot.h"

#include "ui/charts/hues.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QRubberBand>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace waitline {

Plot::Plot(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QChartView(parent)
    , m_names(new QBarCategoryAxis(this))
    , m_places(new QValueAxis(this))
    , m_values(new QValueAxis(this))
    , m_band(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(240);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setBackgroundRoundness(0);
    m_band->setObjectName(objectName + QStringLiteral("Band"));
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_names, m_places, m_values})
        axis->setLabelsVisible(false); // drawn by drawMarks, which can cut them
    m_names->setGridLineVisible(false);
    m_places->setGridLineVisible(false);
    m_places->setVisible(false);
    m_values->setLineVisible(false);
    colour();
}

int Plot::places() const { return m_sheet.layout == ChartSheet::Layout::Grid ? int(m_sheet.gridRows.size()) : int(m_sheet.points.size()); }

int Plot::placeOf(int point) const
{
    return m_sheet.layout == ChartSheet::Layout::Grid ? point / std::max(1, int(m_sheet.gridColumns.size())) : point;
}

void Plot::setSheet(const ChartSheet &sheet)
{
    const int before = places();
    const bool wasOther = m_sheet.layout != sheet.layout;
    m_sheet = sheet;
    if (wasOther || before != places() || m_window.count == 0)
        m_window = {0, places()};
    m_hovered = -1;
    m_current = std::min(m_current, int(m_sheet.points.size()) - 1);
    rebuild();
    Q_EMIT windowChanged();
}

PlotGround Plot::ground() const { return {m_sheet, m_window, chart()->plotArea(), viewport()->size(), m_scale, font()}; }

/// Hands Qt Charts the points that are shown, and no others.
void Plot::rebuild()
{
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes())
        chart()->removeAxis(axis);
    double least = 0;
    double most = 0;
    const double factor = writtenFactor(m_sheet);
    const bool isGrid = m_sheet.layout == ChartSheet::Layout::Grid;
    for (int i = 0; !isGrid && i < m_window.count; ++i) {
        const size_t point = size_t(m_window.first + i);
        most = std::max(most, m_sheet.sum(point) * factor);
        for (const ChartSeries &series : m_sheet.series) {
            if (series.shape == ChartSeries::Shape::Bar)
                continue;
            least = std::min(least, series.values[point].value_or(0) * factor);
            most = std::max({most, series.values[point].value_or(0) * factor,
                             point < series.upper.size() ? series.upper[point].value_or(0) * factor : 0});
        }
    }
    m_scale = scaleFor(m_sheet.unit, least, most);
    if (!isGrid && !m_sheet.points.empty()) {
        QStringList names;
        for (int i = 0; i < m_window.count; ++i)
            names += QString::number(i);
        m_names->setCategories(names);
        m_places->setRange(-.5, m_window.count - .5);
        m_values->setRange(m_scale.begin, m_scale.end);
        m_values->setTickCount(m_scale.ticks);
        chart()->addAxis(m_names, isAcross() ? Qt::AlignLeft : Qt::AlignBottom);
        chart()->addAxis(m_values, isAcross() ? Qt::AlignTop : Qt::AlignLeft);
        if (!isAcross())
            chart()->addAxis(m_places, Qt::AlignBottom);
        addBars();
        for (const ChartSeries &series : m_sheet.series) {
            if (series.shape == ChartSeries::Shape::Band)
                addBand(series);
            else if (series.shape != ChartSeries::Shape::Bar)
                addLine(series);
        }
    }
    colour();
    layOut();
    viewport()->update();
}

/// Whether bars are too many for gaps between them.
bool Plot::isThin() const
{
    constexpr int leastPlace = 5; // px
    return (isAcross() ? viewport()->height() : viewport()->width()) < leastPlace * m_window.count;
}

void Plot::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_places);
    series->attachAxis(m_values);
}

void Plot::addBars()
{
    QAbstractBarSeries *bars = isAcross() ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries) : new QStackedBarSeries;
    m_isThin = isThin();
    bars->setBarWidth(m_isThin ? 1 : .7);
    const double factor = writtenFactor(m_sheet);
    for (const ChartSeries &series : m_sheet.series) {
        if (series.shape != ChartSeries::Shape::Bar)
            continue;
        auto *set = new QBarSet(series.name);
        set->setBrush(colourOf(series.hue));
        set->setPen(isThin() ? QPen(Qt::NoPen) : QPen(Theme::current().raised, 1));
        for (int i = 0; i < m_window.count; ++i) {
            // Across, the first category is the lowest: the first bar is to be on top.
            const int place = isAcross() ? m_window.count - 1 - i : i;
            set->append(series.values[size_t(m_window.first + place)].value_or(0) * factor);
        }
        bars->append(set);
    }
    chart()->addSeries(bars); // also without any set: the axes need a series
    bars->attachAxis(m_names);
    bars->attachAxis(m_values);
}

/// A line for each run of points with a value.
void Plot::addLine(const ChartSeries &series)
{
    QLineSeries *line = nullptr;
    const double factor = writtenFactor(m_sheet);
    for (int i = 0; i <= m_window.count; ++i) {
        const bool isThere = i < m_window.count && series.values[size_t(m_window.first + i)];
        if (!isThere) {
            if (line)
                attach(line);
            line = nullptr;
            continue;
        }
        if (!line) {
            line = new QLineSeries;
            line->setName(series.name);
            line->setPen(QPen(colourOf(series.hue), 2, series.shape == ChartSeries::Shape::Dashed ? Qt::DashLine : Qt::SolidLine));
        }
        line->append(i, *series.values[size_t(m_window.first + i)] * factor);
    }
}

/// A band for each run of points with a value, as of lines; one alone is as wide as a bar would be.
void Plot::addBand(const ChartSeries &series)
{
    constexpr double half = .3;
    const double factor = writtenFactor(m_sheet);
    const auto isThere = [&](int place) {
        const size_t point = size_t(m_window.first + place);
        return place < m_window.count && series.values[point] && point < series.upper.size() && series.upper[point];
    };
    for (int first = 0; first < m_window.count; ++first) {
        if (!isThere(first))
            continue;
        auto *lower = new QLineSeries;
        auto *upper = new QLineSeries;
        const auto add = [&](double x, int place) {
            lower->append(x, *series.values[size_t(m_window.first + place)] * factor);
            upper->append(x, *series.upper[size_t(m_window.first + place)] * factor);
        };
        int end = first;
        for (; isThere(end); ++end)
            add(end, end);
        if (end == first + 1) {
            lower->clear();
            upper->clear();
            add(first - half, first);
            add(first + half, first);
        }
        auto *area = new QAreaSeries(upper, lower);
        lower->setParent(area);
        upper->setParent(area);
        area->setName(series.name);
        QColor fill = colourOf(series.hue);
        fill.setAlphaF(.2f);
        area->setBrush(fill);
        area->setPen(QPen(colourOf(series.hue), 1, Qt::DotLine));
        attach(area);
        first = end;
    }
}

/// The plot leaves room for what drawMarks draws around it.
void Plot::layOut()
{
    const QSizeF size = viewport()->size();
    const PlotRoom room = roomFor(m_sheet, m_window, size, font(), m_scale);
    const int leastHeight = m_sheet.layout == ChartSheet::Layout::Grid ? 160 : 100; // of what is between the names
    setMinimumHeight(int(std::ceil(room.top + room.bottom)) + leastHeight);
    chart()->resize(size);
    chart()->setPlotArea(QRectF(room.left, room.top, std::max(10.0, size.width() - room.left - room.right),
                                std::max(10.0, size.height() - room.top - room.bottom)));
    // The axes follow a set plot area only when the chart is laid out anew.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
}

void Plot::colour()
{
    const Theme &theme = Theme::current();
    chart()->setBackgroundBrush(theme.raised);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(theme.raised);
    m_values->setGridLinePen(QPen(theme.line, 1));
    m_names->setLinePen(QPen(theme.muted, 1));
}

QRect Plot::bandOf(int point) const { return ground().band(point).toAlignedRect(); }

void Plot::setCurrentPoint(int point)
{
    if (point >= int(m_sheet.points.size()) || point == m_current)
        return;
    m_current = point;
    if (point >= 0) {
        const int place = placeOf(point);
        if (place < m_window.first)
            setWindow({place, m_window.count});
        else if (place >= m_window.first + m_window.count)
            setWindow({place - m_window.count + 1, m_window.count});
    }
    setAccessibleDescription(point < 0 ? QString() : QString(m_sheet.points[size_t(point)].words).replace(u'\n', QStringLiteral(": ")));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
    Q_EMIT currentPointChanged(point);
}

void Plot::setWindow(ChartWindow window)
{
    window.count = std::clamp(window.count, std::min(1, places()), places());
    window.first = std::clamp(window.first, 0, places() - window.count);
    if (window == m_window)
        return;
    m_window = window;
    m_hovered = -1;
    rebuild();
    Q_EMIT windowChanged();
}

void Plot::showAll() { setWindow({0, places()}); }

void Plot::zoom(double factor)
{
    const int place = m_current < 0 ? -1 : placeOf(m_current) - m_window.first;
    zoomAround(factor, place >= 0 && place < m_window.count ? (place + .5) / m_window.count : .5);
}

void Plot::zoomAround(double factor, double share)
{
    const double wanted = m_window.count * factor;
    const int count = std::max(std::min(3, places()), int(factor < 1 ? std::floor(wanted) : std::ceil(wanted)));
    setWindow({int(std::lround(m_window.first + share * (m_window.count - count))), count});
}

void Plot::pan(int by) { setWindow({m_window.first + by, m_window.count}); }

void Plot::draw(QPainter *painter, QPointF at)
{
    m_isPicture = true;
    render(painter, QRectF(at, viewport()->size()), viewport()->rect());
    m_isPicture = false;
}

void Plot::drawForeground(QPainter *painter, const QRectF &)
{
    const PlotGround here = ground();
    drawMarks(painter, here);
    const auto isShown = [&](int point) {
        return point >= 0 && placeOf(point) >= m_window.first && placeOf(point) < m_window.first + m_window.count;
    };
    if (m_isPicture)
        return;
    if (isShown(m_current)) {
        drawCurrent(painter, here, m_current);
        if (const int line = lineAt(m_current); line >= 0)
            drawCurrentLine(painter, here, m_current, line);
    }
    const int told = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (isShown(told))
        drawBubble(painter, here, told);
}

} // namespace waitline
