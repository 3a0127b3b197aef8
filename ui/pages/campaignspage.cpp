#include "ui/pages/campaignspage.h"

#include "models/charts/campaignsheets.h"
#include "models/charts/demandquestion.h"
#include "models/charts/sheetwords.h"
#include "models/services/campaignjobs.h"
#include "models/services/whendone.h"
#include "models/tables/campaignmodel.h"
#include "models/tables/celltext.h"
#include "ui/charts/chartfiles.h"
#include "ui/charts/chartframe.h"
#include "ui/dialogs/campaigndialog.h"
#include "ui/prompts.h"
#include "ui/widgets/behindpanel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/pile.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>

#include <algorithm>

namespace waitline {

namespace {

constexpr int leastRows = 2;
constexpr int mostRows = 5; // of the list, before it scrolls
constexpr int leastFiguresRows = 6;
constexpr int leastChartWidth = 480; // with its title and buttons

} // namespace

CampaignsPage::CampaignsPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("campaigns"), tr("Campaigns"), QStringLiteral("campaign"))
    , m_model(new CampaignModel(this))
    , m_list(new DataTable(QStringLiteral("campaignsTable"), tr("Campaigns")))
    , m_with(new Choice(QStringLiteral("compareWith"), tr("Compare with"), {tr("None")}))
    , m_figures(new ChartTable(this))
    , m_figuresTable(new DataTable(QStringLiteral("campaignFigures"), tr("What came of the campaign")))
    , m_chart(new ChartFrame(QStringLiteral("campaignChart"), tr("Orders of the campaign day by day"), prompts))
    , m_behind(new BehindPanel)
    , m_stack(new Pile)
    , m_below(new QSplitter(Qt::Horizontal))
    , m_orders(new QLineEdit)
    , m_edit(pushButton(tr("Edit"), QStringLiteral("edit")))
    , m_longRead(this, tr("Reading the campaigns"))
    , m_longChart(this, tr("Reading the chart"))
{
    QAction *fresh = makePrimaryAction(tr("New campaign"), QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(fresh, &QAction::triggered, this, [this] { edit(true); });
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_behind);
    m_below->addWidget(makeFigures());
    m_below->addWidget(m_stack);
    m_below->setStretchFactor(0, 0);
    m_below->setStretchFactor(1, 1);
    m_chart->setState({{QStringLiteral("table"), false}}); // there is room for the picture or the figures
    m_below->setHandleWidth(16);
    m_below->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeList());
    column->addWidget(m_below, 1);
    const auto addKey = [this](const QKeySequence &keys, const std::function<void()> &work) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, work);
    };
    addKey(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportCampaigns(); });
    addKey(Qt::Key_F5, [this] { reload(); });
    showInstead(tr("The campaigns are being read…"));
    setFocusProxy(m_list);
    connect(m_with, &Choice::chosen, this, &CampaignsPage::showCampaign);
    connect(m_chart, &ChartFrame::opened, this, &CampaignsPage::openPoint);
    connect(m_chart, &ChartFrame::said, this, &Page::said);
    connect(m_chart, &ChartFrame::complained, this, &Page::complained);
    connect(m_behind, &BehindPanel::backAsked, this, [this] {
        m_stack->setCurrentWidget(m_chart);
        m_chart->begin();
    });
    connect(m_behind, &BehindPanel::orderOpened, this, [this](qint64 order) { Q_EMIT goTo({Destination::Kind::Order, order, {}}); });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!changes.everything && changes.orders.empty() && changes.products.empty())
            return;
        m_isStale = true;
        if (m_isActive)
            reload();
    });
}

QWidget *CampaignsPage::makeList()
{
    m_list->setModel(m_model);
    using Columns = CampaignModel;
    m_list->setGivingWay({Columns::UnitCost, Columns::First, Columns::Orders, Columns::Last, Columns::Value});
    m_list->restoreColumns({13, 16, 11, 11, 6, 6, 10, 11, 9}, CampaignModel::Name);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setLoading(true); // until it is known, it does not say that there is none
    m_list->setEmptyState(tr("There is no campaign yet. What came of each stands here: orders, bookings a day against before, cost."),
                          tr("New campaign"), [this] { edit(true); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CampaignsPage::showCampaign);
    connect(m_list, &DataTable::opened, this, [this] { m_chart->begin(); });
    return m_list;
}

QWidget *CampaignsPage::makeFigures()
{
    auto *card = new Card;
    auto *buttons = new QHBoxLayout;
    m_edit->setObjectName(QStringLiteral("editCampaign"));
    m_edit->setToolTip(tr("F2"));
    m_orders->setObjectName(QStringLiteral("ordersToAssign"));
    m_orders->setAccessibleName(tr("Numbers of orders to give to the campaign"));
    m_orders->setPlaceholderText(tr("Order numbers to give to it, then Enter"));
    buttons->addWidget(m_with);
    buttons->addStretch();
    buttons->addWidget(m_edit, 0, Qt::AlignBottom);
    m_figuresTable->setModel(m_figures);
    card->body()->setSpacing(8);
    card->body()->addLayout(buttons);
    card->body()->addWidget(m_figuresTable, 1);
    card->body()->addWidget(m_orders);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(false); });
    connect(new QShortcut(QKeySequence(Qt::Key_F2), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this,
            [this] { edit(false); });
    connect(m_orders, &QLineEdit::returnPressed, this, &CampaignsPage::assign);
    return card;
}

