#include "ui/widgets/reasonbar.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace waitline {

ReasonBar::ReasonBar(QWidget *parent)
    : QFrame(parent)
    , m_question(label({}))
    , m_reason(new QLineEdit)
    , m_button(pushButton({}, QStringLiteral("undo")))
    , m_cancel(quietButton(tr("Keep it"), {}))
    , m_problem(problemLabel())
{
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("Why, in a few words"));
    m_button->setObjectName(QStringLiteral("giveReason"));
    m_problem->setObjectName(QStringLiteral("reasonProblem"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    column->addWidget(m_problem);
    row->setSpacing(12);
    row->addWidget(m_question);
    row->addWidget(m_reason, 1);
    row->addWidget(m_button);
    row->addWidget(m_cancel);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonBar::give);
    connect(m_button, &QPushButton::clicked, this, &ReasonBar::give);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ReasonBar::ask(const QString &question, const QString &buttonText)
{
    m_question->setText(question);
    m_reason->setAccessibleName(question);
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText);
    m_reason->clear();
    sayProblem(m_problem, {});
    show();
    m_reason->setFocus();
}

void ReasonBar::give()
{
    if (m_reason->text().trimmed().isEmpty()) {
        sayProblem(m_problem, tr("No reason is given: say why in a few words, or press Esc to leave it as it is."));
        return m_reason->setFocus();
    }
    sayProblem(m_problem, {});
    Q_EMIT given(m_reason->text().trimmed());
}

void ReasonBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

void ReasonBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().soft(Theme::current().warning));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace waitline
