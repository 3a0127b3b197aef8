#include "ui/pages/planpage.h"

#include "models/tables/celltext.h"
#include "models/tables/suggestionmodel.h"
#include "ui/delegates/unitsdelegate.h"
#include "ui/dialogs/planchoicesdialog.h"
#include "ui/forms/typed.h"
#include "ui/pages/listexport.h"
#include "ui/widgets/bookingalerts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/planpanel.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>

#include <set>

namespace waitline {

namespace {
constexpr int panelWidth = 350;
}

PlanPage::PlanPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("plan"), tr("What to buy"), QStringLiteral("plan"))
    , m_model(new SuggestionModel(session, this))
    , m_text(new FilterEdit(tr("Filter the suggestions"), tr("SKU, name, supplier…  Ctrl+F")))
    , m_budget(new QLineEdit)
    , m_budgetProblem(problemLabel())
    , m_make(pushButton(tr("Plan anew"), QStringLiteral("refresh")))
    , m_settings(pushButton(tr("Settings…"), QStringLiteral("settings")))
    , m_column(new QVBoxLayout(this))
    , m_bar(new QHBoxLayout)
    , m_alerts(new BookingAlerts)
    , m_age(mutedLabel({}))
    , m_table(new DataTable(QStringLiteral("planTable"), tr("Suggestions")))
    , m_totals(mutedLabel({}))
    , m_panel(new PlanPanel(session))
    , m_keep(makePrimaryAction(tr("Keep as purchase drafts"), QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(makeList());
    split->addWidget(m_panel);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setSizes({10 * panelWidth, panelWidth});
    m_panel->setMinimumWidth(panelWidth - 60);
    m_panel->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addLayout(m_bar);
    m_column->addWidget(m_budgetProblem);
    m_column->addWidget(m_alerts);
    m_column->addWidget(split, 1);
    fillBar();
    connect(m_alerts, &BookingAlerts::productAsked, this, [this](ProductId product) {
        Q_EMIT goTo({Destination::Kind::Product, product.value, {}});
    });
    connect(m_settings, &QPushButton::clicked, this, &PlanPage::editChoices);
    connect(m_panel, &PlanPanel::done, this, &Page::done);
    connect(m_keep, &QAction::triggered, this, &PlanPage::keepDrafts);
    connect(m_panel, &PlanPanel::loaded, this, &Page::readyChanged);
    connect(m_panel, &PlanPanel::complained, this, &Page::complained);
    connect(m_panel, &PlanPanel::productAsked, this, [this](ProductId product) {
        Q_EMIT goTo({Destination::Kind::Product, product.value, {}});
    });
    exportByKey(this, prompts, tr("what to buy"), [this] { return m_table; });
    updateEmptyState();
    updateTotals();
}

void PlanPage::fillBar()
{
    m_bar->setSpacing(12);
    m_text->setObjectName(QStringLiteral("planFilter"));
    m_text->setMinimumWidth(160);
    m_text->setMaximumWidth(280);
    m_budget->setObjectName(QStringLiteral("planBudget"));
    m_budget->setAccessibleName(tr("Budget"));
    m_budget->setPlaceholderText(tr("Budget"));
    m_budget->setToolTip(tr("What may be spent, with what is in purchase drafts: the best worth for the money is kept. Empty: no limit."));
    m_budget->setFixedWidth(120);
    m_make->setObjectName(QStringLiteral("makePlan"));
    m_make->setToolTip(tr("Forecasts every product and plans again (F5)"));
    m_age->setObjectName(QStringLiteral("planAge"));
    m_age->setWordWrap(true);
    m_age->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_settings->setObjectName(QStringLiteral("planSettings"));
    m_settings->setToolTip(tr("Service target, rhythm, what an order costs, and the budget"));
    m_bar->addWidget(m_text, 1);
    m_bar->addWidget(m_budget);
    m_bar->addStretch();
    m_bar->addWidget(m_age, 2);
    m_bar->addWidget(m_settings);
    m_bar->addWidget(m_make);
    connect(m_text, &FilterEdit::filterChanged, this, [this](const QString &text) { m_model->setFilter(text.trimmed()); });
    connect(m_text, &FilterEdit::downPressed, this, [this] { m_table->setFocus(); });
    connect(m_budget, &QLineEdit::editingFinished, this, &PlanPage::budgetTyped);
    connect(m_make, &QPushButton::clicked, this, &PlanPage::makePlan);
    auto *again = new QAction(this);
    again->setShortcut(Qt::Key_F5);
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(again);
    connect(again, &QAction::triggered, this, &PlanPage::makePlan);
}

/// Where the bar has no room for how old the plan is, that stands on a line of its own.
void PlanPage::resizeEvent(QResizeEvent *event)
{
    constexpr int enough = 860;
    const bool isBelow = width() < enough;
    if (std::exchange(m_isAgeBelow, isBelow) != isBelow) {
        (isBelow ? static_cast<QBoxLayout *>(m_bar) : m_column)->removeWidget(m_age);
        if (isBelow)
            m_column->insertWidget(1, m_age);
        else
            m_bar->insertWidget(m_bar->indexOf(m_settings), m_age, 2);
        m_age->setAlignment((isBelow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    Page::resizeEvent(event);
}

QWidget *PlanPage::makeList()
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 0);
    card->body()->setSpacing(0);
    makeTable();
    m_totals->setObjectName(QStringLiteral("planTotals"));
    m_totals->setContentsMargins(12, 0, 12, 0);
    m_totals->setFixedHeight(40);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_totals);
    return card;
}

void PlanPage::makeTable()
{
    using Column = SuggestionModel::Column;
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setInitiallyHidden(
        {Column::Waiting, Column::Position, Column::ReorderPoint, Column::OrderUpTo, Column::SafetyStock, Column::ADay, Column::LeadTime});
    m_table->setGivingWay({Column::TakenUp, Column::OrderBy, Column::Supplier, Column::Cost, Column::Sku}); // the panel says them
    m_table->restoreColumns({3, 5, 10, 17, 9, 8, 9, 7, 7, 8, 8, 8, 6, 10, 12}, Column::Name, DataTable::Arrows::No);
    m_table->setItemDelegateForColumn(Column::Units, new UnitsDelegate(m_table));
    m_table->installEventFilter(this);
    connect(m_table, &DataTable::opened, this, &PlanPage::toggle);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &cell) {
        if (cell.column() == Column::Tick)
            toggle(cell);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanPage::openRow);
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &PlanPage::listLoaded);
    connect(m_model, &SuggestionModel::ticksChanged, this, [this] {
        updateTotals();
        openRow(m_table->currentIndex());
    });
}

