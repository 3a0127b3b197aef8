#pragma once

#include "models/domain/result.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace waitline {

class FormField;

/// A small form that opens where the change is: a number, a reason where one is asked for, and one button. A refusal
/// is said under the field, and what was typed stays.
class ChangeForm final : public QFrame {
    Q_OBJECT

public:
    struct Question {
        QString name; ///< object name
        QString numberKey; ///< the number's field in an Error
        QString numberLabel; ///< "Units to cancel"
        qint64 number = 0; ///< what stands there at first
        bool asksReason = false;
        QString button; ///< what is done: "Cancel units"
    };

    explicit ChangeForm(const Question &question, QWidget *parent = nullptr);
    /// Puts the keyboard into the number, selected.
    void begin();
    void showError(const Error &error);
    void setBusy(bool busy);

Q_SIGNALS:
    void submitted(qint64 number, const QString &reason);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();

    Question m_question;
    QLineEdit *m_number;
    QLineEdit *m_reason;
    FormField *m_numberField;
    FormField *m_reasonField = nullptr;
    QPushButton *m_do;
};

} // namespace waitline
