#pragma once

#include <QLineEdit>

namespace waitline {

/// The field that counts: Enter takes what it holds and leaves it empty for the next code. Empty, Ctrl+Z takes the last
/// count back and Esc leaves.
class ScanField final : public QLineEdit {
    Q_OBJECT

public:
    /// `name` is what it is called, `hint` what stands in it while it is empty.
    ScanField(const QString &objectName, const QString &name, const QString &hint, QWidget *parent = nullptr);
    /// The "12*" that stands in the field while a scanner reads a code, and is meant for it; the field is empty then.
    [[nodiscard]] QString takeTimes();

Q_SIGNALS:
    void entered(const QString &text);
    void takeBackAsked();
    void leaveAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace waitline