void PlanPage::setActive(bool active)
{
    m_model->setLive(active);
    if (!active)
        return;
    m_table->setFocus();
    if (!m_choices)
        readChoices();
}

void PlanPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool PlanPage::isReady() const { return m_wasLoaded && !m_model->isLoading() && (m_panel->isHidden() || m_panel->isLoaded()); }

bool PlanPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || m_table->isEditing())
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isDigit = key->text().size() == 1 && key->text().front().isDigit();
    if (key->key() == Qt::Key_Space)
        toggle(m_table->currentIndex().siblingAtColumn(SuggestionModel::Tick));
    else if (key->key() == Qt::Key_F2 || isDigit)
        editUnits(isDigit ? key->text() : QString());
    else
        return Page::eventFilter(watched, event);
    return true;
}

void PlanPage::toggle(const QModelIndex &cell)
{
    if (cell.column() == SuggestionModel::Units)
        editUnits();
    else if (cell.isValid() && !m_model->toggle(cell.row()))
        Q_EMIT said(tr("All of it is drafted or ordered: type the units (F2) to buy more."));
}

/// Typing a number begins with it.
void PlanPage::editUnits(const QString &begun)
{
    const QModelIndex units = m_table->currentIndex().siblingAtColumn(SuggestionModel::Units);
    if (!units.isValid())
        return;
    m_table->setCurrentIndex(units);
    m_table->edit(units);
    if (auto *editor = qobject_cast<QLineEdit *>(m_table->indexWidget(units)); editor && !begun.isEmpty())
        editor->setText(begun);
}

void PlanPage::openRow(const QModelIndex &row)
{
    const auto plan = m_model->plan();
    if (const auto suggestion = m_model->suggestion(row.row()); suggestion && plan)
        m_panel->open(*suggestion, *plan);
}

QString PlanPage::ageOf(const StoredPlan &plan) const
{
    if (!plan.overruled.empty())
        return tr("Planned %1; %2 overruled since")
            .arg(instantText(plan.madeAt), countText(std::ssize(plan.overruled), tr("1 forecast"), tr("%1 forecasts")));
    return tr("Planned %1, by %2, for %3 % service")
        .arg(instantText(plan.madeAt), plan.byMonth ? tr("months") : tr("weeks"), QLocale().toString(plan.servicePermille / 10.0, 'g', 3));
}

void PlanPage::listLoaded()
{
    m_wasLoaded = true;
    const auto plan = m_model->plan();
    m_age->setText(plan ? ageOf(*plan) : tr("No plan yet"));
    m_alerts->setAlerts(m_model->alerts());
    updateEmptyState();
    updateTotals();
    if (m_model->rowCount() == 0)
        m_panel->hide();
    else if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    else
        openRow(m_table->currentIndex());
    Q_EMIT readyChanged();
}

void PlanPage::updateEmptyState()
{
    if (m_model->isNarrowed())
        m_table->setEmptyState(tr("No suggestion is meant by this filter, or paid for by this budget."), tr("Show all suggestions"),
                               [this] {
                                   m_budget->clear();
                                   m_model->setBudget(std::nullopt);
                                   m_text->setFilter({});
                               });
    else if (m_model->plan())
        m_table->setEmptyState(tr("Nothing needs to be bought: all stock reaches beyond the next delivery."), tr("Plan anew"),
                               [this] { makePlan(); });
    else
        m_table->setEmptyState(tr("There is no plan yet. What to buy stands here by supplier, each with its reason."), tr("Make a plan"),
                               [this] { makePlan(); });
}

