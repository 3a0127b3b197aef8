#include "ui/dialogs/orderdialog.h"

#include "models/services/orderjobs.h"
#include "ui/dialogs/customerdialog.h"
#include "ui/dialogs/productdialog.h"
#include "ui/forms/orderform.h"
#include "ui/forms/orderlinerow.h"
#include "ui/orderinverses.h"
#include "ui/orderwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/mergepanel.h"
#include "ui/widgets/undobar.h"
#include "ui/words.h"

#include <QLockFile>
#include <QPointer>
#include <QShortcut>

#include <algorithm>

namespace waitline {

namespace {
constexpr int keepAfterMs = 400; ///< of typing at most so much is lost
constexpr QSize wantedSize(1040, 680);

/// What was typed cannot be put into a line that is no more: whether it is ordered anew is for people to say.
QString cancelledMeanwhile(const QStringList &skus)
{
    const QString named = skus.join(QStringLiteral(", "));
    return skus.size() == 1
               ? OrderDialog::tr("%1 was cancelled meanwhile and cannot be changed: what you typed stands as a new line, behind all who "
                                 "wait. Save to order it again, or remove it with Ctrl+Del.")
                     .arg(named)
               : OrderDialog::tr("%1 were cancelled meanwhile and cannot be changed: what you typed stands as new lines, behind all who "
                                 "wait. Save to order them again, or remove them with Ctrl+Del.")
                     .arg(named);
}

} // namespace

OrderDialog::OrderDialog(Session &session, Prompts &prompts, const OrderDrafts &drafts, QWidget *parent)
    : FormDialog(prompts, tr("New order"), tr("Save order"), parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_drafts(drafts)
    , m_form(new OrderForm(session))
    , m_merge(new MergePanel)
    , m_undo(new UndoBar)
{
    setObjectName(QStringLiteral("orderDialog"));
    resize(fittingSize(*this, wantedSize));
    setScrollingForm(m_form);
    addAboveForm(m_undo);
    addBelowForm(m_merge);
    QPushButton *discardIt = addButton(tr("Discard"), QStringLiteral("discard"));
    discardIt->setToolTip(tr("Throw away what was typed; it can be brought back"));
    connect(discardIt, &QPushButton::clicked, this, &OrderDialog::discard);
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this] { saveThen(Then::BeginAnother); });
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfterMs);
    connect(&m_keep, &QTimer::timeout, this, &OrderDialog::keepDraft);
    connectForm();
}

/// The form's fields say their last word when the dialog is hidden: not to this any more.
OrderDialog::~OrderDialog()
{
    if (m_keep.isActive())
        keepDraft();
    m_form->disconnect(this);
}

void OrderDialog::connectForm()
{
    connect(m_form, &OrderForm::finished, this, [this] { focusSave(); });
    connect(m_form, &OrderForm::said, this, [this](const QString &sentence) { tell(sentence); });
    connect(m_form, &OrderForm::newCustomerAsked, this, &OrderDialog::makeCustomer);
    connect(m_form, &OrderForm::newProductAsked, this, &OrderDialog::makeProduct);
    connect(m_form, &OrderForm::changed, this, [this] {
        if (!m_keep.isActive()) // not begun anew by each key, so that it is kept while somebody types on and on
            m_keep.start();
    });
    connect(m_form, &OrderForm::undoAsked, m_undo, &UndoBar::undo);
    connect(m_undo, &UndoBar::undone, this, [this](const QString &sentence) { tell(sentence); });
    connect(m_undo, &UndoBar::refused, this, [this](const QString &sentence) { complain(sentence); });
    connect(m_merge, &MergePanel::mergeAsked, this, &OrderDialog::merge);
    connect(m_merge, &MergePanel::goOnAsked, this, [this] {
        m_merge->hide();
        const QStringList anew = m_form->rebase(m_current, Prefer::Mine);
        tell(anew.isEmpty() ? tr("What others changed stands in the form now; where both changed a value, yours does.")
                            : cancelledMeanwhile(anew));
    });
}

void OrderDialog::takeDraft(const QString &id)
{
    m_draft = id;
    m_attempt = OrderDrafts::freshId();
    m_lock = m_drafts.claim(id);
}

void OrderDialog::beginNew()
{
    takeDraft(OrderDrafts::freshId());
    setTitle(tr("New order"));
    m_form->begin();
}

void OrderDialog::beginEdit(const OrderView &order)
{
    takeDraft(OrderDrafts::freshId());
    setTitle(tr("Order %1 for %2").arg(order.order.id.value).arg(order.order.customerName));
    m_form->beginEdit(order);
}

bool OrderDialog::resume(const OrderDrafts::Draft &draft)
{
    takeDraft(draft.id);
    if (!m_lock)
        return false;
    setTitle(draft.entry.order.isValid() ? tr("Order %1 for %2").arg(draft.entry.order.value).arg(draft.entry.customerName)
                                         : tr("New order"));
    m_form->resume(draft.entry);
    return true;
}

bool OrderDialog::isDirty() const { return m_form->isDirty(); }

std::pair<QString, QString> OrderDialog::closingQuestion() const
{
    return {tr("The order is not saved: close it and keep it as a draft? Drafts are under Work, Unfinished orders."), tr("Close and keep")};
}

