#include "ui/pages/listpage.h"

#include "models/tables/windowedmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSplitter>

namespace waitline {

namespace {
constexpr int panelWidth = 400;
constexpr int leastPanelWidth = 380; // an order's buttons in a row, and the scroll bar
constexpr int footHeight = 32;
} // namespace

ListPage::ListPage(Session &session, Prompts &prompts, const Setup &setup)
    : Page(session, prompts, setup.word, setup.title, setup.iconName)
    , m_table(new DataTable(setup.tableName, setup.title))
    , m_totals(mutedLabel({}))
    , m_foot(new QHBoxLayout)
    , m_split(new QSplitter)
{
    m_totals->setObjectName(setup.word + QStringLiteral("Totals"));
    m_totals->setFixedHeight(footHeight);
}

void ListPage::assemble(WindowedModel *model, QWidget *filter, Card *panel)
{
    m_model = model;
    m_panel = panel;
    auto *list = new Card;
    list->body()->setContentsMargins(1, 1, 1, 0);
    list->body()->setSpacing(0);
    m_foot->setContentsMargins(12, 4, 4, 4);
    m_foot->insertWidget(0, m_totals);
    m_foot->insertStretch(1);
    list->body()->addWidget(m_table, 1);
    list->body()->addLayout(m_foot);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(list);
    m_split->addWidget(panel);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    panel->setMinimumWidth(leastPanelWidth);
    panel->hide();
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
    connect(m_model, &WindowedModel::loaded, this, [this] {
        m_wasLoaded = true;
        if (!m_panel->isHidden() && shownId() != 0)
            markShown();
        else if (m_table->hasFocus())
            toTable(); // a row, so that one sees where the keyboard is
        updateTotals();
        updateEmptyState();
        Q_EMIT readyChanged();
    });
}

void ListPage::setActive(bool active)
{
    m_model->setLive(active);
    if (active)
        m_table->setFocus(); // the keyboard begins in the list
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

void ListPage::markShown()
{
    const QScopedValueRollback marking(m_isMarking, true);
    if (const qint64 id = shownId(); id != 0)
        m_table->markRow(m_model->rowOf(id));
}

void ListPage::toTable()
{
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
