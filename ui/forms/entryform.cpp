#include "ui/forms/entryform.h"

#include "ui/forms/formfield.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace waitline {

EntryForm::EntryForm(const QString &name, const QString &button, const std::vector<Field> &fields, QWidget *parent)
    : QFrame(parent)
    , m_note(mutedLabel({}))
    , m_yes(new QCheckBox)
    , m_do(primaryButton(button))
{
    setObjectName(name);
    setAccessibleName(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    for (const Field &field : fields) {
        auto *editor = new QLineEdit(field.text);
        editor->setPlaceholderText(field.hint);
        const size_t at = m_editors.size();
        m_editors.push_back(editor);
        m_fields.append(new FormField(field.key, field.label, editor));
        column->addWidget(m_fields.back());
        connect(editor, &QLineEdit::returnPressed, this, [this, at] { goOn(at); });
    }
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setWordWrap(true);
    m_note->hide();
    column->addWidget(m_note);
    m_yes->setObjectName(QStringLiteral("yes"));
    m_yes->hide();
    column->addWidget(m_yes);
    auto *row = new QHBoxLayout;
    QPushButton *leave = pushButton(tr("Leave it"));
    leave->setObjectName(QStringLiteral("leave"));
    m_do->setObjectName(QStringLiteral("do"));
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(m_do);
    column->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &EntryForm::dismissed);
    connect(m_do, &QPushButton::clicked, this, &EntryForm::enter);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &EntryForm::enter);
}

QLineEdit *EntryForm::editor(const QString &key) const
{
    FormField *field = fieldOf(m_fields, key);
    Q_ASSERT(field);
    return static_cast<QLineEdit *>(field->editor());
}

QString EntryForm::text(const QString &key) const { return editor(key)->text().trimmed(); }

void EntryForm::begin()
{
    m_editors.front()->setFocus();
    m_editors.front()->selectAll();
}

bool EntryForm::isTouched() const
{
    return std::any_of(m_editors.begin(), m_editors.end(), [](const QLineEdit *editor) { return editor->isModified(); });
}

void EntryForm::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString EntryForm::note() const { return m_note->text(); }

/// Enter in a field: to the next one that is still empty.
void EntryForm::goOn(size_t from)
{
    for (size_t at = from + 1; at < m_editors.size(); ++at) {
        if (m_editors[at]->text().isEmpty())
            return m_editors[at]->setFocus();
    }
    enter();
}

void EntryForm::enter()
{
    clearProblems(m_fields);
    Q_EMIT entered();
}

void EntryForm::showError(const Error &error)
{
    setBusy(false);
    if (!showProblem(m_fields, error))
        showProblem(m_fields, {error.kind, m_fields.front()->key(), error.message});
}

bool EntryForm::isAgreed(const Error &doubt, const QString &yes)
{
    if (m_yes->isChecked() && m_doubt == doubt.message)
        return true;
    m_doubt = doubt.message;
    m_yes->setText(yes);
    m_yes->setChecked(false);
    m_yes->setAccessibleDescription(doubt.message);
    m_yes->show();
    m_note->hide(); // the doubt says as much, and more
    showError(doubt);
    m_yes->setFocus();
    return false;
}

void EntryForm::leaveTo(QWidget *back)
{
    if (isAncestorOf(window()->focusWidget()) && back->isEnabled() && !back->isHidden())
        back->setFocus();
    hide(); // the keyboard would leave the panel with it
    deleteLater();
}

void EntryForm::setBusy(bool busy) { m_do->setEnabled(!busy); }

void EntryForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else if (m_yes->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        enter();
    else
        QFrame::keyPressEvent(event);
}

/// It has opened, or says something more: all of it is to be seen while somebody works in it.
void EntryForm::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (isAncestorOf(window()->focusWidget()))
        scrollToAll(this);
}

void EntryForm::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
}

} // namespace waitline
