#pragma once

#include "models/services/purchaseservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

namespace waitline {

class PurchaseForm;

/// Writes a purchase: a new one, a draft that goes on, or a placed one nothing has come of yet.
class PurchaseFormDialog final : public FormDialog {
    Q_OBJECT

public:
    PurchaseFormDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);
    PurchaseFormDialog(Session &session, Prompts &prompts, const StoredPurchase &changed, QWidget *parent = nullptr);
    PurchaseFormDialog(Session &session, Prompts &prompts, const StoredPurchaseDraft &kept, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::StoredPurchase &purchase);
    void keptAsDraft(waitline::PurchaseDraftId draft);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    PurchaseFormDialog(Session &session, Prompts &prompts, const QString &title, const QString &saveText, QWidget *parent);
    void offerKeeping();
    void keep();
    void showProblem(const Error &error);

    Session &m_session;
    PurchaseForm *m_form;
    PurchaseId m_changed; ///< the placed purchase that is changed
    PurchaseDraftId m_kept; ///< the draft that goes on
};

} // namespace waitline
