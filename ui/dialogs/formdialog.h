#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class MessageBar;
class Prompts;

/// A dialog around one form: its title, a place for what no field can say, and the one button that saves, at the right.
/// Ctrl+Enter and Ctrl+S save from anywhere; Esc asks before anything typed is lost; Enter never saves by accident.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    void reject() override;

protected:
    FormDialog(Prompts &prompts, const QString &title, const QString &saveText, QWidget *parent);

    /// Puts the form between title and buttons.
    void setForm(QWidget *form);
    virtual void save() = 0;
    [[nodiscard]] virtual bool isDirty() const = 0;
    /// While a job runs nothing is saved twice.
    void setBusy(bool busy);
    /// Says what no field can.
    void complain(const QString &sentence);
    void focusSave();
    void setSaveText(const QString &text);
    /// One more button, at the left; `keys` press it from anywhere.
    QPushButton *addButton(const QString &text, const QString &objectName, const QKeySequence &keys = {});

    void keyPressEvent(QKeyEvent *event) override;

private:
    void saveOnce();

    Prompts &m_prompts;
    QVBoxLayout *m_column;
    QHBoxLayout *m_buttons;
    MessageBar *m_message;
    QPushButton *m_save;
    bool m_isBusy = false;
};

} // namespace waitline
