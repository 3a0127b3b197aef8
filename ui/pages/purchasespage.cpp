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
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/purchasepanel.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int panelWidth = 430;
constexpr int openChip = 100; // beside the states themselves
} // namespace

PurchasesPage::PurchasesPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("purchases"), tr("Purchases"), QStringLiteral("purchases"))
    , m_model(new PurchaseListModel(session, this))
    , m_text(new FilterEdit(tr("Filter the purchases"), tr("Number, supplier, SKU…  Ctrl+F")))
    , m_state(new ChipBar(ChipBar::Choice::AtMostOne, tr("State of the purchase")))
    , m_table(new DataTable(QStringLiteral("purchasesTable"), tr("Purchases")))
    , m_toTell(new MessageBar)
    , m_split(new QSplitter)
    , m_panel(new PurchasePanel(session))
{
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(makeList());
    m_split->addWidget(m_panel);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({10 * panelWidth, panelWidth});
    m_panel->setMinimumWidth(panelWidth - 60);
    m_panel->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_toTell->setObjectName(QStringLiteral("noticesToTell"));
    column->addWidget(m_toTell);
    column->addWidget(makeFilter());
    column->addWidget(m_split, 1);
    QAction *fresh = makePrimaryAction(tr("New purchase…"), QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(fresh, &QAction::triggered, this, &PurchasesPage::write);
    addKey(Qt::Key_F2, [this] { edit(); });
    addKey(QKeySequence::Print, [this] { print(); });
    exportByKey(this, prompts, tr("purchases"), [this] { return m_table; });
    connectPanel();
    connect(m_toTell, &MessageBar::buttonPressed, this, [this] {
        m_toTell->clear();
        Q_EMIT goTo({Destination::Kind::Notices, 0, {}});
    });
}

void PurchasesPage::addKey(const QKeySequence &keys, const std::function<void()> &done)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, done);
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
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_text->setObjectName(QStringLiteral("purchaseFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    m_state->addChip(openChip, tr("Open"), {}, tr("Only what something is still to come of, and drafts"));
    for (PurchaseState state :
         {PurchaseState::Draft, PurchaseState::Placed, PurchaseState::PartReceived, PurchaseState::Received, PurchaseState::ClosedShort})
        m_state->addChip(int(state), purchaseStateText(state), lookOf(state).iconName, tr("Only: %1").arg(purchaseStateText(state)));
    QPushButton *suppliers = pushButton(tr("Suppliers…"), QStringLiteral("user"));
    suppliers->setObjectName(QStringLiteral("suppliers"));
    row->addWidget(m_text, 1);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(suppliers);
    connect(suppliers, &QPushButton::clicked, this, &PurchasesPage::openSuppliers);
    connect(m_text, &FilterEdit::filterChanged, this, &PurchasesPage::filterChanged);
    connect(m_text, &FilterEdit::downPressed, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    connect(m_state, &ChipBar::changed, this, &PurchasesPage::filterChanged);
    return bar;
}

QWidget *PurchasesPage::makeList()
{
    using Column = PurchaseListModel::Column;
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setItemDelegateForColumn(
        Column::State,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(PurchaseState(cell.data(StatusRole).toInt())); }, this));
    m_table->setInitiallyHidden({Column::FirstExpected, Column::Value, Column::Customers, Column::Reference});
    m_table->horizontalHeader()->setSortIndicator(Column::Number, Qt::DescendingOrder);
    m_table->setGivingWay({Column::Slip, Column::ToCome});
    m_table->restoreColumns({7, 17, 12, 11, 11, 10, 7, 10, 9, 12}, Column::Supplier);
    m_table->setSortingEnabled(true);
    card->body()->addWidget(m_table, 1);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        openRow(row);
        m_panel->setFocus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PurchasesPage::openRow);
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &PurchasesPage::listLoaded);
    return card;
}

void PurchasesPage::setActive(bool active)
{
    m_model->setLive(active);
    if (active)
        m_table->setFocus();
}

bool PurchasesPage::isReady() const { return m_wasLoaded && !m_model->isLoading() && (m_panel->isHidden() || m_panel->isLoaded()); }

void PurchasesPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void PurchasesPage::show(const Destination &destination)
{
    m_state->setChosen(-1);
    m_text->setFilter(destination.text);
    m_toMove = destination.kind == Destination::Kind::PurchaseDay ? PurchaseId{destination.id} : PurchaseId{};
    if (destination.id > 0)
        m_panel->open({false, destination.id});
    markShown();
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
        m_table->setEmptyState(tr("Nothing was bought yet. Purchases stand here with the day they are expected and who waits for them."),
                               tr("New purchase…"), [this] { write(); });
    else
        m_table->setEmptyState(tr("No purchase is meant by this filter."), tr("Show all purchases"), [this] {
            show({Destination::Kind::Purchases, 0, {}});
            filterChanged();
        });
}

void PurchasesPage::listLoaded()
{
    m_wasLoaded = true;
    updateEmptyState();
    if (m_panel->isHidden() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    markShown();
    Q_EMIT readyChanged();
}

/// The row of what the panel shows, so that the list goes on from there.
void PurchasesPage::markShown()
{
    if (!m_panel->isHidden() && m_model->rowCount() > 0)
        m_table->markRow(m_model->rowOf(m_panel->key().isDraft ? -m_panel->key().id : m_panel->key().id));
}

void PurchasesPage::openRow(const QModelIndex &row)
{
    if (const QVariant id = row.data(IdRole); id.isValid()) // else it is still being fetched
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
    connect(dialog, &QDialog::finished, m_table, qOverload<>(&QWidget::setFocus));
    connect(dialog, &PurchaseFormDialog::saved, this, [this](const StoredPurchase &purchase) {
        Q_EMIT said(
            tr("%1 with %2 is expected on %3.").arg(purchaseName(purchase.id), unitsText(purchase.toCome()), dayText(purchase.expected)));
        showWritten({false, purchase.id.value});
    });
    connect(dialog, &PurchaseFormDialog::keptAsDraft, this, [this](PurchaseDraftId draft) {
        Q_EMIT said(tr("Draft %1 is kept: nothing of it is on order yet.").arg(draft.value));
        showWritten({true, draft.value});
    });
    dialog->open();
}

void PurchasesPage::showWritten(const PurchaseKey &key)
{
    m_panel->open(key);
    if (m_model->rowOf(key.isDraft ? -key.id : key.id) >= 0) // else it is marked once the list has it
        markShown();
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
    connect(dialog, &QDialog::finished, m_table, qOverload<>(&QWidget::setFocus));
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
        m_panel->hide();
        const QString sentence = tr("Draft %1 is thrown away.").arg(draft.id.value);
        draft.id = {}; // it comes back as a new one
        Q_EMIT done(sentence, inverseBy([this, draft] { return jobs::keepPurchaseDraft(session(), draft); }, tr("The draft is back.")));
    });
}

} // namespace waitline
