#include "ui/widgets/purchasepanel.h"

#include "models/services/purchasejobs.h"
#include "models/tables/celltext.h"
#include "models/tables/pegmodel.h"
#include "models/tables/purchaselistmodel.h"
#include "ui/delegates/twolinedelegate.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/panelhead.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QHeaderView>

namespace waitline {

namespace {
constexpr int rowOfTwoLines = 42;
constexpr int leastRows = 5; // its head one of them
} // namespace

PurchasePanel::PurchasePanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_supplier(label({}))
    , m_state(new Badge)
    , m_message(new MessageBar)
    , m_figures(new FigureGrid(3))
    , m_pegs(new PegModel(this))
    , m_table(new DataTable(QStringLiteral("pegTable"), tr("Whom the goods are for")))
    , m_receive(
          action(QStringLiteral("receivePurchase"), tr("Receive"), QStringLiteral("receive"), tr("Count its goods on the Receive page")))
    , m_edit(action(QStringLiteral("editPurchase"), tr("Edit…"), QStringLiteral("edit"), tr("Change it while nothing has come (F2)")))
    , m_move(action(QStringLiteral("movePurchase"), tr("Move the day…"), QStringLiteral("calendar"),
                    tr("Say another day; the first one is kept")))
    , m_whatIf(action(QStringLiteral("whatIf"), tr("What if…"), QStringLiteral("demand"),
                      tr("Who gains and who loses if it comes short, late or in parts")))
    , m_close(action(QStringLiteral("closePurchase"), tr("Close short…"), QStringLiteral("minus"), tr("The rest is not coming")))
    , m_reopen(action(QStringLiteral("reopenPurchase"), tr("Open again"), QStringLiteral("undo"),
                      tr("The rest is coming after all: it is on order again")))
    , m_discard(action(QStringLiteral("discardDraft"), tr("Throw away"), QStringLiteral("close"), tr("The draft is not needed any more")))
    , m_print(action(QStringLiteral("printPurchase"), tr("Print…"), QStringLiteral("file"),
                     tr("The purchase order, for the supplier (Ctrl+P)")))
    , m_labels(action(QStringLiteral("printReceivingLabels"), tr("Labels…"), QStringLiteral("barcode"),
                      tr("Labels for receiving: what is scanned when the goods come")))
    , m_receipts(action(QStringLiteral("printReceipts"), tr("Receipts…"), QStringLiteral("check"),
                        tr("What has come of it: to look at, print or take back")))
{
    setObjectName(QStringLiteral("purchasePanel"));
    setAccessibleName(tr("Purchase"));
    body()->setSpacing(12);
    body()->addWidget(makeHead());
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(makeActions());
    column->addWidget(m_figures);
    m_table->setModel(m_pegs);
    m_table->verticalHeader()->setDefaultSectionSize(rowOfTwoLines);
    m_table->setItemDelegateForColumn(PegModel::What, new TwoLineDelegate(PegModel::Who, m_table));
    m_table->setGivingWay({PegModel::Who});
    m_table->restoreColumns({17, 22, 4, 11}, PegModel::What, DataTable::Arrows::No);
    m_table->setEmptyState(tr("There is nothing on this purchase yet."));
    m_table->setMinimumHeight(leastRows * rowOfTwoLines);
    column->addWidget(m_table, 1);
    body()->addWidget(sideScroll(content, tr("Purchase's details")), 1);
    connect(m_receive, &QPushButton::clicked, this, [this] { Q_EMIT receiveAsked(m_key.purchase()); });
    connect(m_edit, &QPushButton::clicked, this, &PurchasePanel::editAsked);
    connect(m_move, &QPushButton::clicked, this, &PurchasePanel::moveAsked);
    connect(m_whatIf, &QPushButton::clicked, this, &PurchasePanel::whatIfAsked);
    connect(m_close, &QPushButton::clicked, this, &PurchasePanel::closeAsked);
    connect(m_reopen, &QPushButton::clicked, this, &PurchasePanel::reopenAsked);
    connect(m_discard, &QPushButton::clicked, this, &PurchasePanel::discardAsked);
    connect(m_print, &QPushButton::clicked, this, &PurchasePanel::printAsked);
    connect(m_labels, &QPushButton::clicked, this, &PurchasePanel::labelsAsked);
    connect(m_receipts, &QPushButton::clicked, this, &PurchasePanel::receiptsAsked);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        if (const QVariant order = row.data(OrderIdRole); order.isValid())
            Q_EMIT orderAsked({order.toLongLong()});
    });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!isHidden() && (changes.everything || !changes.purchases.empty() || !changes.products.empty()))
            read();
    });
}

QPushButton *PurchasePanel::action(const QString &name, const QString &text, const QString &iconName, const QString &tip)
{
    QPushButton *button = pushButton(text, iconName);
    button->setObjectName(name);
    button->setToolTip(tip);
    return button;
}

QWidget *PurchasePanel::makeHead()
{
    m_title->setObjectName(QStringLiteral("purchaseTitle"));
    m_supplier->setWordWrap(true);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(panelHead(m_title, tr("Close the purchase"), [this] {
        hide();
        Q_EMIT closed();
    }));
    column->addWidget(m_supplier);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    return head;
}

QWidget *PurchasePanel::makeActions()
{
    auto *actions = new QWidget;
    auto *flow = new FlowLayout(actions);
    for (QPushButton *button : {m_receive, m_edit, m_print, m_labels, m_move, m_close, m_reopen, m_discard, m_whatIf, m_receipts})
        flow->addWidget(button);
    return actions;
}

