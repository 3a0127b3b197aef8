#pragma once

#include <QDialog>

#include <utility>

class QHBoxLayout;
class QLabel;
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
    /// The same for a form that scrolls by itself where it has no room.
    void setScrollingForm(QWidget *form);
    /// Puts something between the form and the buttons.
    void addBelowForm(QWidget *widget);
    /// The same between what is said and the form, which is there already.
    void addAboveForm(QWidget *widget);
    void setTitle(const QString &title);
    virtual void save() = 0;
    /// Ctrl+S; the same as save() where the form has no reason to stay.
    virtual void saveAndStay() { save(); }
    [[nodiscard]] virtual bool isDirty() const = 0;
    /// What is asked before something typed is left, and the button that leaves it.
    [[nodiscard]] virtual std::pair<QString, QString> closingQuestion() const;
    /// The dialog is about to close without saving.
    virtual void closing() {}
    /// While a job runs nothing is saved twice.
    void setBusy(bool busy);
    /// Says something that is no problem; nothing takes back what was said.
    void tell(const QString &sentence);
    /// Says what no field can.
    void complain(const QString &sentence);
    void focusSave();
    void setSaveText(const QString &text);
    /// One more button, at the left; `keys` press it from anywhere.
    QPushButton *addButton(const QString &text, const QString &objectName, const QKeySequence &keys = {});

    void keyPressEvent(QKeyEvent *event) override;

private:
    void insertForm(QWidget *form, QWidget *place);
    void saveOnce(bool stay);
    void leave();

    Prompts &m_prompts;
    QVBoxLayout *m_column;
    QLabel *m_title;
    QHBoxLayout *m_buttons;
    MessageBar *m_message;
    QPushButton *m_save;
    bool m_isBusy = false;
};

} // namespace waitline
