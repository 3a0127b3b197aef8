#include "ui/forms/orderform.h"

#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/orderlinesform.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

OrderForm::OrderForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_customer(customerPicker(session, tr("Customer")))
    , m_customerField(new FormField(QStringLiteral("customer"), tr("Customer"), m_customer))
    , m_customerNote(mutedLabel({}))
    , m_lines(new OrderLinesForm(session))
    , m_sum(label({}))
    , m_moreButton(quietButton(tr("More"), QStringLiteral("settings")))
    , m_more(new QWidget)
    , m_priority(new QLineEdit)
    , m_promise(new QLineEdit)
    , m_campaign(new QLineEdit)
    , m_reference(new QLineEdit)
    , m_complete(new QCheckBox(tr("Ship only when complete")))
{
    auto *content = new QWidget;
    auto *scrolled = new QVBoxLayout(content);
    scrolled->setContentsMargins(0, 0, 12, 0);
    scrolled->setSpacing(12);
    scrolled->addWidget(m_lines);
    scrolled->addWidget(makeMore());
    scrolled->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeCustomer());
    column->addWidget(sideScroll(content, tr("Lines of the order")), 1);
    column->addWidget(makeFoot());
    connect(m_customer, &SuggestionEdit::entered, m_lines, &OrderLinesForm::begin);
    connect(m_customer, &SuggestionEdit::chosenChanged, this, &OrderForm::updateCustomerNote);
    connect(m_customer, &QLineEdit::editingFinished, this, &OrderForm::updateCustomerNote);
    connect(m_lines, &OrderLinesForm::leaveAsked, this, &OrderForm::finished);
    connect(m_lines, &OrderLinesForm::changed, this, &OrderForm::updateSum);
    updateSum();
}

QWidget *OrderForm::makeCustomer()
{
    m_fields += m_customerField;
    m_customer->setPlaceholderText(tr("Type a part of the name"));
    m_customerNote->setObjectName(QStringLiteral("customerNote"));
    m_customerNote->hide();
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_customerField);
    column->addWidget(m_customerNote);
    return part;
}

QWidget *OrderForm::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(-8, 0, 0, 0); // the quiet button's word stands under the fields above
    m_sum->setObjectName(QStringLiteral("orderSum"));
    setTextSize(m_sum, TextSize::Body, true);
    m_moreButton->setObjectName(QStringLiteral("more"));
    m_moreButton->setCheckable(true);
    m_moreButton->setToolTip(tr("Priority, promise, campaign, reference"));
    row->addWidget(m_moreButton);
    row->addStretch();
    row->addWidget(m_sum);
    connect(m_moreButton, &QPushButton::toggled, this, [this](bool shown) {
        m_more->setVisible(shown);
        if (shown)
            m_priority->setFocus();
    });
    return foot;
}

QWidget *OrderForm::makeMore()
{
    auto *grid = new QGridLayout(m_more);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    m_priority->setPlaceholderText(tr("The customer's"));
    m_promise->setPlaceholderText(tr("A day, or +7, w2"));
    const auto add = [&](const QString &key, const QString &text, QLineEdit *editor, int row, int column) {
        auto *field = new FormField(key, text, editor);
        m_fields += field;
        grid->addWidget(field, row, column);
    };
    add(QStringLiteral("priority"), tr("Priority (higher is served first)"), m_priority, 0, 0);
    add(QStringLiteral("promise"), tr("Promised day"), m_promise, 0, 1);
    add(QStringLiteral("campaign"), tr("Campaign"), m_campaign, 1, 0);
    add(QStringLiteral("reference"), tr("Reference (the shop's own number)"), m_reference, 1, 1);
    m_complete->setObjectName(QStringLiteral("complete"));
    grid->addWidget(m_complete, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_more->hide();
    return m_more;
}

void OrderForm::begin() { m_customer->setFocus(); }

bool OrderForm::isDirty() const { return !m_customer->text().trimmed().isEmpty() || !m_lines->isBlank(); }

void OrderForm::updateCustomerNote()
{
    const QString name = m_customer->text().trimmed();
    const bool isNew = !name.isEmpty() && (!m_customer->chosen() || m_customer->chosen()->id == 0) && !m_customer->isListOpen();
    m_customerNote->setText(isNew ? tr("“%1” is a new customer and is added with the order.").arg(name) : QString());
    m_customerNote->setVisible(isNew);
}

void OrderForm::updateSum()
{
    const qsizetype lines = m_lines->lines();
    m_sum->setText(tr("%1 · %2 · %3")
                       .arg(lines == 1 ? tr("1 line") : tr("%1 lines").arg(lines), unitsText(m_lines->units()),
                            moneyWithCode(m_lines->value(), m_session.currency())));
}

void OrderForm::clearProblems()
{
    for (FormField *field : std::as_const(m_fields))
        field->setProblem({});
}

Result<OrderDraft> OrderForm::draft()
{
    clearProblems();
    const auto wrong = [this](const Error &error) {
        showError(error);
        return error;
    };
    OrderDraft draft;
    draft.customer = m_customer->text().trimmed();
    if (draft.customer.isEmpty())
        return wrong(invalid(QStringLiteral("customer"), tr("The order has no customer: type a part of the name and press Enter.")));
    auto lines = m_lines->drafts();
    if (!lines)
        return lines.error();
    if (lines->empty())
        return wrong(invalid(QStringLiteral("line"), tr("The order has no line: enter at least one product.")));
    draft.lines = std::move(lines).value();
    const auto priority = typedUnitsOrNone(m_priority->text(), QStringLiteral("priority"));
    if (!priority)
        return wrong(priority.error());
    constexpr Units farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
    if (*priority)
        draft.priority = int(std::clamp(**priority, -farthest, farthest));
    const auto promise = typedDay(m_promise->text(), m_session.today(), QStringLiteral("promise"));
    if (!promise)
        return wrong(promise.error());
    draft.promise = *promise;
    draft.campaign = m_campaign->text().trimmed();
    draft.reference = m_reference->text().trimmed();
    draft.shipComplete = m_complete->isChecked();
    return draft;
}

FormField *OrderForm::fieldFor(const QString &key) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const FormField *field) { return field->key() == key; });
    return found == m_fields.end() ? nullptr : *found;
}

bool OrderForm::showError(const Error &error)
{
    if (error.field == u"line") {
        m_lines->showError(error);
        return true;
    }
    FormField *field = fieldFor(error.field);
    if (!field)
        return false;
    if (m_more->isAncestorOf(field))
        m_moreButton->setChecked(true);
    field->setProblem(error.message);
    field->editor()->setFocus();
    return true;
}

} // namespace waitline
