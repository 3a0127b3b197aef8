#pragma once

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

} // namespace waitline
