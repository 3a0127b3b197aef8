#include "ui/pages/noticespage.h"

#include "ui/pages/latepart.h"
#include "ui/pages/noticepart.h"
#include "ui/style/icons.h"
#include "ui/widgets/choice.h"

#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waitline {

namespace {
enum Part { Late, Notices };
const QString partSetting = QStringLiteral("noticesPart");
} // namespace

NoticesPage::NoticesPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("notices"), tr("Promises & notices"), QStringLiteral("notices"))
    , m_parts(new Segments(QStringLiteral("noticesParts"), tr("What to see to"), {tr("Late promises"), tr("Notices to customers")}))
    , m_late(new LatePart(session, prompts))
    , m_notices(new NoticePart(session, prompts))
    , m_stack(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_late);
    m_stack->addWidget(m_notices);
    makePrimaryAction({}, {});
    connect(primaryAction(), &QAction::triggered, this, [this] {
        if (part() == m_late)
            m_late->movePromises();
        else
            m_notices->markTold();
    });
    connect(m_parts, &Segments::chosen, this, &NoticesPage::showPart);
    m_parts->setKeys({tr("Ctrl+PgUp"), tr("Ctrl+PgDown")});
    for (const auto &[keys, index] : {std::pair(Qt::Key_PageUp, Late), std::pair(Qt::Key_PageDown, Notices)}) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | keys), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, part = int(index)] { showPart(part); });
    }
    connect(m_late, &LatePart::noticesPrepared, m_notices, &NoticePart::prepare);
    follow(m_late);
    follow(m_notices);
    showPart(QSettings().value(partSetting).toInt() == Notices ? Notices : Late);
}

/// What a part wants is what the page wants.
void NoticesPage::follow(Page *part)
{
    connect(part, &Page::readyChanged, this, &Page::readyChanged);
    connect(part, &Page::goTo, this, &Page::goTo);
    connect(part, &Page::moneyAsked, this, &Page::moneyAsked);
    connect(part, &Page::jobStarted, this, &Page::jobStarted);
    connect(part, &Page::settingsAsked, this, &Page::settingsAsked);
    connect(part, &Page::done, this, &Page::done);
    connect(part, &Page::said, this, &Page::said);
    connect(part, &Page::complained, this, &Page::complained);
}

Page *NoticesPage::part() const { return static_cast<Page *>(m_stack->currentWidget()); }

void NoticesPage::showPart(int index)
{
    const bool wasActive = isVisible();
    if (wasActive)
        part()->setActive(false);
    m_parts->setCurrent(index);
    m_stack->setCurrentIndex(index);
    QSettings().setValue(partSetting, index);
    QAction *action = primaryAction();
    action->setText(index == Late ? tr("Move promises…") : tr("Mark as told"));
    action->setIcon(icon(index == Late ? QStringLiteral("calendar") : QStringLiteral("check"), &Theme::accentText));
    action->setShortcut(index == Late ? Qt::Key_F6 : Qt::Key_F9);
    if (wasActive)
        part()->setActive(true);
    Q_EMIT readyChanged();
}

void NoticesPage::setActive(bool active) { part()->setActive(active); }

void NoticesPage::show(const Destination &destination)
{
    if (destination.kind == Destination::Kind::Notices)
        showPart(Notices);
}

OrderId NoticesPage::shownOrder() const { return part()->shownOrder(); }

OrderId NoticesPage::meantOrder() const { return part()->meantOrder(); }

void NoticesPage::focusFilter() { part()->focusFilter(); }

bool NoticesPage::isReady() const { return part()->isReady(); }

} // namespace waitline