void PlanPage::updateTotals()
{
    const std::vector<StoredSuggestion> ticked = m_model->ticked();
    std::set<QString> suppliers;
    Money cost = 0;
    for (const StoredSuggestion &each : ticked) {
        suppliers.insert(each.supplier);
        cost += each.cost();
    }
    m_keep->setEnabled(!ticked.empty());
    const bool isPaidInDrafts = m_model->hasBudget() && m_model->drafted() > 0;
    const QString inDrafts =
        isPaidInDrafts ? tr(" · %1 of the budget is in purchase drafts").arg(moneyWithCode(m_model->drafted(), session().currency()))
                       : QString();
    m_totals->setText(tr("%1 of %2 ticked · %3 · %4")
                          .arg(numberText(qint64(ticked.size())), numberText(m_model->rowCount()),
                               suppliers.size() == 1 ? tr("1 supplier") : tr("%1 suppliers").arg(numberText(qint64(suppliers.size()))),
                               moneyWithCode(cost, session().currency())) +
                      inDrafts);
}

void PlanPage::budgetTyped()
{
    const QString text = m_budget->text().trimmed();
    const auto budget = text.isEmpty() ? Result<Money>(Money(0)) : typedMoney(text, session().currency(), QStringLiteral("budget"));
    const bool isNegative = budget && *budget < 0;
    sayProblem(m_budgetProblem, isNegative ? tr("A budget is not negative: type 0 or more.") : budget ? QString() : budget.error().message);
    if (budget && !isNegative)
        m_model->setBudget(text.isEmpty() ? std::nullopt : std::optional(*budget));
}

void PlanPage::makePlan()
{
    if (std::exchange(m_isMaking, true))
        return;
    m_make->setEnabled(false);
    const auto job = jobs::makePlan(session());
    Q_EMIT jobStarted(tr("Planning"), QFuture<void>(job));
    const auto ended = [this] {
        m_isMaking = false;
        m_make->setEnabled(true);
    };
    whenDone(
        job, this,
        [this, ended](const Result<Plan> &plan) {
            ended();
            if (plan)
                m_model->reload();
            else
                Q_EMIT complained(plan.error().message);
        },
        [this, ended] {
            ended();
            Q_EMIT said(tr("The plan was stopped: the last one stays as it is."));
        });
}

void PlanPage::keepDrafts()
{
    const std::vector<StoredSuggestion> ticked = m_model->ticked();
    if (ticked.empty())
        return;
    m_keep->setEnabled(false);
    whenDone(jobs::keepPurchaseDrafts(session(), ticked), this, [this](const Result<std::vector<PurchaseDraftId>> &drafts) {
        if (drafts)
            draftsKept(*drafts);
        else
            Q_EMIT complained(drafts.error().message);
        updateTotals();
    });
}

void PlanPage::draftsKept(const std::vector<PurchaseDraftId> &drafts)
{
    m_model->forgetEdits();
    m_model->reload();
    if (drafts.empty())
        return Q_EMIT said(tr("Nothing new: all of it is in purchase drafts already."));
    const QString sentence =
        drafts.size() == 1
            ? tr("One purchase draft is kept: place it under Purchases.")
            : tr("%1 purchase drafts are kept, one for each supplier: place them under Purchases.").arg(numberText(qint64(drafts.size())));
    Q_EMIT done(sentence, inverseBy([this, drafts] { return jobs::discardPurchaseDrafts(session(), drafts); },
                                    tr("The purchase drafts are thrown away.")));
}

void PlanPage::readChoices()
{
    whenDone(jobs::planChoices(session()), this, [this](const Result<PlanChoices> &choices) {
        if (choices)
            showChoices(*choices);
        else
            Q_EMIT complained(choices.error().message);
    });
}

/// The budget that is set stands in its field; another one may be tried there.
void PlanPage::showChoices(const PlanChoices &choices)
{
    m_choices = choices;
    m_budget->setText(choices.budget ? moneyToType(*choices.budget, session().currency()) : QString());
    budgetTyped();
}

void PlanPage::editChoices()
{
    if (!m_choices)
        return;
    auto *dialog = new PlanChoicesDialog(session(), prompts(), *m_choices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_settings, qOverload<>(&QWidget::setFocus));
    connect(dialog, &PlanChoicesDialog::saved, this, [this, before = *m_choices](const PlanChoices &choices) {
        showChoices(choices);
        const auto takeBack = [this, before] {
            showChoices(before);
            return jobs::changePlanChoices(session(), before);
        };
        Q_EMIT done(tr("The settings are kept: plan anew to buy by them."), inverseBy(takeBack, tr("The settings are as before.")));
    });
    dialog->open();
}

} // namespace waitline
