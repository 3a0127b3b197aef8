#include "ui/widgets/sidescroll.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace waitline {

namespace {

/// Where the keyboard goes in an area by itself or by a program is kept in view: Qt does it for Tab only. Waits until what
/// was just added has its place.
void followFocus(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (!now || !area->widget()->isAncestorOf(now) || now->height() > area->viewport()->height())
            return;
        QTimer::singleShot(0, area, [area, now = QPointer(now)] {
            if (now)
                area->ensureWidgetVisible(now, 0, now->height());
        });
    });
}

/// Keeps an area as wide as its content needs beside the scroll bar, so that nothing is cut when the bar comes.
class RoomForTheBar final : public QObject {
public:
    explicit RoomForTheBar(QScrollArea *area) : QObject(area), m_area(area) { area->widget()->installEventFilter(this); }

protected:
    bool eventFilter(QObject *content, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width() + m_area->verticalScrollBar()->sizeHint().width());
        return QObject::eventFilter(content, event);
    }

private:
    QScrollArea *m_area;
};

/// As high as it must be at its width: what wraps needs more the narrower it is, and its layout tells as the least height
/// that at the least width. The area would scroll on below the end.
class Content final : public QWidget {
public:
    explicit Content(QWidget *inner) : m_inner(inner)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(inner);
    }
    QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return hasHeightForWidth() ? QSize(least.width(), 0) : least;
    }
    int heightForWidth(int width) const override
    {
        const QLayout *layout = m_inner->layout();
        return layout && layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width) : QWidget::heightForWidth(width);
    }

private:
    QWidget *m_inner;
};

/// The area a widget stands in; none where it stands in none.
QScrollArea *areaAround(const QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->isWindow() ? nullptr : above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            return area;
    }
    return nullptr;
}

QScrollArea *scroll(QWidget *content, const QString &accessibleName)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    makeFrameless(*area, accessibleName);
    return area;
}

} // namespace

void makeFrameless(QScrollArea &area, const QString &accessibleName)
{
    area.setAccessibleName(accessibleName);
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setFocusPolicy(Qt::NoFocus);
    area.viewport()->setAutoFillBackground(false);
    area.widget()->setAutoFillBackground(false); // which the area switches on
    followFocus(&area);
}

QScrollArea *sideScroll(QWidget *content, const QString &accessibleName)
{
    QScrollArea *area = scroll(new Content(content), accessibleName);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new RoomForTheBar(area);
    return area;
}

void scrollToAll(QWidget *widget, int covered)
{
    scrollToPart(
        widget, [widget] { return widget->rect(); }, covered);
}

void scrollToPart(QWidget *widget, const std::function<QRect()> &part, int covered)
{
    QTimer::singleShot(0, widget, [widget, part, covered] {
        constexpr int around = 8;
        QScrollArea *area = areaAround(widget);
        if (!area || !widget->isVisible())
            return;
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what was just added has its place then, and the bar its end
        const QRect wanted = part().translated(widget->mapTo(area->widget(), QPoint()));
        QScrollBar *bar = area->verticalScrollBar();
        const int lowest = qMax(bar->value(), wanted.bottom() + around - area->viewport()->height());
        bar->setValue(qMin(lowest, qMax(0, wanted.top() - qMax(around, covered))));
    });
}

void scrollToBeginning(const QWidget *panel)
{
    for (const QScrollArea *area : panel->findChildren<QScrollArea *>())
        area->verticalScrollBar()->setValue(0);
}

int roomAround(const QWidget *widget)
{
    const QScrollArea *area = areaAround(widget);
    return area ? area->viewport()->height() : widget->height();
}

QWidget *viewportAround(const QWidget *widget)
{
    const QScrollArea *area = areaAround(widget);
    return area ? area->viewport() : nullptr;
}

int widthAround(const QWidget *widget)
{
    const QScrollArea *area = areaAround(widget);
    // Beside the bar, whether it is there or not: who hides or shows something by it would make it come and go.
    return area ? area->maximumViewportSize().width() - area->verticalScrollBar()->sizeHint().width() : widget->width();
}

int scrolledAway(const QWidget *widget)
{
    const QScrollArea *area = areaAround(widget);
    return area ? qMax(0, -widget->mapTo(area->viewport(), QPoint()).y()) : 0;
}

QScrollArea *pageScroll(QWidget *content, const QString &accessibleName) { return scroll(new Content(content), accessibleName); }

} // namespace waitline
