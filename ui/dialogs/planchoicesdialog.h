#pragma once

#include "models/services/planchoices.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

class QLineEdit;

namespace waitline {

/// How the business buys: service target, rhythm, what an order and keeping stock cost, and the budget.
class PlanChoicesDialog final : public FormDialog {
    Q_OBJECT

public:
    PlanChoicesDialog(Session &session, Prompts &prompts, const PlanChoices &before, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::PlanChoices &choices);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    QLineEdit *addField(const char *key, const QString &label, const QString &text);
    [[nodiscard]] QString text(const char *key) const;
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] Result<PlanChoices> choices() const;
    void showError(const Error &error);

    Session &m_session;
    FormFields m_fields;
    QStringList m_before;
};

} // namespace waitline
