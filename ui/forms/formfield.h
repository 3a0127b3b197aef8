#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace waitline {

/// An editor with its label above it and, when something is wrong, one sentence below it.
class FormField final : public QWidget {
    Q_OBJECT

public:
    /// `key` is the field's name in an Error and the editor's object name.
    FormField(const QString &key, const QString &label, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    /// Says what is wrong; an empty sentence takes it back.
    void setProblem(const QString &sentence);
    [[nodiscard]] QString problem() const;

private:
    QString m_key;
    QWidget *m_editor;
    QLabel *m_problem;
};

using FormFields = QList<FormField *>;

/// The field of this key; null where there is none.
[[nodiscard]] FormField *fieldOf(const FormFields &fields, const QString &key);
void clearProblems(const FormFields &fields);
/// Puts a refusal under the field it is about, with the keyboard there; false where no field is.
bool showProblem(const FormFields &fields, const Error &error, Qt::FocusReason reason = Qt::OtherFocusReason);

} // namespace waitline
