#include "ui/forms/formfield.h"

#include "ui/style/waitlinestyle.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

FormField::FormField(const QString &key, const QString &text, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_editor(editor)
    , m_problem(problemLabel())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QLabel *head = mutedLabel(text);
    head->setTextInteractionFlags(Qt::NoTextInteraction);
    head->setBuddy(editor);
    editor->setObjectName(key);
    editor->setAccessibleName(text);
    column->addWidget(head);
    column->addWidget(editor);
    column->addWidget(m_problem);
    column->addStretch();
    // What is wrong is said until it is typed over.
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textChanged, this, [this] { setProblem({}); });
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        connect(lines, &QPlainTextEdit::textChanged, this, [this] { setProblem({}); });
}

void FormField::setProblem(const QString &sentence)
{
    sayProblem(m_problem, sentence);
    m_editor->setProperty(problemProperty, !sentence.isEmpty());
    m_editor->setAccessibleDescription(sentence);
    m_editor->update();
}

QString FormField::problem() const { return m_problem->text(); }

FormField *fieldOf(const FormFields &fields, const QString &key)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField *field) { return field->key() == key; });
    return found == fields.end() ? nullptr : *found;
}

void clearProblems(const FormFields &fields)
{
    for (FormField *field : fields)
        field->setProblem({});
}

bool showProblem(const FormFields &fields, const Error &error, Qt::FocusReason reason)
{
    FormField *field = fieldOf(fields, error.field);
    if (!field)
        return false;
    field->setProblem(error.message);
    field->editor()->setFocus(reason);
    return true;
}

} // namespace waitline
