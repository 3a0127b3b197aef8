#include "ui/pages/cashpage.h"

#include "models/tables/celltext.h"
#include "models/tables/paymentmodel.h"
#include "ui/charts/chartframe.h"
#include "ui/pages/cashtoolbar.h"
#include "ui/pages/listexport.h"
#include "ui/widgets/behindpanel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/paymentjournal.h"
#include "ui/widgets/pile.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace waitline {

CashPage::CashPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("cash"), tr("Cash"), QStringLiteral("cash"))
    , m_toolbar(new CashToolbar(session))
    , m_message(new MessageBar)
    , m_stack(new Pile)
    , m_journal(new PaymentJournal(session, PaymentJournal::Scope::AllOrders, QStringLiteral("paymentsTable")))
    , m_behind(new BehindPanel)
    , m_longRead(this, tr("Reading the chart"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_toolbar);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 4);
    card->body()->addWidget(m_journal);
    m_stack->addWidget(card);
    m_stack->addWidget(m_behind);
    constexpr int gatherChangesMs = 150;
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(gatherChangesMs);
    makeKeys();
    follow();
    showInstead(tr("The figures are being read…"));
    m_stack->setCurrentWidget(frame());
}

void CashPage::makeKeys()
{
    QAction *record = makePrimaryAction(tr("Record money…"), QStringLiteral("money"));
    record->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_M).toString(QKeySequence::NativeText)); // the window's, on every page
    connect(record, &QAction::triggered, this, [this] { Q_EMIT moneyAsked({}); });
    const auto onCharts = [this](const QKeySequence &keys, const std::function<void()> &work) {
        auto *shortcut = new QShortcut(keys, m_stack, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onCharts(Qt::Key_D, [this] { m_toolbar->setPeriod(Period::Day); });
    onCharts(Qt::Key_W, [this] { m_toolbar->setPeriod(Period::Week); });
    onCharts(Qt::Key_M, [this] { m_toolbar->setPeriod(Period::Month); });
    // From the choice of the chart, too.
    const auto everywhere = [this](const QKeySequence &keys, const std::function<void()> &work) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    everywhere(Qt::Key_F5, [this] { reload(); });
    everywhere(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (m_toolbar->isJournal())
            exportList(this, this->prompts(), tr("payment journal"), m_journal->table());
        else
            frame()->exportChart();
    });
}

void CashPage::follow()
{
    connect(&m_reloadSoon, &QTimer::timeout, this, &CashPage::reload);
    connect(m_toolbar, &CashToolbar::changed, this, &CashPage::questionChanged);
    connect(m_toolbar, &CashToolbar::refused, this,
            [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    connect(m_message, &MessageBar::buttonPressed, this, &CashPage::backToChart);
    connect(m_journal, &PaymentJournal::orderAsked, this, [this](OrderId order) {
        Q_EMIT goTo({Destination::Kind::Order, order.value, {}});
    });
    connect(m_journal, &PaymentJournal::said, this, &Page::said);
    connect(m_journal, &PaymentJournal::complained, this, &Page::complained);
    connect(m_journal->model(), &WindowedModel::loaded, this, [this] {
        if (m_toolbar->isJournal())
            becomeReady();
    });
    connect(m_behind, &BehindPanel::backAsked, this, [this] {
        m_stack->setCurrentWidget(frame());
        frame()->begin();
    });
    connect(m_behind, &BehindPanel::orderOpened, this, [this](qint64 order) { Q_EMIT goTo({Destination::Kind::Order, order, {}}); });
    connect(&session(), &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.isEmpty())
            return;
        m_isStale = true;
        if (m_isActive)
            m_reloadSoon.start();
    });
}

ChartFrame *CashPage::frame()
{
    const CashChart chart = m_toolbar->question().chart;
    ChartFrame *&frame = m_frames[chart];
    if (frame)
        return frame;
    frame = new ChartFrame(QStringLiteral("cashChart%1").arg(int(chart)), tr("Chart of the cash"), prompts());
    m_stack->addWidget(frame);
    connect(frame, &ChartFrame::opened, this, &CashPage::openPoint);
    connect(frame, &ChartFrame::said, this, &Page::said);
    connect(frame, &ChartFrame::complained, this, &Page::complained);
    return frame;
}

void CashPage::setActive(bool active)
{
    m_isActive = active;
    m_journal->model()->setLive(active && m_toolbar->isJournal());
    if (!active)
        return;
    if (m_toolbar->isJournal())
        m_journal->setFocus();
    else if (!m_isStale && m_stack->currentWidget() == frame())
        frame()->begin();
    if (m_isStale)
        reload();
}

void CashPage::focusFilter() { m_toolbar->focusFilter(); }

/// The journal of some days is a step from the chart; asked for by itself it is whole.
void CashPage::questionChanged()
{
    if (!m_toolbar->isJournal()) {
        m_journal->model()->setLive(false);
        m_journal->model()->setFilter({});
        return reload();
    }
    m_stack->setCurrentIndex(0);
    m_journal->model()->setLive(m_isActive);
}

void CashPage::readPurchases()
{
    whenDone(jobs::openPurchases(session()), this, [this](const Result<std::vector<OpenPurchase>> &purchases) {
        if (!purchases)
            return Q_EMIT complained(purchases.error().message);
        m_toolbar->setPurchases(*purchases);
        if (!m_toolbar->isJournal() && frame()->isEmpty()) {
            offerHelp();
            frame()->setSheet(frame()->sheet()); // its sentence may be another one now
        }
    });
}

