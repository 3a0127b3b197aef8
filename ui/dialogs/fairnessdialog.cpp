#include "ui/dialogs/fairnessdialog.h"

#include "models/services/linejumpjobs.h"
#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/fairnessmodels.h"
#include "models/tables/roles.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/reasonbar.h"
#include "ui/words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace waitline {

FairnessDialog::FairnessDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_jumps(new JumpModel(&policyText, this))
    , m_fairness(new FairnessModel(this))
    , m_exceptions(new ExceptionModel(&policyText, this))
    , m_jumpTable(new DataTable(QStringLiteral("jumpTable"), tr("Who went ahead")))
    , m_fairnessTable(new DataTable(QStringLiteral("fairnessTable"), tr("How each product's line was served")))
    , m_exceptionTable(new DataTable(QStringLiteral("exceptionTable"), tr("Lines served while a higher-ranked one still waited")))
    , m_exceptionsOf(mutedLabel({}))
    , m_message(new MessageBar)
    , m_reason(new ReasonBar)
    , m_undo(pushButton(tr("Undo…"), QStringLiteral("undo")))
    , m_stack(new QStackedWidget)
{
    setWindowTitle(tr("Line jumps and fairness"));
    setObjectName(QStringLiteral("fairnessDialog"));
    resize(fittingSize(*this, {1290, 640}));
    auto *views = new Segments(QStringLiteral("fairnessViews"), tr("What is shown"), {tr("Line jumps"), tr("Fairness")});
    m_stack->addWidget(makeJumps());
    m_stack->addWidget(makeFairness());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(views, 0, Qt::AlignLeft);
    column->addWidget(m_message);
    column->addWidget(m_reason);
    column->addWidget(m_stack, 1);
    connect(views, &Segments::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_reason, &ReasonBar::given, this, &FairnessDialog::undo);
    connect(&session, &Session::changed, this, &FairnessDialog::read);
    m_jumpTable->setFocus();
    read();
}

QWidget *FairnessDialog::makeJumps()
{
    m_jumpTable->setModel(m_jumps);
    m_jumpTable->setGivingWay({JumpModel::Actor, JumpModel::When, JumpModel::State});
    m_jumpTable->restoreColumns({16, 10, 6, 16, 14, 18, 9, 9, 8}, JumpModel::Reason, DataTable::Arrows::No);
    m_jumpTable->setEmptyState(tr(
        "Nobody went ahead. Moves in line, raised priorities and receipts under another policy stand here, with whom they pushed back."));
    m_undo->setObjectName(QStringLiteral("undoJump"));
    connect(m_undo, &QPushButton::clicked, this, &FairnessDialog::askUndo);
    connect(m_jumpTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FairnessDialog::updateUndo);
    for (DataTable *table : {m_jumpTable, m_exceptionTable}) {
        connect(table, &DataTable::opened, this, [this](const QModelIndex &row) {
            const QVariant order = row.data(OrderIdRole);
            if (!order.isValid())
                return;
            Q_EMIT orderAsked({order.toLongLong()});
            accept();
        });
    }
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_jumpTable, 1);
    column->addWidget(m_undo, 0, Qt::AlignLeft);
    return part;
}

QWidget *FairnessDialog::makeFairness()
{
    m_fairnessTable->setModel(m_fairness);
    m_fairnessTable->restoreColumns({12, 20, 9, 15, 8, 30}, FairnessModel::Name);
    m_fairnessTable->setEmptyState(tr("No line was served yet."));
    m_exceptionTable->setModel(m_exceptions);
    m_exceptionTable->setGivingWay({ExceptionModel::Actor, ExceptionModel::Reason, ExceptionModel::Place});
    m_exceptionTable->restoreColumns({16, 7, 16, 5, 6, 10, 22, 15, 9, 16}, ExceptionModel::Customer, DataTable::Arrows::No);
    m_exceptionTable->setEmptyState(
        tr("Each serving went down the line in order: nobody got units while a higher-ranked line still waited."));
    connect(m_fairnessTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (const QVariant product = row.data(ProductIdRole); product.isValid())
            readExceptions({product.toLongLong()}, row.siblingAtColumn(FairnessModel::Sku).data().toString());
    });
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_fairnessTable, 3);
    m_exceptionsOf->setObjectName(QStringLiteral("exceptionsOf"));
    m_exceptionsOf->setWordWrap(true);
    column->addWidget(m_exceptionsOf);
    column->addWidget(m_exceptionTable, 2);
    return part;
}

