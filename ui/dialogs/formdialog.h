#pragma once

#include <QDialog>

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

    void keyPressEvent(QKeyEvent *event) override;

private:
    void saveOnce();

    Prompts &m_prompts;
    QVBoxLayout *m_column;
    MessageBar *m_message;
    QPushButton *m_save;
    bool m_isBusy = false;
};

} // namespace waitline
