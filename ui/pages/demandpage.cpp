#include "ui/pages/demandpage.h"

#include "models/charts/sheetwords.h"
#include "ui/charts/chartframe.h"
#include "ui/dialogs/expectationdialog.h"
#include "ui/pages/demandtoolbar.h"
#include "ui/widgets/behindpanel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pile.h"
#include "ui/widgets/productset.h"
#include "ui/widgets/viewsbutton.h"

#include <QCryptographicHash>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

namespace waitline {

namespace {

constexpr int gatherChangesMs = 150;

/// Stands for a database in the settings.
QString databaseKey(const Session &session)
{
    return QString::fromLatin1(QCryptographicHash::hash(session.location().text.toUtf8(), QCryptographicHash::Sha1).toHex());
}

QString stateKey(const Session &session) { return QStringLiteral("demand/state/%1").arg(databaseKey(session)); }

/// What a view of another database says of its products and suppliers means others here.
QVariantMap withoutIds(QVariantMap toolbar)
{
    toolbar.remove(QStringLiteral("products"));
    toolbar.remove(QStringLiteral("supplier"));
    return toolbar;
}

QString plotName(DemandChart chart) { return QStringLiteral("demandChart%1").arg(int(chart)); }

} // namespace

DemandPage::DemandPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("demand"), tr("Demand"), QStringLiteral("demand"))
    , m_toolbar(new DemandToolbar(session))
    , m_message(new MessageBar)
    , m_expect(quietButton(tr("What if, expect otherwise…"), QStringLiteral("edit")))
    , m_views(new ViewsButton(QStringLiteral("demand"), session.actor(), [this] { return state(); }))
    , m_stack(new Pile)
    , m_behind(new BehindPanel)
    , m_longRead(this, tr("Reading the chart"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeTopRow());
    column->addWidget(m_message);
    column->addWidget(m_expect, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_behind);
    makeKeys();
    const QVariantMap left = QSettings().value(stateKey(session)).toMap();
    m_toolbar->setState(left.value(QStringLiteral("toolbar")).toMap());
    m_zoomToCome = left.value(QStringLiteral("frame")).toMap();
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(gatherChangesMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DemandPage::reload);
    connect(m_toolbar, &DemandToolbar::changed, this, [this] {
        m_isBehindOpen = false;
        reload();
    });
    connect(m_toolbar, &DemandToolbar::refused, this,
            [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    makeViews();
    m_expect->setObjectName(QStringLiteral("expectOtherwise"));
    m_expect->setToolTip(tr("What would be with a campaign, or if being short cost more; and what you know better than the forecast (E)"));
    m_expect->hide();
    connect(m_expect, &QPushButton::clicked, this, &DemandPage::openExpectation);
    connect(m_behind, &BehindPanel::backAsked, this, &DemandPage::backToChart);
    connect(m_behind, &BehindPanel::orderOpened, this, [this](qint64 order) { Q_EMIT goTo({Destination::Kind::Order, order, {}}); });
    connect(m_behind, &BehindPanel::productOpened, this, [this](qint64 product, const QString &sku) {
        Q_EMIT goTo({Destination::Kind::Product, product, sku});
    });
    connect(m_behind, &BehindPanel::waitingAsked, this, [this](const BehindQuestion &question) {
        const ProductId product = question.scope.products.size() == 1 ? question.scope.products.front() : ProductId{};
        Q_EMIT goTo({Destination::Kind::Waiting, product.value, question.title.section(QStringLiteral(" · "), 0, 0)});
    });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!changes.everything && changes.products.empty() && changes.orders.empty())
            return;
        m_isStale = true;
        if (m_isActive)
            m_reloadSoon.start();
    });
}

DemandPage::~DemandPage() { keep(); }

void DemandPage::makeViews()
{
    connect(m_views, &ViewsButton::chosen, this, &DemandPage::setState);
    connect(m_views, &ViewsButton::resetAsked, this, [this] { setState({}); });
    connect(m_views, &ViewsButton::saved, this, [this](const QString &name) { Q_EMIT said(tr("The view “%1” is saved.").arg(name)); });
    auto *save = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_views, &ViewsButton::askName);
}

QWidget *DemandPage::makeTopRow()
{
    auto *views = new QWidget;
    captioned(views, tr("Saved"), m_views)->addWidget(m_views);
    m_toolbar->setCorner(views);
    return m_toolbar;
}

