#include "ui/dialogs/whatifdialog.h"

#include "models/services/purchasejobs.h"
#include "models/tables/affectedmodel.h"
#include "models/tables/arrivalmodel.h"
#include "models/tables/celltext.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/unitsdelegate.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int askMs = 150;
constexpr int comesLater = 0; // of what may become of the rest

BadgeLook changeLook(const QModelIndex &cell)
{
    switch (AffectedModel::Kind(cell.data(StatusRole).toInt())) {
    case AffectedModel::Kind::Sooner: return {QStringLiteral("check"), &Theme::positive};
    case AffectedModel::Kind::Later: return {QStringLiteral("clock"), &Theme::warning};
    case AffectedModel::Kind::Breaks: return {QStringLiteral("error"), &Theme::danger};
    }
    Q_UNREACHABLE();
}

} // namespace

WhatIfDialog::WhatIfDialog(Session &session, const StoredPurchase &purchase, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_purchase(purchase)
    , m_arrivals(new ArrivalModel(purchase, this))
    , m_affected(new AffectedModel(this))
    , m_arrivalTable(new DataTable(QStringLiteral("arrivalTable"), tr("What is assumed to come")))
    , m_affectedTable(new DataTable(QStringLiteral("whatIfTable"), tr("Orders served on another day")))
    , m_day(new DayField(session.today()))
    , m_rest(new QComboBox)
    , m_restDay(new DayField(session.today()))
    , m_policy(new QComboBox)
    , m_unitsProblem(problemLabel())
    , m_finding(label({}))
{
    setObjectName(QStringLiteral("whatIfDialog"));
    setWindowTitle(tr("What if %1 comes otherwise?").arg(purchaseName(purchase.id)));
    setAccessibleName(windowTitle());
    resize(fittingSize(*this, {1120, 640}));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(label(windowTitle(), TextSize::Section));
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(12);
    parts->addWidget(makeAssumptions());
    parts->addWidget(makeTables(), 1);
    column->addWidget(fittingArea(content, windowTitle()), 1);
    QPushButton *close = pushButton(tr("Close"));
    close->setObjectName(QStringLiteral("leave"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(close, 0, Qt::AlignRight);
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(askMs);
    connect(&m_askSoon, &QTimer::timeout, this, &WhatIfDialog::ask);
    connect(m_arrivals, &QAbstractItemModel::dataChanged, &m_askSoon, qOverload<>(&QTimer::start));
    connect(m_arrivals, &QAbstractItemModel::dataChanged, this, &WhatIfDialog::showRest);
    connect(&session, &Session::changed, &m_askSoon, qOverload<>(&QTimer::start));
    showRest();
    m_arrivalTable->setFocus();
    m_arrivalTable->setCurrentIndex(m_arrivals->index(0, ArrivalModel::Arrives));
    ask();
}

QWidget *WhatIfDialog::makeAssumptions()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    auto *share = new QComboBox;
    share->addItems({tr("All"), tr("Three quarters"), tr("Half"), tr("Nothing")});
    m_rest->addItems({tr("comes on"), tr("is not coming")});
    m_policy->addItem(tr("Each product's own"));
    for (AllocationPolicy policy : allPolicies)
        m_policy->addItem(policyText(policy));
    const QDate day = std::max(m_purchase.expected, m_session.today());
    m_day->setDay(day);
    m_restDay->setDay(day);
    m_dayField = new FormField(QStringLiteral("whatIfDay"), tr("It comes on"), m_day);
    m_restField = new FormField(QStringLiteral("whatIfRestDay"), tr("The rest on"), m_restDay);
    for (QWidget *part :
         std::initializer_list<QWidget *>{new FormField(QStringLiteral("whatIfShare"), tr("How much comes"), share), m_dayField,
                                          new FormField(QStringLiteral("whatIfRest"), tr("The rest"), m_rest), m_restField,
                                          new FormField(QStringLiteral("whatIfPolicy"), tr("Who is served"), m_policy)})
        row->addWidget(part);
    connect(share, &QComboBox::activated, this, [this](int choice) {
        constexpr int percents[] = {100, 75, 50, 0};
        sayProblem(m_unitsProblem, {});
        m_arrivals->assumeShare(percents[choice]);
    });
    connect(m_policy, &QComboBox::activated, &m_askSoon, qOverload<>(&QTimer::start));
    connect(m_rest, &QComboBox::activated, this, [this] {
        showRest();
        m_askSoon.start();
    });
    for (DayField *field : {m_day, m_restDay})
        connect(field, &QLineEdit::textChanged, &m_askSoon, qOverload<>(&QTimer::start));
    return bar;
}

QWidget *WhatIfDialog::makeTables()
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_arrivalTable->setModel(m_arrivals);
    auto *units = new TypedUnitsDelegate(m_arrivalTable);
    m_arrivalTable->setItemDelegateForColumn(ArrivalModel::Arrives, units);
    connect(units, &TypedUnitsDelegate::entered, this, &WhatIfDialog::takeUnits);
    m_unitsProblem->setObjectName(QStringLiteral("whatIfUnitsProblem"));
    m_arrivalTable->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                                    QAbstractItemView::SelectedClicked);
    m_arrivalTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_arrivalTable->restoreColumns({12, 24, 8, 8}, ArrivalModel::Name);
    m_arrivalTable->setEmptyState(tr("Nothing of this purchase is still to come."));
    m_affectedTable->setModel(m_affected);
    m_affectedTable->setItemDelegateForColumn(AffectedModel::Change, new BadgeDelegate(&changeLook, m_affectedTable));
    m_affectedTable->setGivingWay({AffectedModel::Units_, AffectedModel::Before});
    m_affectedTable->restoreColumns({7, 18, 10, 6, 11, 11, 11, 17}, AffectedModel::Customer, DataTable::Arrows::No);
    m_affectedTable->setEmptyState(tr("Everybody is served on the same day as things stand now."));
    m_finding->setObjectName(QStringLiteral("whatIfFinding"));
    m_finding->setWordWrap(true);
    column->addWidget(m_arrivalTable, 2);
    column->addWidget(m_unitsProblem);
    column->addWidget(m_finding);
    column->addWidget(m_affectedTable, 3);
    connect(m_affectedTable, &DataTable::opened, this, [this](const QModelIndex &row) {
        Q_EMIT orderAsked({row.data(OrderIdRole).toLongLong()});
        accept();
    });
    return both;
}

