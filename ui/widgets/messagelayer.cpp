#include "ui/widgets/messagelayer.h"

#include <QKeyEvent>
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
    for (QWidget *each : first + QList<QWidget *>{topBar, last, parent})
        each->installEventFilter(this);
    hide();
}

void MessageLayer::addBar(QWidget *bar)
{
    m_column->addWidget(bar);
    bar->installEventFilter(this);
}

void MessageLayer::clear()
{
    for (const auto &clearBar : m_clear)
        clearBar();
}

int MessageLayer::heightFor(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
}

void MessageLayer::place()
{
    bool isSaid = false;
    for (int at = 0; at < m_column->count(); ++at)
        isSaid = isSaid || !m_column->itemAt(at)->widget()->isHidden();
    setVisible(isSaid);
    if (!isSaid) {
        m_isOverAll = false;
        return m_topBar->setContentsMargins({});
    }
    // As high as it is without the room that is made below it.
    const int barHeight = m_topBar->sizeHint().height() - m_topBar->contentsMargins().bottom();
    const QRect bar(m_topBar->pos(), QSize(m_topBar->width(), barHeight));
    const int end = m_last->isHidden() ? bar.right() + 1 : bar.left() + m_last->x() - gap;
    int begin = bar.left();
    for (const QWidget *each : std::as_const(m_first)) {
        if (!each->isHidden())
            begin = std::max(begin, bar.left() + each->geometry().right() + 1 + gap);
    }
    const int room = bar.bottom() + 1 + gap - 2 * fromEdge;
    m_isOverAll = m_isOverAll || end - begin < leastBeside || heightFor(end - begin) > room;
    if (m_isOverAll)
        begin = bar.left();
    const int high = heightFor(end - begin);
    setGeometry(begin, std::max(fromEdge, bar.center().y() - high / 2), end - begin, high);
    m_topBar->setContentsMargins(0, 0, 0, std::max(0, high - room));
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
    case QEvent::KeyPress:
        if (watched == parent() && !isHidden() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            clear();
            return true;
        }
        break;
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
