#include "ui/forms/changeform.h"

#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace waitline {

ChangeForm::ChangeForm(const Question &question, QWidget *parent)
    : QFrame(parent)
    , m_question(question)
    , m_number(new QLineEdit(QString::number(question.number)))
    , m_reason(new QLineEdit)
    , m_numberField(new FormField(question.numberKey, question.numberLabel, m_number))
    , m_do(primaryButton(question.button))
{
    setObjectName(question.name);
    setAccessibleName(question.button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_numberField);
    if (question.asksReason) {
        m_reasonField = new FormField(QStringLiteral("reason"), tr("Reason"), m_reason);
        column->addWidget(m_reasonField);
    } else {
        m_reason->setParent(this);
        m_reason->hide();
    }
    auto *row = new QHBoxLayout;
    QPushButton *leave = pushButton(tr("Leave it"));
    leave->setObjectName(QStringLiteral("leave"));
    m_do->setObjectName(QStringLiteral("do"));
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(m_do);
    column->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &ChangeForm::dismissed);
    connect(m_do, &QPushButton::clicked, this, &ChangeForm::submit);
    connect(m_number, &QLineEdit::returnPressed, this, [this] {
        if (m_reasonField && m_reason->text().isEmpty())
            m_reason->setFocus();
        else
            submit();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &ChangeForm::submit);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &ChangeForm::submit);
}

void ChangeForm::begin()
{
    m_number->setFocus();
    m_number->selectAll();
}

void ChangeForm::submit()
{
    m_numberField->setProblem({});
    if (m_reasonField)
        m_reasonField->setProblem({});
    const auto number = typedUnits(m_number->text(), m_question.numberKey);
    if (!number)
        return showError(number.error());
    Q_EMIT submitted(*number, m_reason->text().trimmed());
}

void ChangeForm::showError(const Error &error)
{
    setBusy(false);
    const bool isReason = m_reasonField && error.field == m_reasonField->key();
    FormField *field = isReason ? m_reasonField : m_numberField;
    field->setProblem(error.message);
    field->editor()->setFocus();
}

void ChangeForm::setBusy(bool busy) { m_do->setEnabled(!busy); }

void ChangeForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QFrame::keyPressEvent(event);
}

void ChangeForm::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
}

} // namespace waitline
