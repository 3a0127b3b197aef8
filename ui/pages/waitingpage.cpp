#include "ui/pages/waitingpage.h"

#include "models/exchange/waitingexport.h"
#include "models/services/productjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/waitingmodel.h"
#include "ui/pages/orderparts.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/waitingfilterbar.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int panelWidth = 380;
}

WaitingPage::WaitingPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("waiting"), tr("Waiting orders"), QStringLiteral("waiting"))
    , m_model(new WaitingModel(session, this))
    , m_filter(new WaitingFilterBar(session))
    , m_table(new DataTable(QStringLiteral("waitingTable"), tr("Waiting lines")))
    , m_totals(mutedLabel({}))
    , m_split(new QSplitter)
    , m_order(new OrderPanel(session))
{
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(makeList());
    m_split->addWidget(m_order);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_order->setMinimumWidth(320);
    m_order->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
    makeKeys();
    connect(m_filter, &WaitingFilterBar::changed, this, &WaitingPage::filterChanged);
    connect(m_filter, &WaitingFilterBar::downPressed, this, &WaitingPage::toTable);
    connect(m_order, &OrderPanel::closed, this, [this] { m_table->setFocus(); });
    relay(m_order, this);
}

QWidget *WaitingPage::makeList()
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 0);
    card->body()->setSpacing(0);
    makeTable();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 4, 4);
    m_totals->setObjectName(QStringLiteral("waitingTotals"));
    QPushButton *save = quietButton(tr("Export…"), QStringLiteral("export"));
    save->setToolTip(tr("Write the filtered list to a CSV file (Ctrl+E)"));
    connect(save, &QPushButton::clicked, this, &WaitingPage::exportList);
    foot->addWidget(m_totals);
    foot->addStretch();
    foot->addWidget(save);
    card->body()->addWidget(m_table, 1);
    card->body()->addLayout(foot);
    return card;
}

void WaitingPage::makeTable()
{
    using Column = WaitingModel::Column;
    m_table->setModel(m_model);
    m_table->setLoading(true);
    showWaitingBadges(m_table);
    m_table->setInitiallyHidden({Column::Name, Column::CoveredBy, Column::Placed, Column::Slip, Column::Value, Column::Odds});
    m_table->horizontalHeader()->setSortIndicator(Column::Product, Qt::AscendingOrder);
    m_table->setGivingWay({Column::UnitsAhead, Column::Kind, Column::Order, Column::Promise, Column::Waiting, Column::Place});
    m_table->restoreColumns({4, 10, 20, 13, 6, 13, 5, 6, 19, 8, 11, 4, 20, 10, 26}, Column::Customer);
    readOddsWhileShown(m_table, m_model);
    m_table->setSortingEnabled(true);
    connect(m_table, &DataTable::opened, this, &WaitingPage::openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (m_followsRow && !m_order->isHidden() && row.isValid() && m_table->hasFocus())
            openRow(row);
    });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WaitingModel::totalsChanged, this, &WaitingPage::updateTotals);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, [this] {
        if (!std::exchange(m_wasLoaded, true) && m_table->hasFocus())
            toTable(); // a row, so that one sees where the keyboard is
        updateEmptyState();
        Q_EMIT readyChanged();
    });
}

void WaitingPage::makeKeys()
{
    QAction *fresh = makePrimaryAction(tr("New order…"), QStringLiteral("add"));
    fresh->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)); // the window's, on every page
    connect(fresh, &QAction::triggered, this, &Page::newOrderAsked);
    const auto key = [this](const QKeySequence &keys, auto &&done) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, std::forward<decltype(done)>(done));
        addAction(action);
    };
    const auto inOrder = [this](void (OrderPanel::*change)()) {
        if (m_order->isHidden() && m_table->currentIndex().isValid())
            openRow(m_table->currentIndex());
        if (!m_order->isHidden())
            (m_order->*change)();
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportList(); });
    key(QKeySequence(Qt::Key_F2), [inOrder] { inOrder(&OrderPanel::changeQuantity); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Delete), [inOrder] { inOrder(&OrderPanel::cancelLine); });
}