bool WhatIfDialog::restComes() const { return m_arrivals->hasRest() && m_rest->currentIndex() == comesLater; }

/// Where all of it comes at once there is no rest to ask about.
void WhatIfDialog::showRest()
{
    m_rest->setEnabled(m_arrivals->hasRest());
    m_restDay->setEnabled(restComes());
}

WhatIf WhatIfDialog::change() const
{
    WhatIf change;
    change.parts = {{m_day->day(), m_arrivals->arriving()}};
    if (restComes())
        change.parts.push_back({m_restDay->day(), m_arrivals->rest()});
    if (m_policy->currentIndex() > 0)
        change.policy = allPolicies[m_policy->currentIndex() - 1];
    return change;
}

/// A number that cannot be assumed is said, and the one that stood there stays.
void WhatIfDialog::takeUnits(const QModelIndex &cell, const QString &text)
{
    const Units toCome = m_arrivals->toCome(cell.row());
    const auto units = typedUnits(text.trimmed().isEmpty() ? QStringLiteral("0") : text, {}); // an emptied cell is 0
    const QString problem =
        !units       ? units.error().message
        : *units < 0 ? tr("%1 units cannot come: enter 0 or more.").arg(*units)
        : *units > toCome
            ? tr("Only %1 of %2 are still to come: enter at most that many.").arg(unitsText(toCome), m_arrivals->sku(cell.row()))
            : QString();
    sayProblem(m_unitsProblem, problem);
    if (problem.isEmpty())
        m_arrivals->setData(cell, *units);
}

bool WhatIfDialog::hasDays()
{
    const auto problemOf = [this](const DayField *field) {
        const auto day = typedDay(field->text(), m_session.today(), {});
        return !day ? day.error().message : !*day ? tr("No day is given: enter one, such as +14 for in two weeks.") : QString();
    };
    const bool hasRest = restComes();
    const QString first = problemOf(m_day);
    QString rest = hasRest ? problemOf(m_restDay) : QString();
    if (hasRest && first.isEmpty() && rest.isEmpty() && m_restDay->day() < m_day->day())
        rest = tr("The rest cannot come before the first part: enter %1 or a later day.").arg(dayText(m_day->day()));
    m_dayField->setProblem(first);
    m_restField->setProblem(rest);
    return first.isEmpty() && rest.isEmpty();
}

void WhatIfDialog::showNothing(const QString &sentence)
{
    ++m_generation; // an answer that is on its way is of other days
    m_affected->setLines({});
    m_affectedTable->setEmptyState(sentence);
    m_finding->clear();
}

void WhatIfDialog::ask()
{
    if (!hasDays())
        return showNothing(tr("Nothing is shown until the days above are right."));
    whenDone(jobs::whatIf(m_session, m_purchase.id, change()), this,
             [this, generation = ++m_generation](const Result<WhatIfOutcome> &outcome) {
                 if (generation == m_generation)
                     show(outcome);
             });
}

void WhatIfDialog::show(const Result<WhatIfOutcome> &outcome)
{
    if (!outcome)
        return showNothing(outcome.error().message);
    m_affected->setLines(outcome->lines);
    for (int column : {AffectedModel::Sku, AffectedModel::Before, AffectedModel::After, AffectedModel::Promised})
        m_affectedTable->widenToText(column);
    m_affectedTable->setEmptyState(tr("Everybody is served on the same day as things stand now."));
    QStringList parts{countText(outcome->sooner, tr("1 line is served sooner"), tr("%1 lines are served sooner")),
                      tr("%1 later or not at all").arg(numberText(outcome->later)),
                      countText(outcome->broken, tr("1 promise breaks"), tr("%1 promises break"))};
    if (outcome->mended > 0)
        parts += countText(outcome->mended, tr("1 late promise holds again"), tr("%1 late promises hold again"));
    if (outcome->notComing > 0)
        parts += outcome->notComing == 1 ? tr("1 unit is not coming") : tr("%1 are not coming").arg(unitsText(outcome->notComing));
    m_finding->setText(parts.join(QStringLiteral(", ")) + u'.');
}

} // namespace waitline
