#include "ui/pages/purchasespage.h"

#include "models/services/purchasejobs.h"
#include "models/services/receivingjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/purchaselistmodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/dialogs/purchasedaydialog.h"
#include "ui/dialogs/purchaseformdialog.h"
#include "ui/dialogs/receiptsdialog.h"
#include "ui/dialogs/suppliersdialog.h"
#include "ui/dialogs/whatifdialog.h"
#include "ui/pages/listexport.h"
#include "ui/print/printdialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/purchasepanel.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int openChip = 100; // beside the states themselves
} // namespace

PurchasesPage::PurchasesPage(Session &session, Prompts &prompts)
    : ListPage(session, prompts,
               {QStringLiteral("purchases"), tr("Purchases"), QStringLiteral("purchases"), QStringLiteral("purchasesTable"), true})
    , m_model(new PurchaseListModel(session, this))
    , m_text(new FilterEdit(tr("Filter the purchases"), tr("Number, supplier, SKU…  Ctrl+F")))
    , m_state(new ChipBar(ChipBar::Choice::AtMostOne, tr("State of the purchase")))
    , m_toTell(new MessageBar)
    , m_panel(new PurchasePanel(session))
{
    makeTable();
    assemble(m_model, makeFilter(), m_panel);
    m_toTell->setObjectName(QStringLiteral("noticesToTell"));
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_toTell);
    QAction *fresh = makePrimaryAction(tr("New purchase…"), QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(fresh, &QAction::triggered, this, &PurchasesPage::write);
    const auto inPurchase = [this](void (PurchasesPage::*act)()) {
        if (m_panel->isHidden())
            openRow(table()->currentIndex());
        else
            (this->*act)();
    };
    addKey(Qt::Key_F2, [=] { inPurchase(&PurchasesPage::edit); });
    addKey(QKeySequence::Print, [=] { inPurchase(&PurchasesPage::print); });
    exportByKey(this, prompts, tr("purchases"), [this] { return table(); });
    connectPanel();
    connect(m_toTell, &MessageBar::buttonPressed, this, [this] {
        m_toTell->clear();
        Q_EMIT goTo({Destination::Kind::Notices, 0, {}});
    });
}

