#include "ui/pages/listpage.h"

#include "models/tables/roles.h"
#include "models/tables/windowedmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSplitter>

#include <algorithm>

namespace waitline {

namespace {
constexpr int panelWidth = 400;
constexpr int leastPanelWidth = 380; // an order's buttons in a row, and the scroll bar
constexpr int leastListWidth = 320; // a column that tells the rows apart, and two figures
constexpr int between = 12;
constexpr int footHeight = 32;
} // namespace

ListPage::ListPage(Session &session, Prompts &prompts, const Setup &setup)
    : Page(session, prompts, setup.word, setup.title, setup.iconName)
    , m_table(new DataTable(setup.tableName, setup.title))
    , m_totals(mutedLabel({}))
    , m_foot(new QHBoxLayout)
    , m_split(new QSplitter)
    , m_opensFirst(setup.opensFirst)
{
    m_totals->setObjectName(setup.word + QStringLiteral("Totals"));
    m_totals->setFixedHeight(footHeight);
}

void ListPage::assemble(WindowedModel *model, QWidget *filter, Card *panel)
{
    m_model = model;
    m_filter = filter;
    m_panel = panel;
    m_list = new Card;
    m_list->body()->setContentsMargins(1, 1, 1, 0);
    m_list->body()->setSpacing(0);
    m_foot->setContentsMargins(12, 4, 4, 4);
    m_foot->insertWidget(0, m_totals);
    m_foot->insertStretch(1);
    m_list->body()->addWidget(m_table, 1);
    m_list->body()->addLayout(m_foot);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(between);
    m_split->addWidget(m_list);
    m_split->addWidget(panel);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    panel->setMinimumWidth(leastPanelWidth);
    panel->hide();
    panel->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(filter);
    column->addWidget(m_split, 1);
    m_table->setLoading(true);
    follow();
}

void ListPage::follow()
{
    connect(m_table, &DataTable::opened, this, &ListPage::openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        // To the first row the view goes by itself when the keyboard comes, but selects it not: what the panel
        // shows stays.
        const bool isMeant = row.isValid() && m_table->selectionModel()->isRowSelected(row.row());
        if (isMeant && !m_isMarking && !m_panel->isHidden() && m_table->hasFocus())
            openRow(row);
    });
    // A row that is clicked becomes the current one before it is selected.
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex &row) {
        if (!m_panel->isHidden())
            openRow(row);
    });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &ListPage::listLoaded);
}

void ListPage::listLoaded()
{
    const bool isFirst = !std::exchange(m_wasLoaded, true);
    if (!m_panel->isHidden() && shownId() != 0)
        markShown();
    else if (m_table->hasFocus())
        toTable(); // a row, so that one sees where the keyboard is
    if (isFirst && m_opensFirst && m_panel->isHidden() && m_model->rowCount() > 0 && hasRoomForBoth()) {
        m_table->selectRow(0);
        openRow(m_table->currentIndex());
    }
    updateTotals();
    updateEmptyState();
    Q_EMIT readyChanged();
}

void ListPage::setActive(bool active)
{
    m_model->setLive(active);
    if (active)
        focusList(); // where the keyboard begins
}

bool ListPage::isReady() const { return m_wasLoaded && !m_model->isLoading() && (m_panel->isHidden() || isPanelLoaded()); }

void ListPage::showPanel()
{
    if (!m_panel->isHidden())
        return;
    m_split->setSizes({m_split->width() - panelWidth, panelWidth});
    m_panel->show();
}

void ListPage::hidePanel()
{
    m_panel->hide();
    m_table->setFocus();
}

bool ListPage::hasRoomForBoth() const
{
    const int list = std::max(leastListWidth, m_list->minimumSizeHint().width());
    const int panel = std::max(m_panel->minimumWidth(), m_panel->minimumSizeHint().width());
    return widthAround(this) >= list + between + panel;
}

void ListPage::fit()
{
    const bool isListShown = m_panel->isHidden() || hasRoomForBoth();
    if (isListShown == !m_list->isHidden())
        return;
    if (!isListShown && isAncestorOf(window()->focusWidget()) && !m_panel->isAncestorOf(window()->focusWidget()))
        m_panel->setFocus(); // before what has the keyboard goes
    m_list->setVisible(isListShown);
    m_filter->setVisible(isListShown);
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

/// The panel comes and goes by its own buttons too.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        fit();
    return Page::eventFilter(watched, event);
}

void ListPage::markShown()
{
    const QScopedValueRollback marking(m_isMarking, true);
    if (const qint64 id = shownId(); id != 0)
        m_table->markRow(m_model->rowOf(id));
}

void ListPage::focusList() { (m_list->isHidden() ? static_cast<QWidget *>(m_panel) : m_table)->setFocus(); }

OrderId ListPage::meantOrder() const
{
    if (const OrderId shown = shownOrder(); shown.isValid())
        return shown;
    const QModelIndex row = m_table->currentIndex();
    const bool isChosen = row.isValid() && m_table->selectionModel()->isRowSelected(row.row());
    return isChosen ? OrderId{row.data(OrderIdRole).toLongLong()} : OrderId{};
}

void ListPage::showList()
{
    if (m_list->isHidden())
        m_panel->hide();
}

void ListPage::toTable()
{
    showList();
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void ListPage::addKey(const QKeySequence &keys, std::function<void()> done)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(done));
    addAction(action);
}

void ListPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_panel->isHidden())
        hidePanel();
    else
        Page::keyPressEvent(event);
}

} // namespace waitline
