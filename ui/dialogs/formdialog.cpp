#include "ui/dialogs/formdialog.h"

#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace waitline {

FormDialog::FormDialog(Prompts &prompts, const QString &title, const QString &saveText, QWidget *parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_column(new QVBoxLayout(this))
    , m_title(label({}, TextSize::Section))
    , m_buttons(new QHBoxLayout)
    , m_message(new MessageBar)
    , m_save(primaryButton(saveText))
{
    setTitle(title);
    m_title->setWordWrap(true);
    m_column->setContentsMargins(24, 20, 24, 16);
    m_column->setSpacing(16);
    m_column->addWidget(m_title);
    m_column->addWidget(m_message);
    QPushButton *leave = pushButton(tr("Cancel"));
    leave->setObjectName(QStringLiteral("leave"));
    leave->setToolTip(tr("Esc"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_buttons->addStretch();
    m_buttons->addWidget(leave);
    m_buttons->addWidget(m_save);
    m_column->addLayout(m_buttons);
    connect(leave, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { saveOnce(false); });
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this] { saveOnce(false); });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, [this] { saveOnce(true); });
}

void FormDialog::setTitle(const QString &title)
{
    setWindowTitle(title);
    setAccessibleName(title);
    m_title->setText(title);
}

void FormDialog::addBelowForm(QWidget *widget) { m_column->insertWidget(m_column->count() - 1, widget); }

void FormDialog::addAboveForm(QWidget *widget) { m_column->insertWidget(2, widget); }

void FormDialog::setForm(QWidget *form) { insertForm(form, fittingArea(form, windowTitle())); }

void FormDialog::setScrollingForm(QWidget *form) { insertForm(form, form); }

void FormDialog::insertForm(QWidget *form, QWidget *place)
{
    m_column->insertWidget(2, place, 1);
    // The buttons come after the form's fields, as they stand in it.
    QWidget *last = form;
    for (QWidget *next = form->nextInFocusChain(); form->isAncestorOf(next); next = next->nextInFocusChain())
        last = next;
    QPushButton *leave = findChild<QPushButton *>(QStringLiteral("leave"));
    setTabOrder(last, leave);
    setTabOrder(leave, m_save);
}

void FormDialog::saveOnce(bool stay)
{
    if (m_isBusy)
        return;
    m_message->clear();
    if (stay)
        saveAndStay();
    else
        save();
}

void FormDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
}

void FormDialog::tell(const QString &sentence)
{
    if (sentence.isEmpty())
        m_message->clear();
    else
        m_message->say(MessageBar::Kind::Notice, sentence);
}

void FormDialog::complain(const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); }

void FormDialog::setSaveText(const QString &text)
{
    m_save->setText(text);
    m_save->setAccessibleName(text);
}

QPushButton *FormDialog::addButton(const QString &text, const QString &objectName, const QKeySequence &keys)
{
    QPushButton *button = pushButton(text);
    button->setObjectName(objectName);
    m_buttons->insertWidget(0, button);
    if (!keys.isEmpty()) {
        button->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    }
    return button;
}

/// After the key that asks for it: its Enter is not for the button.
void FormDialog::focusSave() { QMetaObject::invokeMethod(m_save, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection); }

std::pair<QString, QString> FormDialog::closingQuestion() const
{
    return {tr("What you entered is not saved: close all the same?"), tr("Close without saving")};
}

void FormDialog::reject()
{
    if (!isDirty())
        return leave();
    const auto [sentence, button] = closingQuestion();
    m_prompts.confirm(this, sentence, button, [this] { leave(); });
}

void FormDialog::leave()
{
    closing();
    QDialog::reject();
    // The question had the keyboard when this window left, so that nobody gave it back to the one below.
    if (parentWidget())
        parentWidget()->window()->activateWindow();
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter)
        return QDialog::keyPressEvent(event);
    // Enter alone saves only from the button itself: a scanner's Enter ends in a field.
    if (focusWidget() == m_save || event->modifiers() & Qt::ControlModifier)
        saveOnce(false);
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
}

} // namespace waitline
