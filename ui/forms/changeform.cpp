#include "ui/forms/changeform.h"

#include "ui/forms/typed.h"

namespace waitline {

namespace {

const QString reasonKey = QStringLiteral("reason");

std::vector<EntryForm::Field> fieldsOf(const ChangeForm::Question &question)
{
    std::vector<EntryForm::Field> fields{{question.numberKey, question.numberLabel, QString::number(question.number)}};
    if (question.asksReason)
        fields.push_back({reasonKey, ChangeForm::tr("Reason")});
    return fields;
}

} // namespace

ChangeForm::ChangeForm(const Question &question, QWidget *parent)
    : EntryForm(question.name, question.button, fieldsOf(question), parent)
    , m_question(question)
{
    connect(this, &EntryForm::entered, this, &ChangeForm::submit);
}

void ChangeForm::submit()
{
    const auto number = typedUnits(text(m_question.numberKey), m_question.numberKey);
    if (!number)
        return showError(number.error());
    Q_EMIT submitted(*number, m_question.asksReason ? text(reasonKey) : QString());
}

} // namespace waitline
