#pragma once

#include "models/domain/order.h"
#include "models/services/session.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

class FormField;
class OrderLinesForm;
class SuggestionEdit;

/// An order as it is entered at the desk: the customer, the lines, and behind “More” what few orders need.
class OrderForm final : public QWidget {
    Q_OBJECT

public:
    explicit OrderForm(Session &session, QWidget *parent = nullptr);

    void begin();
    [[nodiscard]] bool isDirty() const;
    /// What was entered; an error stands already where it is meant.
    [[nodiscard]] Result<OrderDraft> draft();
    /// Puts an error where it is meant, with the keyboard there; false where no field is.
    bool showError(const Error &error);

Q_SIGNALS:
    /// The lines are left: to the button that saves.
    void finished();

private:
    QWidget *makeCustomer();
    QWidget *makeFoot();
    QWidget *makeMore();
    void updateCustomerNote();
    void updateSum();
    FormField *fieldFor(const QString &key) const;
    void clearProblems();

    Session &m_session;
    SuggestionEdit *m_customer;
    FormField *m_customerField;
    QLabel *m_customerNote;
    OrderLinesForm *m_lines;
    QLabel *m_sum;
    QPushButton *m_moreButton;
    QWidget *m_more;
    QLineEdit *m_priority;
    QLineEdit *m_promise;
    QLineEdit *m_campaign;
    QLineEdit *m_reference;
    QCheckBox *m_complete;
    QList<FormField *> m_fields;
};

} // namespace waitline