void CashPage::reload()
{
    m_isStale = false;
    readPurchases();
    if (m_toolbar->isJournal())
        return; // follows by itself
    if (!m_reading.isFinished())
        m_reading.cancel(); // a question that is not asked any more
    const CashQuestion question = m_toolbar->question();
    m_reading = jobs::cashSheet(session(), question);
    m_longRead.follow(QFuture<void>(m_reading));
    const qint64 generation = ++m_generation;
    whenDone(
        m_reading, this,
        [this, generation, chart = question.chart](const Result<ChartSheet> &sheet) {
            if (generation == m_generation && !m_toolbar->isJournal())
                take(chart, sheet);
        },
        [this, generation] {
            if (generation == m_generation)
                takeCancelled();
        });
}

/// In the place of a chart that is not there yet.
void CashPage::showInstead(const QString &sentence)
{
    ChartSheet sheet;
    sheet.emptySentence = sentence;
    frame()->setSheet(sheet);
}

void CashPage::takeCancelled()
{
    m_isStale = true;
    if (frame()->sheet().title.isEmpty())
        showInstead(tr("The chart was not read."));
    m_message->say(MessageBar::Kind::Notice, tr("The chart was not read to its end. Press F5 to read it again, or choose another one."));
    m_toolbar->setFocus();
    becomeReady();
}

void CashPage::take(CashChart chart, const Result<ChartSheet> &sheet)
{
    if (chart != m_toolbar->question().chart)
        return;
    if (!sheet) {
        m_message->say(MessageBar::Kind::Problem, sheet.error().message);
        return becomeReady();
    }
    m_message->clear();
    offerHelp();
    frame()->setSheet(*sheet);
    const QWidget *focus = window()->focusWidget();
    const bool isBegin = !m_isReady || (m_stack->isAncestorOf(focus) && m_stack->currentWidget() != frame());
    if (m_stack->currentWidget() != m_behind)
        m_stack->setCurrentWidget(frame());
    if (isBegin)
        frame()->isEmpty() ? m_toolbar->setFocus() : frame()->begin();
    becomeReady();
}

/// Where the chart has nothing to draw.
void CashPage::offerHelp()
{
    switch (m_toolbar->question().chart) {
    case CashChart::OverTime:
    case CashChart::ByMonth: return frame()->setHelp({}, tr("Record money…"), [this] { Q_EMIT moneyAsked({}); });
    case CashChart::Runs: return frame()->setHelp({}, tr("New order"), [this] { Q_EMIT newOrderAsked(); });
    case CashChart::Slip:
        if (m_toolbar->hasPurchases())
            return frame()->setHelp({}, tr("Choose a purchase"), [this] { m_toolbar->focusPurchases(); });
        return frame()->setHelp(tr("No purchase is open that could be late."), tr("Show the purchases"), [this] {
            Q_EMIT goTo({Destination::Kind::Purchases, 0, {}});
        });
    }
    Q_UNREACHABLE();
}

void CashPage::becomeReady()
{
    m_isReady = true;
    Q_EMIT readyChanged();
}

void CashPage::openPoint(int point)
{
    const ChartPoint &opened = frame()->sheet().points[size_t(point)];
    switch (m_toolbar->question().chart) {
    case CashChart::OverTime: return showJournalOf(point);
    case CashChart::ByMonth: return showBehind(point);
    case CashChart::Runs: return Q_EMIT goTo({Destination::Kind::Product, opened.product, opened.name});
    case CashChart::Slip: return Q_EMIT goTo({Destination::Kind::Order, opened.order, {}});
    }
}

void CashPage::showJournalOf(int point)
{
    const ChartSheet &sheet = frame()->sheet();
    PaymentFilter filter;
    filter.from = sheet.rows[size_t(point)].front().toDate();
    const size_t next = size_t(point) + 1;
    filter.to = next < sheet.points.size() ? sheet.rows[next].front().toDate().addDays(-1) : session().today();
    m_journal->model()->setFilter(filter);
    m_toolbar->showJournal();
    m_journal->setFocus();
    m_message->say(MessageBar::Kind::Notice, tr("Entries of %1 to %2.").arg(dayText(*filter.from), dayText(*filter.to)),
                   tr("Back to the chart"));
}

/// From the journal of a point's days, which keeps its zoom.
void CashPage::backToChart()
{
    m_message->clear();
    m_toolbar->showChart(CashChart::OverTime);
    m_stack->setCurrentWidget(frame());
    frame()->begin();
}

void CashPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_toolbar->isJournal() && m_journal->model()->filter().from)
        backToChart();
    else
        Page::keyPressEvent(event);
}

void CashPage::showBehind(int point)
{
    const QString title = frame()->sheet().points[size_t(point)].words;
    whenDone(jobs::depositsBehind(session(), monthOfPoint(frame()->sheet(), point)), this,
             [this, title](const Result<OrdersBehind> &behind) {
                 if (!behind)
                     return Q_EMIT complained(behind.error().message);
                 OrdersBehind titled = *behind;
                 titled.question.title = title;
                 m_behind->setOrders(titled);
                 m_stack->setCurrentWidget(m_behind);
                 m_behind->setFocus();
             });
}

} // namespace waitline
