// How a plot is moved about in: keys, wheel and mouse.
#include "ui/charts/plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QRubberBand>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr double keyFactor = .6;
constexpr double wheelFactor = .8;
constexpr int farStep = 10;

} // namespace

void Plot::resizeEvent(QResizeEvent *event)
{
    const bool wasThin = m_isThin;
    QChartView::resizeEvent(event);
    if (isThin() != wasThin && !m_sheet.points.empty())
        rebuild();
    else
        layOut();
}

void Plot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        rebuild();
}

void Plot::step(int by)
{
    const int perPlace = m_sheet.layout == ChartSheet::Layout::Grid ? int(m_sheet.gridColumns.size()) : 1;
    if (!m_sheet.points.empty())
        setCurrentPoint(std::clamp(m_current < 0 ? m_window.first * perPlace : m_current + by, 0, int(m_sheet.points.size()) - 1));
}

bool Plot::stepByKey(int key)
{
    const bool isGrid = m_sheet.layout == ChartSheet::Layout::Grid;
    const auto columns = int(m_sheet.gridColumns.size());
    switch (key) {
    case Qt::Key_Up: return isAcross() ? (step(isGrid ? -columns : -1), true) : stepLine(-1);
    case Qt::Key_Down: return isAcross() ? (step(isGrid ? columns : 1), true) : stepLine(1);
    case Qt::Key_Left: return (!isAcross() || isGrid) && (step(-1), true);
    case Qt::Key_Right: return (!isAcross() || isGrid) && (step(1), true);
    case Qt::Key_PageUp: step(-farStep); return true;
    case Qt::Key_PageDown: step(farStep); return true;
    case Qt::Key_Home: step(-int(m_sheet.points.size())); return true;
    case Qt::Key_End: step(int(m_sheet.points.size())); return true;
    default: return false;
    }
}

bool Plot::zoomByKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(keyFactor); return true;
    case Qt::Key_Minus: zoom(1 / keyFactor); return true;
    case Qt::Key_0: showAll(); return true;
    default: return false;
    }
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (modifiers == Qt::ControlModifier && (key == Qt::Key_Left || key == Qt::Key_Up))
        return pan(-std::max(1, m_window.count / 4));
    if (modifiers == Qt::ControlModifier && (key == Qt::Key_Right || key == Qt::Key_Down))
        return pan(std::max(1, m_window.count / 4));
    const bool isPlus = key == Qt::Key_Plus && modifiers == Qt::ShiftModifier; // as many keyboards have it
    if ((modifiers == Qt::NoModifier || isPlus) && zoomByKey(key))
        return;
    if (modifiers == Qt::NoModifier && stepByKey(key))
        return;
    if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0)
        Q_EMIT opened(m_current);
    else
        event->ignore(); // the page's own keys
}

/// How far along the points a position is, 0 to 1.
double Plot::shareOf(QPointF position) const
{
    const QRectF area = chart()->plotArea();
    const double share = isAcross() ? (position.y() - area.top()) / area.height() : (position.x() - area.left()) / area.width();
    return std::clamp(share, 0.0, 1.0);
}

void Plot::setHovered(int point)
{
    if (std::exchange(m_hovered, point) == point)
        return;
    setCursor(point < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void Plot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Panning : Drag::Pressed;
    m_pressed = event->position();
    m_pressedWindow = m_window;
}

void Plot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return setHovered(ground().pointAt(event->position()));
    dragTo(event->position());
}

void Plot::dragTo(QPointF position)
{
    if (m_drag == Drag::Panning) {
        const double moved = shareOf(m_pressed) - shareOf(position);
        return setWindow({m_pressedWindow.first + int(std::lround(moved * m_pressedWindow.count)), m_pressedWindow.count});
    }
    if ((position - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag = Drag::Zooming;
    setHovered(-1);
    const QRectF area = chart()->plotArea();
    const QRectF over = isAcross() ? QRectF(area.left(), m_pressed.y(), area.width(), position.y() - m_pressed.y())
                                   : QRectF(m_pressed.x(), area.top(), position.x() - m_pressed.x(), area.height());
    m_band->setGeometry(over.normalized().toAlignedRect());
    m_band->show();
}

void Plot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        endDrag(event->position());
}

void Plot::endDrag(QPointF position)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_band->hide();
    if (drag == Drag::Zooming) {
        const double a = std::min(shareOf(m_pressed), shareOf(position)) * m_window.count;
        const double b = std::max(shareOf(m_pressed), shareOf(position)) * m_window.count;
        const int first = int(std::floor(a));
        return setWindow({m_window.first + first, std::max(1, int(std::ceil(b)) - first)});
    }
    const int point = ground().pointAt(position);
    if (drag != Drag::Pressed || point < 0 || point != ground().pointAt(m_pressed))
        return;
    setCurrentPoint(point);
    m_line = nearestLine(point, position);
    Q_EMIT opened(point);
}

void Plot::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QChartView::leaveEvent(event);
}

void Plot::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (turned.x() != 0 || event->modifiers() & Qt::ShiftModifier)
        return pan((turned.x() != 0 ? turned.x() : turned.y()) > 0 ? -std::max(1, m_window.count / 10) : std::max(1, m_window.count / 10));
    if (turned.y() != 0)
        zoomAround(turned.y() > 0 ? wheelFactor : 1 / wheelFactor, shareOf(event->position()));
    event->accept();
}

void Plot::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0 && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        step(0);
    viewport()->update();
}

void Plot::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace waitline
