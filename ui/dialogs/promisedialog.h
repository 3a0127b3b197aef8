#pragma once

#include "models/services/promiseservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

class QLineEdit;

namespace waitline {

/// Moves the promises of one line or of many: to a day, or each to its own ETA; its customers are told, or asked to agree.
class PromiseDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `whose` says of each line in words which it is.
    PromiseDialog(Session &session, Prompts &prompts, std::vector<OrderLineId> lines, const QStringList &whose, QWidget *parent = nullptr);

Q_SIGNALS:
    void moved(const waitline::PromiseOutcome &outcome);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    QLineEdit *addField(const QString &key, const QString &text, const QString &hint);
    void proposeConsentDay();
    [[nodiscard]] Result<PromiseMove> entered() const;

    Session &m_session;
    std::vector<OrderLineId> m_lines;
    QWidget *m_form;
    FormFields m_fields;
    QLineEdit *m_day;
    QLineEdit *m_reason;
    QLineEdit *m_consentBy;
};

} // namespace waitline
