#pragma once

#include "models/services/customerservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

#include <array>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace waitline {

class FormField;
class SuggestionEdit;

/// Two customers that are one: which is the other one, and which of the two stays.
class MergeDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `likely`: the other one, where it is known already.
    MergeDialog(Session &session, Prompts &prompts, const StoredCustomer &customer, const std::optional<LikeCustomer> &likely,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void merged(const waitline::MergeOutcome &outcome);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override { return false; }

private:
    /// Which of the two; the one the dialog was opened for is this.
    enum Which { This, Other };
    void addChoice(QVBoxLayout *column, Which which);
    void readOther();
    void readStanding(Which which, CustomerId customer);
    void nameChoices();
    void showChoice(Which which, const QString &text);
    void showMoves();
    void showLimits();

    Session &m_session;
    StoredCustomer m_customer;
    SuggestionEdit *m_other;
    FormField *m_otherField;
    QButtonGroup *m_stays;
    std::array<QLabel *, 2> m_marks{}; ///< what tells the two apart, under each choice
    std::array<std::optional<CustomerStanding>, 2> m_standings;
    QLabel *m_moves; ///< what comes of it
    QLabel *m_limits; ///< per customer, that the two exceed together
};

} // namespace waitline
