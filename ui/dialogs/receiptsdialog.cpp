#include "ui/dialogs/receiptsdialog.h"

#include "models/tables/celltext.h"
#include "models/tables/receiptmodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/print/printdialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/reasonbar.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace waitline {

namespace {

QString factsOf(const ListedReceipt &listed)
{
    QStringList parts{ReceiptsDialog::tr("Posted by %1 on %2.").arg(listed.actor, instantText(listed.receipt.receivedAt))};
    if (!listed.receipt.note.isEmpty())
        parts += listed.receipt.note;
    if (listed.receipt.isVoid)
        parts += ReceiptsDialog::tr("Voided by %1 on %2: %3").arg(listed.voidActor, instantText(listed.voidedAt), listed.voidReason);
    return parts.join(u' ');
}

} // namespace

ReceiptsDialog::ReceiptsDialog(Session &session, Prompts &prompts, PurchaseId purchase, ReceiptId wanted, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_purchase(purchase)
    , m_wanted(wanted)
    , m_model(new ReceiptModel(session, this))
    , m_lines(new ReceivedLinesModel(this))
    , m_text(new FilterEdit(tr("Filter the receipts"), tr("Number, purchase, supplier, note no.…  Ctrl+F")))
    , m_table(new DataTable(QStringLiteral("receiptsTable"), tr("Receipts")))
    , m_linesTable(new DataTable(QStringLiteral("receivedTable"), tr("What came with it")))
    , m_message(new MessageBar)
    , m_reason(new ReasonBar)
    , m_title(label({}, TextSize::Section))
    , m_facts(mutedLabel({}))
    , m_print(pushButton(tr("Print…"), QStringLiteral("file")))
    , m_void(pushButton(tr("Void…"), QStringLiteral("undo")))
{
    setObjectName(QStringLiteral("receiptsDialog"));
    setWindowTitle(purchase.isValid() ? tr("Receipts of %1").arg(purchaseName(purchase)) : tr("Receipts"));
    resize(fittingSize(*this, {1120, 640}));
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeFilter());
    column->addWidget(m_message);
    column->addWidget(m_reason);
    column->addWidget(m_table, 3);
    column->addWidget(makeDetails(), 2);
    const auto key = [this](const QKeySequence &keys, void (ReceiptsDialog::*act)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(QKeySequence::Print, &ReceiptsDialog::print);
    connect(new QShortcut(QKeySequence(QKeySequence::Find), this), &QShortcut::activated, m_text, [this] { m_text->setFocus(); });
    connect(m_reason, &ReasonBar::given, this, &ReceiptsDialog::voidReceipt);
    m_model->setFilter({{}, purchase});
    m_model->setLive(true);
    showCurrent();
    m_table->setFocus();
}

QWidget *ReceiptsDialog::makeFilter()
{
    m_text->setObjectName(QStringLiteral("receiptFilter"));
    m_text->setMaximumWidth(360);
    m_text->setVisible(!m_purchase.isValid());
    m_print->setObjectName(QStringLiteral("printReceipt"));
    m_print->setToolTip(tr("The receipt as a paper (Ctrl+P)"));
    m_void->setObjectName(QStringLiteral("voidReceipt"));
    m_void->setToolTip(tr("Take it back: its units leave stock, and who got them waits again at the old place (Del)"));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addStretch();
    row->addWidget(m_void);
    row->addWidget(m_print);
    connect(m_text, &FilterEdit::filterChanged, this, &ReceiptsDialog::filter);
    connect(m_text, &FilterEdit::downPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_print, &QPushButton::clicked, this, &ReceiptsDialog::print);
    connect(m_void, &QPushButton::clicked, this, &ReceiptsDialog::askVoid);
    auto *takeBack = new QAction(this);
    takeBack->setShortcut(Qt::Key_Delete);
    takeBack->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(takeBack);
    connect(takeBack, &QAction::triggered, m_void, &QPushButton::click);
    return bar;
}

QWidget *ReceiptsDialog::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title->setObjectName(QStringLiteral("receiptTitle"));
    m_facts->setObjectName(QStringLiteral("receiptFacts"));
    m_facts->setWordWrap(true);
    m_linesTable->setModel(m_lines);
    m_linesTable->restoreColumns({14, 30, 9, 9}, ReceivedLinesModel::Name);
    m_linesTable->setEmptyState(tr("Choose a receipt, and what came with it stands here."));
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_linesTable, 1);
    return details;
}

void ReceiptsDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(
        ReceiptModel::State,
        new BadgeDelegate([](const QModelIndex &cell) { return standingOrVoid(cell, QStringLiteral("check")); }, this));
    m_table->setGivingWay({ReceiptModel::Actor, ReceiptModel::Damaged, ReceiptModel::Note});
    m_table->restoreColumns({9, 12, 16, 8, 18, 7, 8, 19, 12}, ReceiptModel::Supplier);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReceiptsDialog::showCurrent);
    connect(m_table, &DataTable::opened, this, &ReceiptsDialog::print);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ReceiptsDialog::showCurrent);
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { complain(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &ReceiptsDialog::listLoaded);
}

void ReceiptsDialog::filter(const QString &text) { m_model->setFilter({text.trimmed(), m_purchase}); }

void ReceiptsDialog::listLoaded()
{
    if (m_purchase.isValid())
        m_table->setEmptyState(tr("Nothing of %1 has come in yet.").arg(purchaseName(m_purchase)));
    else if (m_model->filter() == ReceiptFilter{})
        m_table->setEmptyState(tr("Nothing was received yet. Receipts stand here as soon as they are posted."));
    else
        m_table->setEmptyState(tr("No receipt is meant by this filter."), tr("Show all receipts"), [this] { m_text->setFilter({}); });
    const int wanted = m_wanted.isValid() ? m_model->rowOf(std::exchange(m_wanted, {})) : -1;
    if (wanted >= 0 || (!m_table->currentIndex().isValid() && m_model->rowCount() > 0))
        m_table->selectRow(std::max(wanted, 0));
    showCurrent();
}

ReceiptId ReceiptsDialog::current() const { return {m_table->currentIndex().data(IdRole).toLongLong()}; }

void ReceiptsDialog::showCurrent()
{
    const ListedReceipt *listed = m_model->receipt(m_table->currentIndex().row());
    m_print->setEnabled(listed);
    m_void->setEnabled(listed && !listed->receipt.isVoid);
    m_title->setText(listed ? tr("Receipt GRN-%1").arg(listed->receipt.id.value) : QString());
    m_facts->setText(listed ? factsOf(*listed) : QString());
    m_lines->setLines(listed ? listed->receipt.lines : std::vector<StoredReceiptLine>{});
}

void ReceiptsDialog::print()
{
    if (const ReceiptId receipt = current(); receipt.isValid())
        offerPapers(this, m_prompts, jobs::receiptPaper(m_session, receipt), QStringLiteral("GRN-%1.pdf").arg(receipt.value),
                    [this](const QString &sentence) { complain(sentence); });
}

void ReceiptsDialog::askVoid()
{
    m_toVoid = current();
    m_message->clear();
    m_reason->ask(tr("Why is receipt %1 taken back?").arg(m_toVoid.value), tr("Void receipt"));
}

void ReceiptsDialog::voidReceipt(const QString &reason)
{
    whenDone(jobs::voidReceipt(m_session, m_toVoid, reason), this, [this](const Result<VoidOutcome> &outcome) {
        m_reason->hide();
        m_table->setFocus();
        if (!outcome)
            return complain(outcome.error().message);
        Units again = 0;
        for (const LineUnits &line : outcome->returned)
            again += line.units;
        const QString back =
            again == 0 ? tr("nobody waits again because of it") : tr("waiting again at the old places: %1").arg(unitsText(again));
        m_message->say(MessageBar::Kind::Done, tr("Receipt %1 is void; %2.").arg(QString::number(outcome->receipt.value), back));
        Q_EMIT voided(outcome->receipt);
    });
}

void ReceiptsDialog::complain(const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); }

} // namespace waitline