void PurchasePanel::open(const PurchaseKey &key)
{
    if (!(key == std::exchange(m_key, key))) {
        m_isLoaded = false;
        m_view.reset();
        m_draft.reset();
        m_message->clear();
    }
    Card::show();
    read();
}

void PurchasePanel::beginWithDay()
{
    if (!m_move->isHidden())
        m_move->setFocus(Qt::OtherFocusReason);
}

void PurchasePanel::read()
{
    if (m_key.isDraft) {
        whenDone(jobs::showPurchaseDraft(m_session, m_key.draft()), this, [this, key = m_key](const Result<StoredPurchaseDraft> &draft) {
            if (!(key == m_key))
                return;
            if (draft)
                showDraft(*draft);
            else
                fail(draft.error());
            ready();
        });
        return;
    }
    whenDone(jobs::viewPurchase(m_session, m_key.purchase()), this, [this, key = m_key](const Result<PurchaseView> &view) {
        if (!(key == m_key))
            return;
        if (view)
            showPurchase(*view);
        else
            fail(view.error());
        ready();
    });
}

void PurchasePanel::ready()
{
    m_isLoaded = true;
    Q_EMIT loaded();
}

void PurchasePanel::fail(const Error &error)
{
    for (QPushButton *button : {m_receive, m_edit, m_move, m_whatIf, m_close, m_reopen, m_discard, m_print, m_labels, m_receipts})
        button->hide();
    m_message->say(MessageBar::Kind::Notice, error.message);
}

void PurchasePanel::showPurchase(const PurchaseView &view)
{
    m_view = view;
    const StoredPurchase &purchase = view.purchase;
    const PurchaseState state = stateOf(purchase);
    const bool isOpen = purchase.toCome() > 0 && !purchase.isClosed;
    m_title->setText(purchaseName(purchase.id));
    m_supplier->setText(purchase.reference.isEmpty() ? purchase.supplier : tr("%1 · %2").arg(purchase.supplier, purchase.reference));
    m_state->setState(lookOf(state), purchaseStateText(state));
    m_receive->setVisible(isOpen);
    m_edit->setVisible(isOpen && !purchase.hasReceived());
    m_move->setVisible(isOpen);
    m_close->setVisible(isOpen);
    m_whatIf->setVisible(isOpen);
    m_print->setVisible(true);
    m_labels->setVisible(isOpen);
    m_receipts->setVisible(true); // void ones too
    m_reopen->setVisible(purchase.isClosed && purchase.missing() > 0);
    m_discard->hide();
    Money value = 0;
    for (const StoredPurchaseLine &line : purchase.lines)
        value += line.onOrder() * line.unitCost;
    const QString slip = slipText(purchase.slip());
    m_figures->setFigure(tr("Expected"), dayText(purchase.expected), tr("The day said now"));
    m_figures->setFigure(tr("First said"), dayText(purchase.expectedFirst), tr("The day that was said first"));
    m_figures->setFigure(tr("Slip"), slip.isEmpty() ? tr("none") : slip, tr("How much later than first said"));
    m_figures->setFigure(tr("To come"), unitsText(purchase.toCome()), tr("Neither received nor given up"));
    m_figures->setFigure(tr("Value to come"), moneyWithCode(value, m_session.currency()), tr("At cost"));
    m_figures->setFigure(tr("Customers waiting"), numberText(view.customers), tr("Units of it would go to their orders"));
    m_figures->show();
    showPegs(view);
}

void PurchasePanel::showPegs(const PurchaseView &view)
{
    m_pegs->setView(view);
    bool isPromised = false;
    for (int row = 0; row < m_pegs->rowCount(); ++row)
        isPromised = isPromised || !m_pegs->index(row, PegModel::Promised).data().toString().isEmpty();
    m_table->setBlankColumns(isPromised ? QList<int>() : QList<int>{PegModel::Promised});
}

void PurchasePanel::showDraft(const StoredPurchaseDraft &draft)
{
    m_draft = draft;
    m_title->setText(tr("Draft %1").arg(draft.id.value));
    m_supplier->setText(draft.supplier.isEmpty() ? tr("No supplier yet") : draft.supplier);
    m_state->setState(lookOf(PurchaseState::Draft), purchaseStateText(PurchaseState::Draft));
    for (QPushButton *button : {m_receive, m_move, m_whatIf, m_close, m_reopen, m_print, m_labels, m_receipts})
        button->hide();
    m_edit->show();
    m_discard->show();
    m_figures->hide();
    PurchaseView view;
    for (const StoredPurchaseDraft::Line &line : draft.lines) {
        StoredPurchaseLine written;
        written.sku = line.sku;
        written.productName = tr("not on order yet");
        written.ordered = line.units;
        view.lines.push_back({written, {}, 0, 0});
    }
    showPegs(view);
}

BadgeLook lookOf(PurchaseState state)
{
    switch (state) {
    case PurchaseState::Draft: return {QStringLiteral("edit"), &Theme::muted};
    case PurchaseState::Placed: return {QStringLiteral("clock"), &Theme::accent};
    case PurchaseState::PartReceived: return {QStringLiteral("receive"), &Theme::warning};
    case PurchaseState::Received: return {QStringLiteral("check"), &Theme::positive};
    case PurchaseState::ClosedShort: return {QStringLiteral("minus"), &Theme::muted};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