void OrderDialog::keepDraft()
{
    m_keep.stop();
    if (m_draft.isEmpty())
        return; // saved, left or thrown away
    if (!isDirty())
        return m_drafts.remove(m_draft);
    if (const auto kept = m_drafts.keep(m_draft, m_form->entry()); !kept)
        complain(kept.error().message);
}

void OrderDialog::closing()
{
    keepDraft();
    m_draft.clear();
    m_lock.reset();
    if (isDirty())
        Q_EMIT kept();
}

void OrderDialog::discard()
{
    if (!isDirty())
        return QDialog::reject();
    keepDraft();
    const QString draft = std::exchange(m_draft, {});
    m_drafts.discard(draft);
    m_lock.reset();
    const OrderEntry entry = m_form->entry();
    Q_EMIT discarded(draft, draftName(entry.order, entry.customerName, qsizetype(entry.lines.size())));
    QDialog::reject();
}

void OrderDialog::save() { saveThen(Then::Close); }

void OrderDialog::saveAndStay() { saveThen(Then::Stay); }

void OrderDialog::saveThen(Then then)
{
    m_then = then;
    if (m_form->isEditing())
        return saveEdit();
    const auto draft = m_form->draft();
    if (!draft)
        return;
    if (draft->lines.empty())
        recordOnly(*draft);
    else if (draft->taken)
        askThenPlace(*draft);
    else
        place(*draft);
}

/// More money than the order comes to looks like a slip of the fingers; a customer who pays ahead too.
void OrderDialog::askThenPlace(const OrderDraft &draft)
{
    setBusy(true);
    whenDone(jobs::previewOrder(m_session, draft), this, [this, draft](const Result<OrderPreview> &preview) {
        setBusy(false);
        const bool isRefused = !preview || std::any_of(preview->lines.begin(), preview->lines.end(),
                                                       [](const LinePreview &line) { return line.refusal.has_value(); });
        if (isRefused || m_form->agreesToTake(preview->total)) // what is refused says so when it is placed
            place(draft);
    });
}

void OrderDialog::place(const OrderDraft &draft)
{
    setBusy(true);
    whenDone(jobs::placeOrder(m_session, draft, m_attempt), this, [this](const Result<OrderView> &order) {
        setBusy(false);
        if (order)
            done(*order);
        else
            complainOf(order.error());
    });
}

/// The customer wanted nothing that is not there: no order comes of it.
void OrderDialog::recordOnly(const OrderDraft &draft)
{
    setBusy(true);
    whenDone(jobs::recordUnwaited(m_session, draft.unwaited, draft.customer), this, [this](const Result<Done> &recorded) {
        setBusy(false);
        if (!recorded)
            return complainOf(recorded.error());
        letDraftGo();
        Q_EMIT said(tr("What the customer would not wait for is kept as refused demand; there is no order."));
        accept();
    });
}

void OrderDialog::saveEdit()
{
    const auto edit = m_form->edit();
    if (!edit)
        return;
    m_merge->hide();
    setBusy(true);
    whenDone(jobs::editOrder(m_session, *edit, m_attempt), this, [this, edit = *edit](const Result<EditOutcome> &outcome) {
        setBusy(false);
        if (!outcome)
            return complainOf(outcome.error());
        if (!outcome->saved)
            return askMerge(edit, *outcome);
        m_edited = edit.before;
        done(*outcome->saved);
    });
}

void OrderDialog::askMerge(const OrderEdit &edit, const EditOutcome &outcome)
{
    m_current = outcome.current;
    m_merge->ask(outcome.others, changes(edit.before, edit.after), m_session.currency());
}

void OrderDialog::merge(Prefer prefer)
{
    m_merge->hide();
    if (const QStringList anew = m_form->rebase(m_current, prefer); !anew.isEmpty())
        return tell(cancelledMeanwhile(anew));
    saveThen(m_then);
}

/// What was typed is saved: nothing is left to bring back.
void OrderDialog::letDraftGo()
{
    m_keep.stop();
    m_drafts.remove(std::exchange(m_draft, {}));
    m_lock.reset();
}

void OrderDialog::complainOf(const Error &error)
{
    if (!m_form->showError(error))
        complain(error.message);
}

void OrderDialog::done(const OrderView &order)
{
    letDraftGo();
    switch (m_then) {
    case Then::Close:
        if (m_form->isEditing())
            Q_EMIT edited(order, m_edited);
        else
            Q_EMIT placed(order);
        return accept();
    case Then::Stay: beginEdit(order); break;
    case Then::BeginAnother: {
        const bool isNew = !m_form->isEditing();
        beginNew();
        if (const Inverse back = isNew ? cancellingPlaced(m_session, order.order.id) : editingBack(m_session, m_edited, order))
            return m_undo->offer(whatBecame(order), back);
        break;
    }
    }
    tell(whatBecame(order));
}

void OrderDialog::makeCustomer(const QString &name)
{
    auto *dialog = new CustomerDialog(m_session, m_prompts, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->propose(name);
    for (const auto &chosen : {&CustomerDialog::saved, &CustomerDialog::taken})
        connect(dialog, chosen, m_form,
                [this](const StoredCustomer &customer) { m_form->setCustomer(customer.id, customer.details.name); });
    dialog->open();
}

void OrderDialog::makeProduct(OrderLineRow *row, const QString &text)
{
    auto *dialog = new ProductDialog(m_session, m_prompts, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->propose(text);
    connect(dialog, &ProductDialog::saved, row, &OrderLineRow::setChosen);
    dialog->open();
}

} // namespace waitline