void WaitingPage::setActive(bool active)
{
    m_model->setLive(active);
    if (active)
        m_table->setFocus(); // the keyboard begins in the list
}

bool WaitingPage::isReady() const { return m_wasLoaded && !m_model->isLoading() && (m_order->isHidden() || m_order->isLoaded()); }

OrderId WaitingPage::shownOrder() const { return m_order->isHidden() ? OrderId{} : m_order->order(); }

void WaitingPage::focusFilter() { m_filter->focusText(); }

void WaitingPage::show(const Destination &destination)
{
    WaitingFilter filter;
    switch (destination.kind) {
    case Destination::Kind::Waiting: {
        const ProductId product{destination.id};
        if (!product.isValid()) {
            filter.text = destination.text;
            break;
        }
        whenDone(jobs::viewProduct(session(), product), this, [this, product](const Result<ProductView> &view) {
            WaitingFilter ofProduct;
            ofProduct.product = product;
            if (view)
                m_filter->setFilter(ofProduct, view->product.terms.sku);
            else
                Q_EMIT complained(view.error().message);
        });
        return;
    }
    case Destination::Kind::Preorders: filter.preorder = true; break;
    case Destination::Kind::Backorders: filter.preorder = false; break;
    case Destination::Kind::Late: filter.lateOnly = true; break;
    default: filter.text = destination.text; break;
    }
    m_filter->setFilter(filter);
}

void WaitingPage::filterChanged()
{
    m_model->setFilter(m_filter->filter());
    updateEmptyState();
}

void WaitingPage::updateEmptyState()
{
    if (m_filter->filter() == WaitingFilter{})
        m_table->setEmptyState(tr("Nobody waits. Lines stand here when more is ordered than is there."), tr("New order…"),
                               [this] { Q_EMIT newOrderAsked(); });
    else
        m_table->setEmptyState(tr("No waiting line is meant by this filter."), tr("Show all lines"), [this] { m_filter->setFilter({}); });
}

void WaitingPage::updateTotals() { m_totals->setText(waitingTotals(*m_model)); }

void WaitingPage::openRow(const QModelIndex &row)
{
    const OrderId order{row.data(OrderIdRole).toLongLong()};
    if (!order.isValid()) // still being fetched
        return;
    if (m_order->isHidden())
        m_split->setSizes({m_split->width() - panelWidth, panelWidth});
    m_order->open(order, OrderLineId{row.data(IdRole).toLongLong()});
}

void WaitingPage::toTable()
{
    m_table->setFocus();
    if (m_table->currentIndex().isValid() || m_model->rowCount() == 0)
        return;
    m_followsRow = false; // nobody chose this row: an order that is shown stays
    m_table->selectRow(0);
    m_followsRow = true;
}

void WaitingPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_order->isHidden())
        m_order->close();
    else
        Page::keyPressEvent(event);
}

void WaitingPage::exportList()
{
    prompts().saveFile(this, tr("Export the waiting line"), tr("waiting line.csv"), tr("CSV files (*.csv)"),
                       [this](const QString &path) { exportTo(path); });
}

void WaitingPage::exportTo(const QString &path)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const WaitingQuestion question{m_model->filter(), WaitingSort(header->sortIndicatorSection()),
                                   header->sortIndicatorOrder() == Qt::DescendingOrder, session().today()};
    auto job = exportWaiting(session(), question, path);
    Q_EMIT jobStarted(tr("Exporting the waiting line"), QFuture<void>(job));
    whenDone(job, this, [this, path](const Result<qint64> &rows) {
        if (rows)
            Q_EMIT said(tr("%1 written to %2.").arg(countText(*rows, tr("1 line is"), tr("%1 lines are")), path));
        else
            Q_EMIT complained(rows.error().message);
    });
}

} // namespace waitline
