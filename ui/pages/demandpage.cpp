#include "ui/pages/demandpage.h"

#include "models/services/reportjobs.h"
#include "ui/charts/chartpanel.h"
#include "ui/pages/demandtoolbar.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

namespace waitline {

namespace {

constexpr int gatherChangesMs = 150;

/// Leaves out the periods before anything was ordered.
void beginWithFirstOrder(DemandOverTime &series)
{
    const auto first =
        std::find_if(series.buckets.begin(), series.buckets.end(), [](const DemandBucket &bucket) { return bucket.units() > 0; });
    series.buckets.erase(series.buckets.begin(), first);
    if (!series.buckets.empty())
        series.question.from = series.buckets.front().start;
}

QString tableShownKey() { return QStringLiteral("demand/table"); }

} // namespace

DemandPage::DemandPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("demand"), tr("Demand"), QStringLiteral("demand"))
    , m_toolbar(new DemandToolbar)
    , m_message(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_tableButton(pushButton(tr("Table"), QStringLiteral("table")))
    , m_barsModel(new DemandBarsModel(this))
    , m_timeModel(new DemandOverTimeModel(this))
    , m_products(makeProductsPanel())
    , m_time(makeTimePanel())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeTopRow());
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_products);
    m_stack->addWidget(m_time);
    makeKeys();
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(gatherChangesMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DemandPage::reload);
    connect(m_toolbar, &DemandToolbar::changed, this, &DemandPage::reload);
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!changes.everything && changes.products.empty() && changes.orders.empty())
            return;
        m_isStale = true;
        if (m_isActive)
            m_reloadSoon.start();
    });
}

QWidget *DemandPage::makeTopRow()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_toolbar, 1);
    m_tableButton->setObjectName(QStringLiteral("tableShown"));
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Shows or hides the table of the same numbers."));
    connect(m_tableButton, &QPushButton::toggled, this, [this](bool shown) {
        m_products->setTableShown(shown);
        m_time->setTableShown(shown);
        QSettings().setValue(tableShownKey(), shown);
    });
    m_tableButton->setChecked(QSettings().value(tableShownKey(), true).toBool());
    QPushButton *copy = pushButton(tr("Copy"), QStringLiteral("file"));
    copy->setObjectName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copies the picture and its numbers."));
    connect(copy, &QPushButton::clicked, this, &DemandPage::copyChart);
    row->addWidget(m_tableButton, 0, Qt::AlignBottom);
    row->addWidget(copy, 0, Qt::AlignBottom);
    return bar;
}

ChartPanel *DemandPage::makeProductsPanel()
{
    auto *table = new DataTable(QStringLiteral("demandProducts"), tr("Demand by product"));
    auto *made =
        new ChartPanel(new BarChart(BarChart::Direction::Across, QStringLiteral("productsChart"), tr("Chart of demand by product")),
                       m_barsModel, table);
    made->setEmptySentence(tr("No pre-orders and no backorders here. Products that people wait for will stand in this chart."));
    table->setInitiallyHidden({DemandBarsModel::Sku});
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::DescendingOrder);
    table->restoreColumns({10, 12, 6, 6, 6, 10}, DemandBarsModel::Name);
    connect(made, &ChartPanel::opened, this, &DemandPage::openOrders);
    return made;
}

ChartPanel *DemandPage::makeTimePanel()
{
    auto *table = new DataTable(QStringLiteral("demandOverTime"), tr("Demand over time"));
    auto *made = new ChartPanel(new BarChart(BarChart::Direction::Upwards, QStringLiteral("timeChart"), tr("Chart of demand over time")),
                                m_timeModel, table);
    made->setEmptySentence(tr("Nothing was ordered in this period. Choose a longer one."));
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::DescendingOrder);
    table->restoreColumns({11, 6, 6, 6, 6, 10}, DemandOverTimeModel::PeriodStart);
    connect(made, &ChartPanel::opened, this, &DemandPage::openOrders);
    return made;
}

