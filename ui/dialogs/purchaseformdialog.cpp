#include "ui/dialogs/purchaseformdialog.h"

#include "models/services/purchasejobs.h"
#include "ui/forms/purchaseform.h"
#include "ui/widgets/fitting.h"

#include <QPushButton>

namespace waitline {

PurchaseFormDialog::PurchaseFormDialog(Session &session, Prompts &prompts, const QString &title, const QString &saveText, QWidget *parent)
    : FormDialog(prompts, title, saveText, parent)
    , m_session(session)
    , m_form(new PurchaseForm(session))
{
    setObjectName(QStringLiteral("purchaseDialog"));
    resize(fittingSize(*this, {1040, 620}));
    setForm(m_form);
    connect(m_form, &PurchaseForm::finished, this, [this] { focusSave(); });
    m_form->begin();
}

PurchaseFormDialog::PurchaseFormDialog(Session &session, Prompts &prompts, QWidget *parent)
    : PurchaseFormDialog(session, prompts, tr("New purchase"), tr("Place purchase"), parent)
{
    offerKeeping();
}

PurchaseFormDialog::PurchaseFormDialog(Session &session, Prompts &prompts, const StoredPurchase &changed, QWidget *parent)
    : PurchaseFormDialog(session, prompts, tr("Change PO-%1").arg(changed.id.value), tr("Save purchase"), parent)
{
    m_changed = changed.id;
    m_form->setPurchase(changed);
}

PurchaseFormDialog::PurchaseFormDialog(Session &session, Prompts &prompts, const StoredPurchaseDraft &kept, QWidget *parent)
    : PurchaseFormDialog(session, prompts, tr("Draft %1 of a purchase").arg(kept.id.value), tr("Place purchase"), parent)
{
    m_kept = kept.id;
    m_form->setKept(kept);
    offerKeeping();
}

void PurchaseFormDialog::offerKeeping()
{
    QPushButton *keeping = addButton(tr("Keep as draft"), QStringLiteral("keepDraft"), QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(keeping, &QPushButton::clicked, this, &PurchaseFormDialog::keep);
}

bool PurchaseFormDialog::isDirty() const { return m_form->isDirty(); }

void PurchaseFormDialog::save()
{
    const auto draft = m_form->draft();
    if (!draft)
        return;
    setBusy(true);
    auto job = m_changed.isValid() ? jobs::changePurchase(m_session, m_changed, *draft) : jobs::placePurchase(m_session, *draft, m_kept);
    whenDone(job, this, [this](const Result<StoredPurchase> &purchase) {
        setBusy(false);
        if (!purchase)
            return showProblem(purchase.error());
        Q_EMIT saved(*purchase);
        accept();
    });
}

void PurchaseFormDialog::keep()
{
    const auto written = m_form->unfinished();
    if (!written)
        return;
    StoredPurchaseDraft draft = *written;
    draft.id = m_kept;
    setBusy(true);
    whenDone(jobs::keepPurchaseDraft(m_session, draft), this, [this](const Result<PurchaseDraftId> &kept) {
        setBusy(false);
        if (!kept)
            return showProblem(kept.error());
        Q_EMIT keptAsDraft(*kept);
        accept();
    });
}

void PurchaseFormDialog::showProblem(const Error &error)
{
    if (!m_form->showError(error))
        complain(error.message);
}

} // namespace waitline
