#pragma once

#include "models/services/orderview.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class Badge;
class ChangeForm;

/// One line of an open order: what it is, where it stands and why it waits, and the forms that change it in place.
class OrderLineBlock final : public QWidget {
    Q_OBJECT

public:
    explicit OrderLineBlock(OrderLineId line, QWidget *parent = nullptr);

    [[nodiscard]] OrderLineId line() const { return m_line; }
    /// What is known of the line now; an open form and what is typed in it stay.
    void setView(const OrderLineView &view);
    void openAmend();
    void openCancel();
    /// The change was made, or refused: the form closes or says why.
    void settle(const std::optional<Error> &refusal);

Q_SIGNALS:
    void amendAsked(qint64 units);
    void cancelAsked(qint64 units, const QString &reason);

private:
    void openForm(ChangeForm *form);
    void closeForm();

    OrderLineId m_line;
    OrderLineView m_view;
    QLabel *m_title;
    Badge *m_kind;
    QLabel *m_units;
    QLabel *m_why;
    QLabel *m_promise;
    QPushButton *m_amend;
    QPushButton *m_cancel;
    QVBoxLayout *m_column;
    ChangeForm *m_form = nullptr;
};

} // namespace waitline