void PurchasesPage::connectPanel()
{
    connect(m_panel, &PurchasePanel::loaded, this, [this] {
        if (m_toMove.isValid() && m_panel->key() == PurchaseKey{false, m_toMove.value}) {
            m_toMove = {};
            m_panel->beginWithDay();
        }
        Q_EMIT readyChanged();
    });
    connect(m_panel, &PurchasePanel::closed, this, [this] { focusList(); });
    connect(m_panel, &PurchasePanel::receiveAsked, this, [this](PurchaseId purchase) {
        Q_EMIT goTo({Destination::Kind::Receive, purchase.value, {}});
    });
    connect(m_panel, &PurchasePanel::orderAsked, this, [this](OrderId order) { Q_EMIT goTo({Destination::Kind::Order, order.value, {}}); });
    connect(m_panel, &PurchasePanel::editAsked, this, &PurchasesPage::edit);
    connect(m_panel, &PurchasePanel::moveAsked, this, [this] { change(false); });
    connect(m_panel, &PurchasePanel::whatIfAsked, this, &PurchasesPage::askWhatIf);
    connect(m_panel, &PurchasePanel::closeAsked, this, [this] { change(true); });
    connect(m_panel, &PurchasePanel::reopenAsked, this, &PurchasesPage::reopen);
    connect(m_panel, &PurchasePanel::discardAsked, this, &PurchasesPage::discard);
    connect(m_panel, &PurchasePanel::printAsked, this, &PurchasesPage::print);
    connect(m_panel, &PurchasePanel::labelsAsked, this, &PurchasesPage::printLabels);
    connect(m_panel, &PurchasePanel::receiptsAsked, this, [this] {
        auto *dialog = new ReceiptsDialog(session(), prompts(), m_panel->key().purchase(), {}, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

QWidget *PurchasesPage::makeFilter()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    m_text->setObjectName(QStringLiteral("purchaseFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    m_state->addChip(openChip, tr("Open"), {}, tr("Only what something is still to come of, and drafts"));
    for (PurchaseState state :
         {PurchaseState::Draft, PurchaseState::Placed, PurchaseState::PartReceived, PurchaseState::Received, PurchaseState::ClosedShort})
        m_state->addChip(int(state), purchaseStateText(state), lookOf(state).iconName, tr("Only: %1").arg(purchaseStateText(state)));
    QPushButton *suppliers = pushButton(tr("Suppliers…"), QStringLiteral("user"));
    suppliers->setObjectName(QStringLiteral("suppliers"));
    row->addWidget(m_text);
    row->addWidget(m_state);
    row->addWidget(suppliers);
    connect(suppliers, &QPushButton::clicked, this, &PurchasesPage::openSuppliers);
    connect(m_text, &FilterEdit::filterChanged, this, &PurchasesPage::filterChanged);
    connect(m_text, &FilterEdit::downPressed, this, &PurchasesPage::toTable);
    connect(m_state, &ChipBar::changed, this, &PurchasesPage::filterChanged);
    return bar;
}

void PurchasesPage::makeTable()
{
    using Column = PurchaseListModel::Column;
    table()->setModel(m_model);
    table()->setItemDelegateForColumn(
        Column::State,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(PurchaseState(cell.data(StatusRole).toInt())); }, this));
    table()->setInitiallyHidden({Column::FirstExpected, Column::Value, Column::Customers, Column::Reference});
    table()->horizontalHeader()->setSortIndicator(Column::Number, Qt::DescendingOrder);
    table()->setGivingWay({Column::Slip, Column::ToCome, Column::Expected});
    table()->restoreColumns({7, 17, 12, 11, 11, 10, 7, 10, 9, 12}, Column::Supplier);
    table()->setSortingEnabled(true);
    connect(table(), &DataTable::opened, m_panel, qOverload<>(&QWidget::setFocus));
}

bool PurchasesPage::isPanelLoaded() const { return m_panel->isLoaded(); }

qint64 PurchasesPage::shownId() const { return m_panel->key().isDraft ? -m_panel->key().id : m_panel->key().id; }

void PurchasesPage::focusFilter()
{
    showList();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void PurchasesPage::show(const Destination &destination)
{
    m_state->setChosen(-1);
    m_text->setFilter(destination.text);
    m_toMove = destination.kind == Destination::Kind::PurchaseDay ? PurchaseId{destination.id} : PurchaseId{};
    if (destination.id > 0)
        open({false, destination.id});
    else
        showList();
}

void PurchasesPage::filterChanged()
{
    PurchaseFilter filter;
    filter.text = m_text->text().trimmed();
    filter.openOnly = m_state->chosen() == openChip;
    if (m_state->chosen() >= 0 && !filter.openOnly)
        filter.state = PurchaseState(m_state->chosen());
    m_model->setFilter(filter);
    updateEmptyState();
}

void PurchasesPage::updateEmptyState()
{
    if (m_model->filter() == PurchaseFilter{})
        table()->setEmptyState(tr("Nothing was bought yet. Purchases stand here with the day they are expected and who waits for them."),
                               tr("New purchase…"), [this] { write(); });
    else
        table()->setEmptyState(tr("No purchase is meant by this filter."), tr("Show all purchases"), [this] {
            show({Destination::Kind::Purchases, 0, {}});
            filterChanged();
        });
}

void PurchasesPage::updateTotals() { totals()->setText(countText(m_model->rowCount(), tr("1 purchase"), tr("%1 purchases"))); }

void PurchasesPage::open(const PurchaseKey &key)
{
    showPanel();
    m_panel->open(key);
    markShown();
}

void PurchasesPage::openRow(const QModelIndex &row)
{
    const QVariant id = row.data(IdRole);
    if (!id.isValid()) // still being fetched
        return;
    showPanel();
    m_panel->open({row.data(KindRole).toInt() == 1, id.toLongLong()});
}

void PurchasesPage::openSuppliers()
{
    auto *dialog = new SuppliersDialog(session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PurchasesPage::openForm(PurchaseFormDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &PurchaseFormDialog::saved, this, [this](const StoredPurchase &purchase) {
        Q_EMIT said(
            tr("%1 with %2 is expected on %3.").arg(purchaseName(purchase.id), unitsText(purchase.toCome()), dayText(purchase.expected)));
        open({false, purchase.id.value});
    });
    connect(dialog, &PurchaseFormDialog::keptAsDraft, this, [this](PurchaseDraftId draft) {
        Q_EMIT said(tr("Draft %1 is kept: nothing of it is on order yet.").arg(draft.value));
        open({true, draft.value});
    });
    dialog->open();
}

void PurchasesPage::write() { openForm(new PurchaseFormDialog(session(), prompts(), this)); }

void PurchasesPage::edit()
{
    if (m_panel->draft())
        return openForm(new PurchaseFormDialog(session(), prompts(), *m_panel->draft(), this));
    if (!m_panel->view())
        return;
    const StoredPurchase &purchase = m_panel->view()->purchase;
    if (purchase.isClosed || purchase.hasReceived())
        return Q_EMIT complained(
            tr("%1 cannot be edited: goods of it have come in or it is closed. Place another one.").arg(purchaseName(purchase.id)));
    openForm(new PurchaseFormDialog(session(), prompts(), purchase, this));
}

void PurchasesPage::change(bool close)
{
    if (!m_panel->view())
        return;
    using Change = PurchaseDayDialog::Change;
    auto *dialog =
        new PurchaseDayDialog(session(), prompts(), m_panel->view()->purchase, close ? Change::CloseShort : Change::MoveDay, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &PurchaseDayDialog::saved, this, [this, close, dialog](const StoredPurchase &purchase, const StoredPurchase &before) {
        if (close)
            return Q_EMIT done(tr("%1 is closed short: %2 are not coming.").arg(purchaseName(purchase.id), unitsText(before.toCome())),
                               inverseBy([this, before] { return jobs::reopenPurchase(session(), before.id, before); },
                                         tr("%1 is open again: %2 on order.").arg(purchaseName(purchase.id), unitsText(before.toCome()))));
        tellMoved(purchase, before, dialog->notices());
    });
    dialog->open();
}

void PurchasesPage::tellMoved(const StoredPurchase &purchase, const StoredPurchase &before, qint64 notices)
{
    const QString name = purchaseName(purchase.id);
    Q_EMIT done(tr("%1 is expected on %2.").arg(name, dayText(purchase.expected)),
                inverseBy(
                    [this, id = purchase.id, day = before.expected] {
                        m_toTell->clear();
                        return jobs::expectPurchase(session(), id, day);
                    },
                    tr("%1 is expected on %2 again.").arg(name, dayText(before.expected))));
    m_toTell->clear();
    if (notices > 0)
        m_toTell->say(MessageBar::Kind::Notice,
                      countText(notices, tr("1 order's promise does not hold with the new day of %1: its customer is to be told."),
                                tr("The promises of %1 orders do not hold with the new day of %2: their customers are to be told."))
                          .arg(name),
                      countText(notices, tr("Show 1 notice"), tr("Show %1 notices")));
}

/// Long after it was closed: all of it that did not come is on order again.
void PurchasesPage::reopen()
{
    if (!m_panel->view())
        return;
    whenDone(jobs::reopenPurchase(session(), m_panel->view()->purchase.id), this, [this](const Result<StoredPurchase> &open) {
        if (!open)
            return Q_EMIT complained(open.error().message);
        Q_EMIT done(tr("%1 is open again: %2 on order.").arg(purchaseName(open->id), unitsText(open->toCome())),
                    inverseBy([this, id = open->id] { return jobs::closePurchase(session(), id); },
                              tr("%1 is closed short again.").arg(purchaseName(open->id))));
    });
}

void PurchasesPage::print()
{
    const PurchaseId purchase = m_panel->key().purchase();
    if (!purchase.isValid())
        return;
    offerPapers(this, prompts(), jobs::purchasePaper(session(), purchase), purchaseName(purchase) + QStringLiteral(".pdf"),
                [this](const QString &sentence) { Q_EMIT complained(sentence); });
}

void PurchasesPage::printLabels()
{
    const PurchaseId purchase = m_panel->key().purchase();
    offerPapers(this, prompts(), jobs::receivingLabels(session(), purchase), tr("Labels for receiving %1.pdf").arg(purchaseName(purchase)),
                [this](const QString &sentence) { Q_EMIT complained(sentence); });
}

void PurchasesPage::askWhatIf()
{
    if (!m_panel->view())
        return;
    auto *dialog = new WhatIfDialog(session(), m_panel->view()->purchase, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WhatIfDialog::orderAsked, this, [this](OrderId order) { Q_EMIT goTo({Destination::Kind::Order, order.value, {}}); });
    dialog->open();
}

void PurchasesPage::discard()
{
    if (!m_panel->draft())
        return;
    StoredPurchaseDraft draft = *m_panel->draft();
    whenDone(jobs::discardPurchaseDraft(session(), draft.id), this, [this, draft](const Result<Done> &gone) mutable {
        if (!gone)
            return Q_EMIT complained(gone.error().message);
        hidePanel();
        const QString sentence = tr("Draft %1 is thrown away.").arg(draft.id.value);
        draft.id = {}; // it comes back as a new one
        Q_EMIT done(sentence, inverseBy([this, draft] { return jobs::keepPurchaseDraft(session(), draft); }, tr("The draft is back.")));
    });
}

} // namespace waitline
