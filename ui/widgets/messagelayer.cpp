#include "ui/widgets/messagelayer.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {
constexpr int gap = 12;
constexpr int leastBeside = 460; ///< with less room beside the title, its place is taken too
constexpr int fromEdge = 4;
} // namespace

MessageLayer::MessageLayer(QWidget *topBar, const QList<QWidget *> &first, QWidget *last, QWidget *parent)
    : QWidget(parent)
    , m_topBar(topBar)
    , m_first(first)
    , m_last(last)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("messageLayer"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(fromEdge);
    for (QWidget *each : first + QList<QWidget *>{topBar, last})
        each->installEventFilter(this);
    hide();
}

void MessageLayer::add(const QList<QWidget *> &bars)
{
    for (QWidget *bar : bars) {
        m_column->addWidget(bar);
        bar->installEventFilter(this);
    }
}

void MessageLayer::place()
{
    bool isSaid = false;
    for (int at = 0; at < m_column->count(); ++at)
        isSaid = isSaid || !m_column->itemAt(at)->widget()->isHidden();
    setVisible(isSaid);
    if (!isSaid)
        return;
    const QRect bar = m_topBar->geometry();
    const int end = m_last->isHidden() ? bar.right() + 1 : bar.left() + m_last->x() - gap;
    int begin = bar.left();
    for (const QWidget *each : std::as_const(m_first)) {
        if (!each->isHidden())
            begin = std::max(begin, bar.left() + each->geometry().right() + 1 + gap);
    }
    if (end - begin < leastBeside)
        begin = bar.left();
    const int wide = end - begin;
    const int high = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(wide) : m_column->totalSizeHint().height();
    setGeometry(begin, std::max(fromEdge, bar.center().y() - high / 2), wide, high);
    raise();
}

bool MessageLayer::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

bool MessageLayer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
        if (watched->parent() != this) // its own bars are placed by it
            place();
        break;
    case QEvent::ShowToParent:
    case QEvent::HideToParent: place(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waitline