void FairnessDialog::complain(const Error &error) { m_message->say(MessageBar::Kind::Problem, error.message); }

void FairnessDialog::read()
{
    whenDone(jobs::lineJumps(m_session), this, [this](const Result<std::vector<LineJump>> &jumps) {
        if (!jumps)
            return complain(jumps.error());
        const int row = m_jumpTable->currentIndex().row();
        m_jumps->setJumps(*jumps);
        for (int column : {JumpModel::Order, JumpModel::Places, JumpModel::PushedBack})
            m_jumpTable->widenToText(column);
        if (m_jumps->rowCount() > 0)
            m_jumpTable->selectRow(std::clamp(row, 0, m_jumps->rowCount() - 1));
        updateUndo();
    });
    whenDone(jobs::fairness(m_session), this, [this](const Result<std::vector<StoredFairness>> &products) {
        if (!products)
            return complain(products.error());
        const int row = m_fairnessTable->currentIndex().row();
        m_fairness->setProducts(*products);
        if (m_fairness->rowCount() > 0)
            m_fairnessTable->selectRow(std::clamp(row, 0, m_fairness->rowCount() - 1));
    });
}

void FairnessDialog::readExceptions(ProductId product, const QString &sku)
{
    whenDone(jobs::fairnessExceptions(m_session, product), this, [this, sku](const Result<std::vector<StoredException>> &exceptions) {
        if (!exceptions)
            return complain(exceptions.error());
        m_exceptions->setExceptions(*exceptions);
        m_exceptionsOf->setText(countText(std::ssize(*exceptions), tr("1 line of %1 was served while a higher-ranked one still waited"),
                                          tr("%1 lines of %2 were served while a higher-ranked one still waited"))
                                    .arg(sku));
    });
}

void FairnessDialog::updateUndo()
{
    const QModelIndex row = m_jumpTable->currentIndex();
    m_undo->setEnabled(row.isValid() && row.data(StatusRole).toInt() == 1);
}

void FairnessDialog::askUndo()
{
    const LineJump &jump = m_jumps->jump(m_jumpTable->currentIndex().row());
    m_reason->ask(tr("Why does order %1 go back to where it stood?").arg(jump.jump.order.value), tr("Undo it"));
}

void FairnessDialog::lowerPriority(const StoredJump &jump, const QString &reason)
{
    whenDone(jobs::setPriority(m_session, jump.order, jump.priorities.before, reason), this,
             [this, priority = jump.priorities.before](const Result<OrderView> &order) {
                 if (!order)
                     return complain(order.error());
                 m_message->say(MessageBar::Kind::Done, tr("Order %1 has priority %2 again.").arg(order->order.id.value).arg(priority));
             });
}

void FairnessDialog::undo(const QString &reason)
{
    const LineJump &jump = m_jumps->jump(m_jumpTable->currentIndex().row());
    m_reason->hide();
    if (jump.jump.kind == StoredJump::Kind::Priority)
        return lowerPriority(jump.jump, reason);
    whenDone(jobs::undoJump(m_session, jump.jump.move.line, reason), this,
             [this, order = jump.jump.order](const Result<MoveOutcome> &outcome) {
                 if (!outcome)
                     return complain(outcome.error());
                 m_message->say(MessageBar::Kind::Done, tr("Order %1 stands at place %2 again.").arg(order.value).arg(outcome->placeAfter));
             });
}

} // namespace waitline
