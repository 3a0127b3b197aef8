#pragma once

#include <QLineEdit>

namespace waitline {

/// The field that counts: Enter takes what it holds and leaves it empty for the next code. Empty, Ctrl+Z takes the last
/// count back and Esc leaves.
class ScanField final : public QLineEdit {
    Q_OBJECT

public:
    explicit ScanField(QWidget *parent = nullptr);

Q_SIGNALS:
    void entered(const QString &text);
    void takeBackAsked();
    void leaveAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace waitline
