#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

/// Asks for a reason above the content, without a box: Enter gives it, Esc thinks better of it. Hidden until asked.
class ReasonBar final : public QFrame {
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);
    void ask(const QString &question, const QString &buttonText);

Q_SIGNALS:
    void given(const QString &reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void give();

    QLabel *m_question;
    QLineEdit *m_reason;
    QPushButton *m_button;
    QPushButton *m_cancel;
    QLabel *m_problem;
};

} // namespace waitline
