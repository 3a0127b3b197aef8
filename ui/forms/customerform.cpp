#include "ui/forms/customerform.h"

#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace waitline {

CustomerForm::CustomerForm(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_name = addText(grid, QStringLiteral("name"), tr("Name"), 0, 0);
    m_reference = addText(grid, QStringLiteral("reference"), tr("Number"), 0, 1, tr("In another system"));
    m_email = addText(grid, QStringLiteral("email"), tr("E-mail"), 1, 0);
    m_phone = addText(grid, QStringLiteral("phone"), tr("Phone"), 1, 1);
    m_address = addLines(grid, QStringLiteral("address"), tr("Address"), 2);
    m_country = addText(grid, QStringLiteral("country"), tr("Country"), 3, 0);
    m_priority =
        addText(grid, QStringLiteral("priority"), tr("Priority of new orders (higher is served first)"), 3, 1, QStringLiteral("0"));
    m_note = addLines(grid, QStringLiteral("note"), tr("Note"), 4, tr("What everybody at the desk should know"));
    m_before = entered();
    for (QLineEdit *editor : {m_name, m_email, m_phone})
        connect(editor, &QLineEdit::textChanged, this, &CustomerForm::identityChanged);
}

QLineEdit *CustomerForm::addText(QGridLayout *grid, const QString &key, const QString &text, int row, int column, const QString &hint)
{
    auto *editor = new QLineEdit;
    editor->setPlaceholderText(hint);
    auto *field = new FormField(key, text, editor);
    m_fields += field;
    grid->addWidget(field, row, column);
    return editor;
}

QPlainTextEdit *CustomerForm::addLines(QGridLayout *grid, const QString &key, const QString &text, int row, const QString &hint)
{
    constexpr int height = 76; // three lines
    auto *editor = new QPlainTextEdit;
    editor->setTabChangesFocus(true);
    editor->setPlaceholderText(hint);
    editor->setFixedHeight(height);
    auto *field = new FormField(key, text, editor);
    m_fields += field;
    grid->addWidget(field, row, 0, 1, 2);
    return editor;
}

void CustomerForm::begin()
{
    m_name->setFocus();
    m_name->selectAll();
}

QStringList CustomerForm::entered() const
{
    return {m_name->text(),    m_email->text(),     m_phone->text(),    m_address->toPlainText(),
            m_country->text(), m_reference->text(), m_priority->text(), m_note->toPlainText()};
}

bool CustomerForm::isDirty() const { return entered() != m_before; }

void CustomerForm::setDetails(const CustomerDetails &details)
{
    m_name->setText(details.name);
    m_email->setText(details.email);
    m_phone->setText(details.phone);
    m_address->setPlainText(details.address);
    m_country->setText(details.country);
    m_reference->setText(details.reference);
    m_priority->setText(details.priority == 0 ? QString() : QString::number(details.priority));
    m_note->setPlainText(details.note);
    m_before = entered();
}

CustomerDetails CustomerForm::typed() const
{
    CustomerDetails details;
    details.name = m_name->text().trimmed();
    details.email = m_email->text().trimmed();
    details.phone = m_phone->text().trimmed();
    details.address = m_address->toPlainText().trimmed();
    details.country = m_country->text().trimmed();
    details.reference = m_reference->text().trimmed();
    details.note = m_note->toPlainText().trimmed();
    return details;
}

Result<CustomerDetails> CustomerForm::read() const
{
    CustomerDetails details = typed();
    const auto priority = typedUnitsOrNone(m_priority->text(), QStringLiteral("priority"));
    if (!priority)
        return priority.error();
    constexpr Units farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
    details.priority = int(std::clamp(priority->value_or(0), -farthest, farthest));
    if (auto valid = validate(details); !valid)
        return valid.error();
    return details;
}

Result<CustomerDetails> CustomerForm::details()
{
    clearProblems(m_fields);
    auto read = this->read();
    if (!read)
        showError(read.error());
    return read;
}

bool CustomerForm::showError(const Error &error) { return showProblem(m_fields, error); }

} // namespace waitline
