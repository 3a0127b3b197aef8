#pragma once

#include "models/services/customerview.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

class QButtonGroup;
class QLabel;

namespace waitline {

class FormField;
class SuggestionEdit;

/// Two customers that are one: which is the other one, and which of the two stays.
class MergeDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `likely`: the other one, where it is known already.
    MergeDialog(Session &session, Prompts &prompts, const CustomerView &customer, const std::optional<LikeCustomer> &likely,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void merged(const waitline::MergeOutcome &outcome);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override { return false; }

private:
    void nameChoices();
    void showLimits();

    Session &m_session;
    StoredCustomer m_customer;
    SuggestionEdit *m_other;
    FormField *m_otherField;
    QButtonGroup *m_stays;
    QLabel *m_limits; ///< per customer, that the two exceed together
};

} // namespace waitline
