#pragma once

#include "models/domain/result.h"
#include "ui/forms/formfield.h"

#include <QFrame>

#include <map>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

/// A small form that opens where the change is: some fields and one button. Enter goes on to the next empty field, then
/// it is entered; a refusal is said under its field, and what was typed stays.
class EntryForm : public QFrame {
    Q_OBJECT

public:
    struct Field {
        QString key; ///< its name in an Error, and the editor's object name
        QString label;
        QString text = {}; ///< what stands there at first
        QString hint = {};
    };

    /// `name` is the object name; `button` says what is done.
    EntryForm(const QString &name, const QString &button, const std::vector<Field> &fields, QWidget *parent = nullptr);

    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] QLineEdit *editor(const QString &key) const;
    /// Puts the keyboard into the first field, selected.
    void begin();
    /// Whether something was typed into it.
    [[nodiscard]] bool isTouched() const;
    /// What is allowed, or what would come of it; empty takes it back.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const;
    void showError(const Error &error);
    /// Whether a doubt is answered with a tick beside `yes`; until then it is told where the error would be, and asked for.
    [[nodiscard]] bool isAgreed(const Error &doubt, const QString &yes);
    /// Goes away; the keyboard goes back, where it was in the form and can.
    void leaveTo(QWidget *back);
    void setBusy(bool busy);

Q_SIGNALS:
    void entered();
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void enter();
    void goOn(size_t from);

    FormFields m_fields;
    std::vector<QLineEdit *> m_editors;
    QLabel *m_note;
    QCheckBox *m_yes;
    QString m_doubt; ///< what `m_yes` answers
    QPushButton *m_do;
};

} // namespace waitline
