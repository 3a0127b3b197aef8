#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace waitline {

class Prompts;

/// A plain text to give to a customer: read out, copied, printed, or printed to a PDF by the system's own dialog.
class StandingDialog final : public QDialog {
    Q_OBJECT

public:
    StandingDialog(Prompts &prompts, const QString &title, const QString &text, QWidget *parent = nullptr);

private:
    void copy();
    void print();

    Prompts &m_prompts;
    QPlainTextEdit *m_text;
    QLabel *m_done;
};

} // namespace waitline