void CampaignsPage::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale)
        reload();
    if (active)
        m_list->setFocus();
}

void CampaignsPage::focusFilter() { m_list->setFocus(); }

const CampaignResult *CampaignsPage::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < int(m_model->results().size()) ? &m_model->results()[size_t(row)] : nullptr;
}

const CampaignResult *CampaignsPage::compared() const
{
    const QString code = m_with->box()->currentData().toString();
    for (const CampaignResult &result : m_model->results()) {
        if (!code.isEmpty() && result.campaign.terms.code == code && current() != &result)
            return &result;
    }
    return nullptr;
}

void CampaignsPage::reload()
{
    m_isStale = false;
    const auto reading = jobs::campaignResults(session());
    m_longRead.follow(QFuture<void>(reading));
    whenDone(
        reading, this, [this](const Result<std::vector<CampaignResult>> &results) { take(results); }, [this] { cancelled(); });
}

void CampaignsPage::cancelled()
{
    m_isStale = true;
    if (!m_isReady)
        showInstead(tr("The campaigns were not read."));
    m_isReady = true;
    Q_EMIT said(tr("The campaigns were not read to their end. Press F5 to read them again."));
    m_list->setFocus();
    Q_EMIT readyChanged();
}

/// In the place of a chart that is not there.
void CampaignsPage::showInstead(const QString &sentence)
{
    ChartSheet sheet;
    sheet.emptySentence = sentence;
    m_chart->setSheet(sheet);
}

void CampaignsPage::take(const Result<std::vector<CampaignResult>> &results)
{
    if (!results) {
        Q_EMIT complained(results.error().message);
        return;
    }
    m_list->setLoading(false);
    m_model->setResults(*results, session().currency());
    showList();
    int row = results->empty() ? -1 : 0;
    for (int i = 0; i < int(results->size()); ++i) {
        if ((*results)[size_t(i)].campaign.terms.code == m_shown)
            row = i;
    }
    if (row >= 0)
        m_list->selectRow(row);
    showCampaign();
    if (row < 0) {
        m_isReady = true;
        Q_EMIT readyChanged();
    }
}

/// Every number whole, and as high as its rows; without any campaign it has the page for itself.
void CampaignsPage::showList()
{
    constexpr int longestCode = 22;
    const int rows = m_model->rowCount();
    const int most = longestCode * m_list->fontMetrics().horizontalAdvance(u'0');
    QList<int> widths;
    for (int column = 0; column < m_model->columnCount(); ++column)
        widths += column == CampaignModel::Name ? 0 : std::min(widestText(*m_list, column), most);
    m_list->widen(widths);
    const int height = (1 + std::clamp(rows, leastRows, mostRows)) * m_list->verticalHeader()->defaultSectionSize() + 4;
    m_list->setMinimumHeight(height);
    m_list->setMaximumHeight(rows == 0 ? QWIDGETSIZE_MAX : height);
    m_below->setVisible(rows > 0);
}

/// The figures have the width they need; where the chart has too little beside them, it stands below.
void CampaignsPage::giveRoom()
{
    constexpr int longestFigure = 30;
    constexpr int around = 34; // of the card
    const int most = longestFigure * m_figuresTable->fontMetrics().horizontalAdvance(u'0');
    QList<int> widths;
    int needed = around + m_figuresTable->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_figures->columnCount(); ++column) {
        widths += std::min(widestText(*m_figuresTable, column), most);
        needed += m_figuresTable->leastWidth(column, widths.back());
    }
    m_figuresTable->widen(widths);
    const int room = width() - m_below->handleWidth();
    const bool isBeside = room - needed >= leastChartWidth;
    m_figuresTable->setMinimumHeight(leastFiguresRows * m_figuresTable->verticalHeader()->defaultSectionSize());
    m_below->setOrientation(isBeside ? Qt::Horizontal : Qt::Vertical);
    if (isBeside)
        m_below->setSizes({needed, room - needed});
}

void CampaignsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (m_figures->columnCount() > 0)
        giveRoom();
}