void DemandPage::makeKeys()
{
    QAction *save = makePrimaryAction(tr("Save chart…"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(save, &QAction::triggered, this, [this] { frame()->exportChart(); });
    // On the charts and their tables: in a choice, letters choose.
    const auto onCharts = [this](Qt::Key key, const std::function<void()> &work) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_stack, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onCharts(Qt::Key_D, [this] { choosePeriod(Period::Day); });
    onCharts(Qt::Key_W, [this] { choosePeriod(Period::Week); });
    onCharts(Qt::Key_M, [this] { choosePeriod(Period::Month); });
    onCharts(Qt::Key_F5, [this] { reload(); });
    onCharts(Qt::Key_C, [this] { compareCurrent(); });
    onCharts(Qt::Key_G, [this] { m_toolbar->chooseChart(); });
    onCharts(Qt::Key_E, [this] { openExpectation(); });
}

ChartFrame *DemandPage::frame()
{
    ChartFrame *&frame = m_frames[m_toolbar->chart()];
    if (frame)
        return frame;
    frame = new ChartFrame(plotName(m_toolbar->chart()), tr("Chart of demand"), prompts());
    m_stack->addWidget(frame);
    connect(frame, &ChartFrame::opened, this, &DemandPage::openPoint);
    connect(frame, &ChartFrame::said, this, [this](const QString &sentence) {
        m_message->clear();
        Q_EMIT said(sentence);
    });
    connect(frame, &ChartFrame::complained, this, [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    return frame;
}

/// How the page is left is how it opens next time.
void DemandPage::keep() { QSettings().setValue(stateKey(session()), state()); }

QVariantMap DemandPage::state()
{
    return {{QStringLiteral("toolbar"), m_toolbar->state()},
            {QStringLiteral("frame"), frame()->state()},
            {QStringLiteral("database"), databaseKey(session())}};
}

void DemandPage::setState(const QVariantMap &state)
{
    m_isBehindOpen = false;
    const QSignalBlocker quiet(m_toolbar); // one question, when all of it is set
    const QVariantMap toolbar = state.value(QStringLiteral("toolbar")).toMap();
    const bool isOfHere = state.value(QStringLiteral("database")).toString() == databaseKey(session());
    m_toolbar->setState(isOfHere ? toolbar : withoutIds(toolbar));
    m_zoomToCome = state.value(QStringLiteral("frame")).toMap();
    if (m_zoomToCome.isEmpty())
        frame()->setState({}); // all of it, the table shown
    reload();
}

void DemandPage::setActive(bool active)
{
    m_isActive = active;
    if (!active)
        return keep();
    if (m_isStale) {
        readChoices();
        reload();
    }
}

void DemandPage::show(const Destination &destination)
{
    if (destination.id == 0)
        return;
    m_toolbar->setProducts(DemandChart::OverTime, {{ProductId{destination.id}, destination.text, destination.text}});
    m_toolbar->setChart(DemandChart::OverTime);
}

void DemandPage::focusFilter() { m_toolbar->focusSearch(); }

void DemandPage::readChoices()
{
    whenDone(jobs::scopeChoices(session()), this, [this](const Result<ScopeChoices> &choices) {
        if (!choices)
            return m_message->say(MessageBar::Kind::Problem, choices.error().message);
        m_toolbar->setChoices(*choices);
        m_hasSales = choices->hasSales;
        offerHelp();
    });
}

void DemandPage::reload()
{
    m_isStale = false;
    const qint64 generation = ++m_generation;
    if (!m_reading.isFinished())
        m_reading.cancel(); // a question that is not asked any more
    m_reading = jobs::demandSheet(session(), m_toolbar->question(session().today()));
    m_longRead.follow(QFuture<void>(m_reading));
    whenDone(
        m_reading, this,
        [this, generation](const Result<ChartSheet> &sheet) {
            if (generation == m_generation)
                take(sheet);
        },
        [this, generation] {
            if (generation != m_generation)
                return; // another question was asked meanwhile
            m_isStale = true;
            m_message->say(MessageBar::Kind::Notice,
                           tr("The chart was not read to its end. Press F5 or change its filter to read it again."));
        });
}

void DemandPage::take(const Result<ChartSheet> &sheet)
{
    if (!sheet)
        return m_message->say(MessageBar::Kind::Problem, sheet.error().message);
    m_message->clear();
    offerHelp();
    frame()->setSheet(*sheet);
    if (!m_zoomToCome.isEmpty())
        frame()->setState(std::exchange(m_zoomToCome, {}));
    showFrame();
}

/// Where the chart has nothing to draw.
void DemandPage::offerHelp()
{
    if (m_toolbar->isNarrowed())
        frame()->setHelp(tr("Nothing is meant by this filter."), tr("Clear the filter"), [this] { m_toolbar->clearScope(); });
    else if (m_toolbar->wantsProduct())
        frame()->setHelp({}, tr("Choose a product"), [this] { m_toolbar->focusProducts(); });
    else if (m_hasSales && m_toolbar->isOfSomeDays())
        frame()->setHelp({}, tr("Show all days"), [this] { m_toolbar->showAllDays(); });
    else
        frame()->setHelp({}, tr("New order"), [this] { Q_EMIT newOrderAsked(); });
}

void DemandPage::showFrame()
{
    // The keyboard goes along, and begins on the chart.
    const QWidget *focus = window()->focusWidget();
    const bool isOnChart = !m_isReady || !focus || focus == m_views || m_stack->isAncestorOf(focus);
    const bool isOther = m_stack->currentWidget() != frame();
    offerExpectation();
    if (!m_isBehindOpen)
        m_stack->setCurrentWidget(frame());
    if (!m_isBehindOpen && isOnChart && (isOther || !m_isReady))
        frame()->isEmpty() ? m_toolbar->setFocus() : frame()->begin();
    m_isReady = true;
    Q_EMIT readyChanged();
}

void DemandPage::offerExpectation()
{
    m_expect->setVisible(!m_isBehindOpen && m_toolbar->chart() == DemandChart::Forecast && !m_toolbar->products().empty());
}

/// The forecast is that of the first of the products chosen.
void DemandPage::openExpectation()
{
    if (m_expect->isHidden())
        return;
    const ProductName product = m_toolbar->products().front();
    auto *dialog = new ExpectationDialog(session(), product.product, tr("%1: what is expected").arg(product.sku), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExpectationDialog::done, this, &Page::done);
    dialog->open();
}

void DemandPage::openPoint(int point)
{
    const ChartPoint &opened = frame()->sheet().points[size_t(point)];
    const std::optional<BehindQuestion> behind = frame()->plot()->behind(point);
    if (!behind && opened.product != 0)
        Q_EMIT goTo({Destination::Kind::Product, opened.product, opened.name});
    if (!behind)
        return;
    whenDone(jobs::ordersBehind(session(), *behind), this, [this](const Result<OrdersBehind> &orders) { showBehind(orders); });
}

void DemandPage::showBehind(const Result<OrdersBehind> &orders)
{
    if (!orders)
        return m_message->say(MessageBar::Kind::Problem, orders.error().message);
    m_isBehindOpen = true;
    offerExpectation();
    m_behind->setOrders(*orders);
    m_stack->setCurrentWidget(m_behind);
    m_behind->setFocus();
}

void DemandPage::backToChart()
{
    m_isBehindOpen = false;
    offerExpectation();
    m_stack->setCurrentWidget(frame());
    frame()->begin();
}

std::optional<ProductName> DemandPage::currentProduct()
{
    const ChartSheet &sheet = frame()->sheet();
    const int point = frame()->plot()->currentPoint();
    if (point < 0 || sheet.points[size_t(point)].product == 0)
        return std::nullopt;
    const ChartPoint &found = sheet.points[size_t(point)];
    return ProductName{ProductId{found.product}, found.words.section(QStringLiteral(" · "), 0, 0), found.name};
}

/// In the chart by product, the product one is on is the one that is shown over time.
void DemandPage::choosePeriod(Period by)
{
    if (const QString whyNot = m_toolbar->whyNotBy(by); !whyNot.isEmpty())
        return Q_EMIT said(whyNot);
    if (const auto product = currentProduct())
        m_toolbar->setProducts(DemandChart::OverTime, {*product});
    m_toolbar->setPeriod(by);
}

void DemandPage::compareCurrent()
{
    if (const auto product = currentProduct()) {
        if (!m_toolbar->addCompared(*product))
            return m_message->say(MessageBar::Kind::Problem, ProductSet::fullSentence());
        Q_EMIT said(tr("To compare: %1. The chart “Compare products” shows them.")
                        .arg(countedProducts(qint64(m_toolbar->chosenFor(DemandChart::Compare).size()))));
        return;
    }
    m_toolbar->setChart(DemandChart::Compare);
}

} // namespace waitline