void DemandPage::makeKeys()
{
    QAction *save = makePrimaryAction(tr("Export…"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(save, &QAction::triggered, this, &DemandPage::exportChart);
    for (const auto &[key, by] :
         {std::pair(Qt::Key_D, Period::Day), std::pair(Qt::Key_W, Period::Week), std::pair(Qt::Key_M, Period::Month)}) {
        // On the charts and their tables: in a choice, letters choose.
        auto *shortcut = new QShortcut(QKeySequence(key), m_stack, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_toolbar, [this, period = by] { m_toolbar->setPeriod(period); });
    }
}

ChartPanel *DemandPage::panel() const { return m_toolbar->view() == DemandToolbar::View::Products ? m_products : m_time; }

void DemandPage::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale)
        reload();
}

void DemandPage::show(const Destination &destination)
{
    if (destination.id == 0)
        return;
    m_toolbar->setProduct(ProductId{destination.id}, destination.text);
    if (m_toolbar->view() == DemandToolbar::View::OverTime)
        reload();
    else
        m_toolbar->setView(DemandToolbar::View::OverTime);
}

void DemandPage::focusFilter() { m_toolbar->setFocus(); }

void DemandPage::reload()
{
    m_isStale = false;
    const qint64 generation = ++m_generation;
    const QDate today = session().today();
    if (m_toolbar->view() == DemandToolbar::View::Products) {
        jobs::demandBars(session(), m_toolbar->barsQuestion(today)).then(this, [this, generation](const Result<DemandBars> &bars) {
            if (generation == m_generation)
                takeBars(bars);
        });
    } else {
        jobs::demandOverTime(session(), m_toolbar->timeQuestion(today))
            .then(this, [this, generation](const Result<DemandOverTime> &series) {
                if (generation == m_generation)
                    takeSeries(series);
            });
    }
}

void DemandPage::takeBars(const Result<DemandBars> &bars)
{
    if (!bars)
        return m_message->say(MessageBar::Kind::Problem, bars.error().message);
    m_barsModel->setBars(*bars);
    m_toolbar->setProducts(bars->bars);
    m_products->setShown(headingOf(*bars, m_toolbar->measure(), session().today()), chartOf(*bars, m_toolbar->measure()), rowsOf(*bars));
    shown();
}

void DemandPage::takeSeries(const Result<DemandOverTime> &answer)
{
    if (!answer)
        return m_message->say(MessageBar::Kind::Problem, answer.error().message);
    DemandOverTime series = *answer;
    if (m_toolbar->isFromTheBeginning())
        beginWithFirstOrder(series);
    m_timeModel->setSeries(series);
    m_time->setShown(headingOf(series, m_toolbar->productName(), session().today()), chartOf(series), rowsOf(series));
    shown();
}

void DemandPage::shown()
{
    // The keyboard goes along, and begins on the chart.
    const QWidget *focus = window()->focusWidget();
    const bool isOnChart = !m_isReady || !focus || m_stack->isAncestorOf(focus);
    const bool isOther = m_stack->currentWidget() != panel();
    m_stack->setCurrentWidget(panel());
    if (isOnChart && (isOther || !m_isReady))
        (panel()->isEmpty() ? static_cast<QWidget *>(m_toolbar) : panel())->setFocus();
    m_isReady = true;
    Q_EMIT readyChanged();
}

void DemandPage::openOrders(int bar)
{
    Destination orders{Destination::Kind::Waiting, 0, {}};
    if (m_toolbar->view() == DemandToolbar::View::Products) {
        const DemandBar &product = m_barsModel->bars().bars[size_t(bar)];
        orders.id = product.product.value;
        orders.text = product.sku;
    } else {
        orders.id = m_timeModel->series().question.product.value;
        orders.text = m_toolbar->productName();
    }
    Q_EMIT goTo(orders);
}

void DemandPage::exportChart()
{
    const bool products = panel() == m_products;
    const QString name =
        (products ? tr("Demand by product %1.png") : tr("Demand over time %1.png")).arg(session().today().toString(Qt::ISODate));
    QString path = prompts().saveFile(this, tr("Export the chart"), name, tr("Picture, twice the size (*.png);;Table (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    if (const Result<Done> saved = panel()->save(path); !saved)
        return m_message->say(MessageBar::Kind::Problem, saved.error().message);
    m_message->clear();
    Q_EMIT said(tr("Saved as %1.").arg(path));
}

void DemandPage::copyChart()
{
    panel()->copy();
    Q_EMIT said(tr("The chart and its numbers are copied."));
}

} // namespace waitline
