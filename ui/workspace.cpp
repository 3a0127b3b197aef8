#include "ui/workspace.h"

#include "ui/dialogs/countdialog.h"
#include "ui/dialogs/fairnessdialog.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/moneydialog.h"
#include "ui/orderdesk.h"
#include "ui/orderinverses.h"
#include "ui/pages/campaignspage.h"
#include "ui/pages/cashpage.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/demandpage.h"
#include "ui/pages/noticespage.h"
#include "ui/pages/orderspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/planpage.h"
#include "ui/pages/productspage.h"
#include "ui/pages/purchasespage.h"
#include "ui/pages/receivepage.h"
#include "ui/pages/shippage.h"
#include "ui/pages/waitingpage.h"
#include "ui/style/icons.h"
#include "ui/style/touch.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagelayer.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/undobar.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

namespace waitline {

namespace {

struct PageKind {
    const char *word;
    const char *title;
    const char *menuText; ///< the title with its letter, which nothing else in the menu has
    const char *iconName;
    Page *(*make)(Session &, Prompts &);
};

template <typename PageType>
Page *make(Session &session, Prompts &prompts)
{
    return new PageType(session, prompts);
}

const PageKind pageKinds[] = {
    {"overview", QT_TRANSLATE_NOOP("Workspace", "Overview"), QT_TRANSLATE_NOOP("Workspace", "&Overview"), "overview", &make<OverviewPage>},
    {"waiting", QT_TRANSLATE_NOOP("Workspace", "Waiting orders"), QT_TRANSLATE_NOOP("Workspace", "&Waiting orders"), "waiting",
     &make<WaitingPage>},
    {"orders", QT_TRANSLATE_NOOP("Workspace", "Orders"), QT_TRANSLATE_NOOP("Workspace", "O&rders"), "order", &make<OrdersPage>},
    {"customers", QT_TRANSLATE_NOOP("Workspace", "Customers"), QT_TRANSLATE_NOOP("Workspace", "&Customers"), "user", &make<CustomersPage>},
    {"products", QT_TRANSLATE_NOOP("Workspace", "Products"), QT_TRANSLATE_NOOP("Workspace", "&Products"), "products", &make<ProductsPage>},
    {"purchases", QT_TRANSLATE_NOOP("Workspace", "Purchases"), QT_TRANSLATE_NOOP("Workspace", "P&urchases"), "purchases",
     &make<PurchasesPage>},
    {"receive", QT_TRANSLATE_NOOP("Workspace", "Receive"), QT_TRANSLATE_NOOP("Workspace", "R&eceive"), "receive", &make<ReceivePage>},
    {"ship", QT_TRANSLATE_NOOP("Workspace", "Ship"), QT_TRANSLATE_NOOP("Workspace", "Sh&ip"), "ship", &make<ShipPage>},
    {"demand", QT_TRANSLATE_NOOP("Workspace", "Demand"), QT_TRANSLATE_NOOP("Workspace", "&Demand"), "demand", &make<DemandPage>},
    {"plan", QT_TRANSLATE_NOOP("Workspace", "What to buy"), QT_TRANSLATE_NOOP("Workspace", "What to &buy"), "plan", &make<PlanPage>},
    {"campaigns", QT_TRANSLATE_NOOP("Workspace", "Campaigns"), QT_TRANSLATE_NOOP("Workspace", "C&ampaigns"), "campaign",
     &make<CampaignsPage>},
    {"cash", QT_TRANSLATE_NOOP("Workspace", "Cash"), QT_TRANSLATE_NOOP("Workspace", "Cas&h"), "cash", &make<CashPage>},
    {"notices", QT_TRANSLATE_NOOP("Workspace", "Notices"), QT_TRANSLATE_NOOP("Workspace", "&Notices"), "notices", &make<NoticesPage>},
};

// Below this the window has no room for words at the side and in the search button.
constexpr int narrowWidth = 840;
// Below this the rail's words would take the room of two panels side by side.
constexpr int railWordsWidth = 1100;
constexpr QMargins roomyMargins(24, 16, 24, 16);
constexpr QMargins narrowMargins(8, 8, 8, 8);

int indexOf(const QString &word)
{
    const qsizetype index = Workspace::pageWords().indexOf(word);
    return index < 0 ? 0 : int(index);
}

const char *wordOf(Destination::Kind kind)
{
    switch (kind) {
    case Destination::Kind::Overview: return "overview";
    case Destination::Kind::Waiting:
    case Destination::Kind::Preorders:
    case Destination::Kind::Backorders:
    case Destination::Kind::Late: return "waiting";
    case Destination::Kind::Orders:
    case Destination::Kind::Order: return "orders";
    case Destination::Kind::Customers:
    case Destination::Kind::Customer: return "customers";
    case Destination::Kind::Products:
    case Destination::Kind::NewProduct:
    case Destination::Kind::Product: return "products";
    case Destination::Kind::Receive:
    case Destination::Kind::Receipt: return "receive";
    case Destination::Kind::Purchases:
    case Destination::Kind::PurchaseDay: return "purchases";
    case Destination::Kind::Ship: return "ship";
    case Destination::Kind::Cash: return "cash";
    case Destination::Kind::Demand: return "demand";
    case Destination::Kind::Notices: return "notices";
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList Workspace::pageWords()
{
    QStringList words;
    for (const PageKind &kind : pageKinds)
        words += QString::fromLatin1(kind.word);
    return words;
}

QString Workspace::pageTitle(int index) { return tr(pageKinds[index].title); }

QString Workspace::pageMenuText(int index) { return tr(pageKinds[index].menuText); }

Workspace::Workspace(Session &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_rail(new Rail)
    , m_title(label({}, TextSize::Title))
    , m_mark(new Badge)
    , m_search(pushButton({}, QStringLiteral("search")))
    , m_primary(primaryButton({}))
    , m_undo(new UndoBar)
    , m_message(new MessageBar)
    , m_desk(new OrderDesk(session, prompts))
    , m_stack(new QStackedWidget)
    , m_pages(std::size(pageKinds), nullptr)
    , m_areas(std::size(pageKinds), nullptr)
{
    for (const PageKind &kind : pageKinds)
        m_rail->add(QString::fromLatin1(kind.word), tr(kind.title), QString::fromLatin1(kind.iconName));
    m_content = new QVBoxLayout;
    m_content->setSpacing(12);
    m_content->addWidget(makeTopBar());
    auto *messages = new MessageLayer(m_topBar, {m_title, m_mark}, m_primary, this);
    messages->add(m_undo);
    messages->add(m_message);
    m_content->addWidget(m_desk);
    m_content->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(m_content, 1);
    connect(m_rail, &Rail::chosen, this, qOverload<int>(&Workspace::showPage));
    connect(m_undo, &UndoBar::undone, this, &Workspace::say);
    connect(m_undo, &UndoBar::refused, this, &Workspace::sayProblem);
    connect(m_search, &QPushButton::clicked, this, &Workspace::search);
    connect(m_desk, &OrderDesk::placed, this, [this](const OrderView &order) {
        go({Destination::Kind::Order, order.order.id.value, {}});
        m_message->clear();
        m_undo->offer(whatBecame(order), cancellingPlaced(m_session, order.order.id));
    });
    connect(m_desk, &OrderDesk::edited, this, [this](const OrderView &order, const OrderSheet &before) {
        go({Destination::Kind::Order, order.order.id.value, {}});
        m_message->clear();
        if (const Inverse back = editingBack(m_session, before, order))
            m_undo->offer(whatBecame(order), back);
        else
            say(whatBecame(order));
    });
    connect(m_desk, &OrderDesk::said, this, &Workspace::say);
    connect(m_desk, &OrderDesk::complained, this, &Workspace::sayProblem);
    m_desk->offerDrafts();
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_current && m_current->primaryAction())
            m_current->primaryAction()->trigger();
    });
    setRailCollapsed(QSettings().value(QStringLiteral("railCollapsed")).toBool());
}

QWidget *Workspace::makeTopBar()
{
    m_topBar = new QWidget;
    auto *row = new QHBoxLayout(m_topBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search everything"));
    m_search->setForegroundRole(QPalette::PlaceholderText);
    m_primary->setObjectName(QStringLiteral("primary"));
    m_mark->setObjectName(QStringLiteral("mark"));
    m_mark->hide();
    row->addWidget(m_title);
    row->addWidget(m_mark);
    row->addStretch();
    row->addWidget(m_search);
    row->addWidget(m_primary);
    return m_topBar;
}

void Workspace::setMark(const BadgeLook &look, const QString &word)
{
    m_mark->setState(look, word);
    m_mark->show();
}

void Workspace::setRailCollapsed(bool collapsed)
{
    m_isRailCollapsed = collapsed;
    QSettings().setValue(QStringLiteral("railCollapsed"), collapsed);
    fit();
}

/// In a narrow window the page comes first: the rail and the search button keep their icons only.
void Workspace::fit()
{
    const bool isNarrow = width() < narrowWidth;
    m_rail->setCollapsed(width() < railWordsWidth || m_isRailCollapsed);
    m_search->setText(isNarrow ? QString() : tr("Go to order, customer, product…  Ctrl+K"));
    m_search->setToolTip(isNarrow ? tr("Go to order, customer, product…  Ctrl+K") : QString());
    m_content->setContentsMargins(isNarrow ? narrowMargins : roomyMargins);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

Page *Workspace::pageAt(int index)
{
    Page *&page = m_pages[index];
    if (page)
        return page;
    page = pageKinds[index].make(m_session, m_prompts);
    m_areas[index] = pageScroll(page, page->title());
    m_stack->addWidget(m_areas[index]);
    connect(page, &Page::goTo, this, &Workspace::go);
    connect(page, &Page::newOrderAsked, this, &Workspace::newOrder);
    connect(page, &Page::editOrderAsked, this, &Workspace::editOrder);
    connect(page, &Page::moneyAsked, this, &Workspace::recordMoney);
    connect(page, &Page::jobStarted, this, &Workspace::jobStarted);
    connect(page, &Page::settingsAsked, this, &Workspace::settingsAsked);
    connect(page, &Page::done, this, [this](const QString &sentence, const Inverse &inverse) {
        m_message->clear();
        m_undo->offer(sentence, inverse);
    });
    connect(page, &Page::said, this, &Workspace::say);
    connect(page, &Page::complained, this, &Workspace::sayProblem);
    connect(page, &Page::movedOn, m_message, &MessageBar::clear);
    if (QAction *primary = page->primaryAction()) {
        page->addAction(primary);
        connect(primary, &QAction::changed, this, [this, page] {
            if (page == m_current)
                showPrimary();
        });
    }
    return page;
}

/// The page's primary action as it is now: a page may change it from step to step.
void Workspace::showPrimary()
{
    const QAction *primary = m_current->primaryAction();
    m_primary->setVisible(primary);
    if (!primary)
        return;
    m_primary->setText(primary->text());
    m_primary->setAccessibleName(primary->text());
    m_primary->setIcon(primary->icon());
    m_primary->setToolTip(primary->shortcut().isEmpty() ? primary->toolTip() : primary->shortcut().toString(QKeySequence::NativeText));
    m_primary->setEnabled(primary->isEnabled());
    m_topBar->layout()->activate(); // at once: a list that is being read would leave new words cut
}

void Workspace::showPage(const QString &word) { showPage(indexOf(word)); }

void Workspace::showPage(int index)
{
    if (index < 0 || index >= int(std::size(pageKinds)))
        return;
    Page *page = pageAt(index);
    m_rail->setCurrent(index);
    if (page == m_current)
        return;
    if (m_current)
        m_current->setActive(false);
    m_current = page;
    m_message->clear();
    m_title->setText(page->title());
    fitTo(*page);
    showPrimary();
    m_stack->setCurrentWidget(m_areas[index]);
    page->setActive(true);
    QSettings().setValue(QStringLiteral("lastPage"), page->word());
    Q_EMIT pageChanged(page);
}

/// What stands around the page is as large as what is on it.
void Workspace::fitTo(const Page &page)
{
    const bool touch = page.property(touchProperty).toBool();
    for (QWidget *bar : std::initializer_list<QWidget *>{m_topBar, m_undo, m_message})
        setTouch(*bar, touch);
}

void Workspace::go(const Destination &destination)
{
    const int index = indexOf(QString::fromLatin1(wordOf(destination.kind)));
    showPage(index);
    m_current->show(destination);
}

Page *Workspace::currentPage() const { return m_current; }

void Workspace::say(const QString &sentence) { m_message->say(MessageBar::Kind::Done, sentence); }

void Workspace::sayProblem(const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); }

void Workspace::search()
{
    auto *dialog = new GoToDialog(m_session, m_commands, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::chosen, this, &Workspace::go);
    dialog->open();
}

void Workspace::newOrder() { m_desk->newOrder(); }

void Workspace::editOrder(OrderId order) { m_desk->edit(order); }

void Workspace::editShownOrder()
{
    const OrderId order = m_current ? m_current->meantOrder() : OrderId{};
    if (order.isValid())
        m_desk->edit(order);
    else
        sayProblem(tr("No order is shown or chosen to edit: go to one first, with Ctrl+K and its number."));
}

void Workspace::recordMoney(OrderId order)
{
    auto *dialog = new MoneyDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const OrderId shown = m_current ? m_current->shownOrder() : OrderId{};
    if (order.isValid())
        dialog->showOrder(order);
    else if (shown.isValid())
        dialog->beginWith(shown);
    dialog->open();
}

void Workspace::showDrafts() { m_desk->showDrafts(); }

void Workspace::receive() { go({Destination::Kind::Receive, 0, {}}); }

void Workspace::countStock()
{
    auto *dialog = new CountDialog(m_session, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CountDialog::posted, m_undo, &UndoBar::offer);
    dialog->open();
}

void Workspace::showFairness()
{
    auto *dialog = new FairnessDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FairnessDialog::orderAsked, this, [this](OrderId order) { go({Destination::Kind::Order, order.value, {}}); });
    dialog->open();
}

void Workspace::undo() { m_undo->undo(); }

bool Workspace::canUndo() const { return m_undo->canUndo(); }

/// A key that nothing else has taken: an editor's Ctrl+Z is its own.
void Workspace::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && m_undo->canUndo())
        undo();
    else
        QWidget::keyPressEvent(event);
}

void Workspace::focusFilter()
{
    if (m_current)
        m_current->focusFilter();
}

} // namespace waitline