/// To compare with: every other campaign.
void CampaignsPage::offerOthers()
{
    QComboBox *box = m_with->box();
    const QVariant with = box->currentData();
    QStringList codes;
    for (const CampaignResult &result : m_model->results()) {
        if (&result != current())
            codes += result.campaign.terms.code;
    }
    QStringList offered;
    for (int i = 1; i < box->count(); ++i)
        offered += box->itemText(i);
    if (codes == offered)
        return;
    box->clear();
    box->addItem(tr("None"));
    for (const QString &code : codes)
        box->addItem(code, code);
    box->setCurrentIndex(with.isValid() ? std::max(0, box->findData(with)) : 0);
}

void CampaignsPage::showCampaign()
{
    const CampaignResult *shown = current();
    offerOthers();
    m_edit->setEnabled(shown);
    m_orders->setEnabled(shown);
    if (!shown) {
        m_figures->setSheet({});
        return showInstead(tr("The orders of a campaign are drawn here day by day, against those before it."));
    }
    m_shown = shown->campaign.terms.code;
    m_stack->setCurrentWidget(m_chart);
    std::vector<CampaignResult> results{*shown};
    const CampaignResult *other = compared();
    if (other)
        results.push_back(*other);
    const bool hadTwo = m_figures->columnCount() > 2;
    m_figures->setSheet(campaignFigures(results, session().currency()));
    if (hadTwo != (other != nullptr) || !m_isReady)
        m_figuresTable->restoreColumns(other ? QList<int>{20, 15, 15} : QList<int>{20, 24}, int(results.size()), DataTable::Arrows::No);
    giveRoom();
    const qint64 generation = ++m_generation;
    const auto sheet =
        other ? jobs::comparedCampaignsSheet(session(), m_shown, other->campaign.terms.code) : jobs::campaignSheet(session(), m_shown);
    m_longChart.follow(QFuture<void>(sheet));
    whenDone(
        sheet, this,
        [this, generation](const Result<ChartSheet> &read) {
            if (generation == m_generation)
                showChart(read);
        },
        [this, generation] {
            if (generation == m_generation)
                cancelled();
        });
}

/// Neutral, under a title and with their currency, as charts are kept in files.
void CampaignsPage::exportCampaigns()
{
    prompts().saveFile(this, tr("Export the campaigns"), tr("campaigns") + QStringLiteral(".csv"), tr("Table (*.csv);;Workbook (*.xlsx)"),
                       [this](const QString &path) {
                           const auto written =
                               writeHeadedTable(path,
                                                numbersOf(campaignsSheet(m_model->results(), session().currency(), session().today())));
                           if (written)
                               Q_EMIT said(tr("Saved as %1.").arg(path));
                           else
                               Q_EMIT complained(written.error().message);
                       });
}

void CampaignsPage::showChart(const Result<ChartSheet> &sheet)
{
    m_chart->setHelp({}, tr("Edit the campaign"), [this] { edit(false); });
    if (sheet)
        m_chart->setSheet(*sheet);
    else
        Q_EMIT complained(sheet.error().message);
    m_isReady = true;
    Q_EMIT readyChanged();
}

void CampaignsPage::openPoint(int point)
{
    const auto behind = m_chart->sheet().points[size_t(point)].behind;
    if (!behind)
        return;
    whenDone(jobs::ordersBehind(session(), *behind), this, [this](const Result<OrdersBehind> &orders) {
        if (!orders) {
            Q_EMIT complained(orders.error().message);
            return;
        }
        m_behind->setOrders(*orders);
        m_stack->setCurrentWidget(m_behind);
        m_behind->setFocus();
    });
}

void CampaignsPage::edit(bool isNew)
{
    const CampaignResult *shown = current();
    if (!isNew && !shown)
        return;
    auto *dialog = new CampaignDialog(session(), prompts(), isNew ? std::nullopt : std::optional(shown->campaign.terms), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CampaignDialog::saved, this, [this](const QString &code) {
        m_shown = code;
        Q_EMIT said(tr("Campaign %1 is saved.").arg(code));
        reload();
    });
    dialog->open();
}

void CampaignsPage::assign()
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    std::vector<OrderId> orders;
    const QStringList typed = m_orders->text().split(between, Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        bool isNumber = false;
        const qint64 number = word.toLongLong(&isNumber);
        if (!isNumber || number < 1) {
            Q_EMIT complained(tr("“%1” is no order number: type numbers with spaces between.").arg(word));
            return;
        }
        orders.push_back(OrderId{number});
    }
    whenDone(jobs::assignToCampaign(session(), m_shown, orders), this, [this, code = m_shown](const Result<qint64> &given) {
        if (!given) {
            Q_EMIT complained(given.error().message);
            return;
        }
        m_orders->clear();
        Q_EMIT said(tr("Given to %1: %2.").arg(code, countedOrders(*given)));
    });
}

} // namespace waitline
