#include "ui/widgets/orderstoryview.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QVBoxLayout>

namespace waitline {

namespace {

QLabel *wrapped(QLabel *text)
{
    text->setWordWrap(true);
    return text;
}

} // namespace

OrderStoryView::OrderStoryView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_open(quietButton(tr("Story of the order"), QStringLiteral("clock")))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("orderStory"));
    m_open->setObjectName(QStringLiteral("openStory"));
    m_open->setCheckable(true);
    m_open->setToolTip(tr("Everything that was done to it: who, when and why"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::toggled, this, [this](bool isOpen) {
        m_isOpening = isOpen;
        if (isOpen)
            return read();
        delete m_entries;
        m_entries = nullptr;
    });
}

void OrderStoryView::setOrder(OrderId order)
{
    m_order = order;
    if (m_open->isChecked())
        read();
}

void OrderStoryView::read()
{
    whenDone(jobs::orderStory(m_session, m_order), this, [this, order = m_order](const Result<std::vector<StoryEntry>> &story) {
        if (order != m_order || !m_open->isChecked())
            return;
        if (story)
            show(*story);
        else
            Q_EMIT failed(story.error().message);
    });
}

void OrderStoryView::show(const std::vector<StoryEntry> &story)
{
    delete m_entries;
    m_entries = new QWidget;
    auto *column = new QVBoxLayout(m_entries);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(2);
    for (const StoryEntry &entry : story) {
        QLabel *what = wrapped(label(entry.what));
        what->setObjectName(QStringLiteral("storyWhat"));
        setTextSize(what, TextSize::Body, true);
        what->setContentsMargins(0, column->isEmpty() ? 0 : 8, 0, 0);
        column->addWidget(what);
        column->addWidget(wrapped(mutedLabel(tr("%1 by %2").arg(instantText(entry.at), entry.actor), TextSize::Caption)));
        if (!entry.reason.isEmpty())
            column->addWidget(wrapped(label(tr("Because: %1").arg(entry.reason))));
        for (const QString &change : entry.changes)
            column->addWidget(wrapped(label(change)));
    }
    m_column->addWidget(m_entries);
    if (std::exchange(m_isOpening, false))
        scrollToAll(this);
}

} // namespace waitline
