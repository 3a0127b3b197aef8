#pragma once

#include "models/services/orderview.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class Badge;
class EntryForm;

/// One line of an open order: what it is, where it stands and why it waits, and the forms that change it in place.
class OrderLineBlock final : public QWidget {
    Q_OBJECT

public:
    OrderLineBlock(OrderLineId line, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] OrderLineId line() const { return m_line; }
    [[nodiscard]] const OrderLineView &view() const { return m_view; }
    /// What is known of the line now; an open form and what is typed in it stay.
    void setView(const OrderLineView &view);
    void openAmend();
    void openCancel();
    void openSplit();
    void openPromise();
    void openMove();
    void closeForm();
    /// Whether a form is open in which nothing was typed.
    [[nodiscard]] bool hasIdleForm() const;
    /// The change was made, or refused: the form closes or says why.
    void settle(const std::optional<Error> &refusal);
    /// What the change in the open form of that name would come to; another form may be open by then.
    void showPreview(const QString &form, const QString &preview);
    /// Who got units instead, each in a sentence.
    void showInstead(const QStringList &sentences);

Q_SIGNALS:
    void amendAsked(qint64 units);
    void cancelPreviewAsked(qint64 units);
    void cancelAsked(qint64 units, const QString &reason);
    void splitAsked(qint64 units);
    /// An invalid day: none any more.
    void promiseAsked(QDate day, const QString &reason);
    void movePreviewAsked(qint64 place);
    void moveAsked(qint64 place, const QString &reason);
    void insteadAsked();
    /// A form is about to open in it: one at a time is open in a panel.
    void formOpening();

private:
    QLayout *makeActions();
    void showUnits(const StoredOrderLine &line);
    void enterPromise();
    void enterMove();
    void openForm(EntryForm *form);

    OrderLineId m_line;
    QDate m_today;
    OrderLineView m_view;
    QLabel *m_title;
    Badge *m_late;
    Badge *m_kind;
    QLabel *m_units;
    QLabel *m_why;
    QLabel *m_promise;
    QLabel *m_instead;
    QPushButton *m_amend;
    QPushButton *m_cancel;
    QPushButton *m_more;
    QAction *m_move;
    QAction *m_split;
    QAction *m_whoElse;
    QVBoxLayout *m_column;
    EntryForm *m_form = nullptr;
};

} // namespace waitline
