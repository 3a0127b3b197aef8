#include "ui/charts/barchart.h"

#include "ui/charts/barmarks.h"
#include "ui/charts/scale.h"

#include <QAccessible>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <numeric>

namespace waitline {

double Bar::sum() const { return std::accumulate(parts.begin(), parts.end(), 0.0); }

BarChart::BarChart(Direction direction, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QChartView(parent)
    , m_direction(direction)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setBackgroundRoundness(0);
    chart()->setLocalizeNumbers(true);
    m_names = new QBarCategoryAxis(this);
    m_names->setLabelsVisible(false); // drawn by drawBarMarks, which can cut them
    m_names->setGridLineVisible(false);
    m_values = new QValueAxis(this);
    m_values->setLineVisible(false);
    m_values->setLabelsVisible(isAcross()); // upwards they are drawn by drawBarMarks: the axis would cut them
    m_values->setLabelFormat(QStringLiteral("%.0f"));
    chart()->addAxis(m_names, isAcross() ? Qt::AlignLeft : Qt::AlignBottom);
    chart()->addAxis(m_values, isAcross() ? Qt::AlignTop : Qt::AlignLeft);
    colour();
}

void BarChart::setData(BarChartData drawn)
{
    m_data = std::move(drawn);
    chart()->removeAllSeries();
    m_series = isAcross() ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries) : new QStackedBarSeries;
    m_series->setBarWidth(isAcross() ? .66 : .78);
    const auto count = qsizetype(m_data.bars.size());
    QStringList names;
    double most = 0;
    for (qsizetype bar = 0; bar < count; ++bar) {
        names += QString::number(bar);
        most = std::max(most, m_data.bars[size_t(bar)].sum());
    }
    for (size_t series = 0; series < m_data.series.size(); ++series) {
        auto *set = new QBarSet(m_data.series[series].name);
        for (qsizetype place = 0; place < count; ++place) {
            // Across, the first category is the lowest: the first bar is to be on top.
            const qsizetype bar = isAcross() ? count - 1 - place : place;
            set->append(m_data.bars[size_t(bar)].parts[series]);
        }
        m_series->append(set);
    }
    const Scale scale = scaleUpTo(most);
    m_names->setCategories(names);
    m_values->setRange(0, scale.end);
    m_values->setTickCount(scale.ticks);
    chart()->addSeries(m_series);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
    colour();
    layOut();
    m_hovered = -1;
    m_current = std::min(m_current, int(count) - 1);
    viewport()->update();
}

/// The plot leaves room for the names and for the totals at the bars' ends, which are drawn on top.
void BarChart::layOut()
{
    const QSizeF size = viewport()->size();
    const BarRoom room = roomFor(m_data, isAcross(), size, font(), scaleUpTo(m_values->max()).widestText());
    chart()->resize(size);
    chart()->setPlotArea(QRectF(room.left, room.top, std::max(10.0, size.width() - room.left - room.right),
                                std::max(10.0, size.height() - room.top - room.bottom)));
    // The axes follow a set plot area only when the chart is laid out anew.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
}

void BarChart::colour()
{
    const Theme &theme = Theme::current();
    chart()->setBackgroundBrush(theme.raised);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(theme.raised);
    QFont small = font();
    small.setPixelSize(11);
    m_values->setLabelsFont(small);
    m_values->setLabelsBrush(theme.muted);
    m_values->setGridLinePen(QPen(theme.line, 1));
    m_names->setLinePen(QPen(theme.muted, 1));
    if (!m_series)
        return;
    const QList<QBarSet *> sets = m_series->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        sets[i]->setBrush(patternBrush(m_data.series[size_t(i)]));
        sets[i]->setPen(QPen(theme.raised, isAcross() || m_data.bars.size() < 120 ? 1 : 0));
    }
}

int BarChart::barAt(const QPointF &position) const
{
    const QRectF plot = chart()->plotArea();
    const auto count = int(m_data.bars.size());
    const double along = isAcross() ? (position.y() - plot.top()) / plot.height() : (position.x() - plot.left()) / plot.width();
    if (count == 0 || along < 0 || along >= 1)
        return -1;
    return std::min(int(along * count), count - 1);
}

QRect BarChart::bandOf(int bar) const
{
    return bandRect(chart()->plotArea(), isAcross(), bar, int(m_data.bars.size()), viewport()->size()).toAlignedRect();
}

void BarChart::setCurrentBar(int bar)
{
    if (bar >= int(m_data.bars.size()) || bar == m_current)
        return;
    m_current = bar;
    setAccessibleDescription(bar < 0 ? QString() : QString(m_data.bars[size_t(bar)].words).replace(u'\n', QStringLiteral(": ")));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
    Q_EMIT currentBarChanged(bar);
}

void BarChart::setHovered(int bar)
{
    if (std::exchange(m_hovered, bar) == bar)
        return;
    setCursor(bar < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void BarChart::step(int by)
{
    if (!m_data.bars.empty())
        setCurrentBar(std::clamp(m_current < 0 ? 0 : m_current + by, 0, int(m_data.bars.size()) - 1));
}

QImage BarChart::picture(const QString &title, const QString &subtitle, qreal scale)
{
    constexpr int margin = 24;
    constexpr int heading = 64;
    const QSize inner = viewport()->size();
    const QSize size(inner.width() + 2 * margin, inner.height() + heading + 2 * margin);
    QImage image(size * scale, QImage::Format_RGB32);
    image.fill(Theme::current().raised);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawHeading(&painter, QRectF(margin, margin, inner.width(), heading), title, subtitle, font());
    m_isPicture = true;
    render(&painter, QRectF(QPointF(margin, margin + heading), inner), viewport()->rect());
    m_isPicture = false;
    return image;
}

void BarChart::drawForeground(QPainter *painter, const QRectF &)
{
    BarMarks marks{m_data, isAcross(), chart()->plotArea(), viewport()->size(), m_values->max(), font()};
    drawBarMarks(painter, marks);
    if (m_isPicture)
        return;
    if (m_current >= 0)
        drawCurrent(painter, marks, m_current);
    const int told = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (told >= 0)
        drawBubble(painter, marks, told);
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void BarChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int key = plain ? event->key() : 0;
    if (key == (isAcross() ? Qt::Key_Up : Qt::Key_Left))
        step(-1);
    else if (key == (isAcross() ? Qt::Key_Down : Qt::Key_Right))
        step(1);
    else if (key == Qt::Key_PageUp)
        step(-10);
    else if (key == Qt::Key_PageDown)
        step(10);
    else if (key == Qt::Key_Home)
        step(-int(m_data.bars.size()));
    else if (key == Qt::Key_End)
        step(int(m_data.bars.size()));
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0)
        Q_EMIT opened(m_current);
    else
        event->ignore(); // the page's own keys
}

void BarChart::mouseMoveEvent(QMouseEvent *event) { setHovered(barAt(event->position())); }

void BarChart::mousePressEvent(QMouseEvent *event) { m_pressed = event->button() == Qt::LeftButton ? barAt(event->position()) : -1; }

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position());
    if (event->button() != Qt::LeftButton || bar < 0 || std::exchange(m_pressed, -1) != bar)
        return;
    setCurrentBar(bar);
    Q_EMIT opened(bar);
}

void BarChart::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QChartView::leaveEvent(event);
}

void BarChart::wheelEvent(QWheelEvent *event) { event->ignore(); } // scrolls what the chart stands in

void BarChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0 && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        step(0);
    viewport()->update();
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace waitline
