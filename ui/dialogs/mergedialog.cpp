#include "ui/dialogs/mergedialog.h"

#include "models/services/customerjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace waitline {

namespace {
enum Stays { This, Other };
constexpr int widthOfNames = 420;
} // namespace

MergeDialog::MergeDialog(Session &session, Prompts &prompts, const CustomerView &customer, const std::optional<LikeCustomer> &likely,
                         QWidget *parent)
    : FormDialog(prompts, tr("Merge %1 with another customer").arg(customer.customer.details.name), tr("Merge"), parent)
    , m_session(session)
    , m_customer(customer.customer)
    , m_other(knownCustomerPicker(session, tr("The other customer")))
    , m_stays(new QButtonGroup(this))
    , m_limits(label({}))
{
    setObjectName(QStringLiteral("mergeDialog"));
    resize(fittingSize(*this, {520, 320}));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_otherField = new FormField(QStringLiteral("customer"), tr("The other customer"), m_other);
    column->addWidget(m_otherField);
    column->addSpacing(8);
    column->addWidget(mutedLabel(tr("Which of the two stays?")));
    for (Stays which : {This, Other}) {
        auto *choice = new QRadioButton;
        choice->setObjectName(which == This ? QStringLiteral("thisStays") : QStringLiteral("otherStays"));
        m_stays->addButton(choice, which);
        column->addWidget(choice);
    }
    m_stays->button(This)->setChecked(true);
    QLabel *what = mutedLabel(tr("All orders, payments, shipments, history and notices become those of the one that stays. The other's "
                                 "name and number lead there from now on, in imports too. It can be taken back."));
    what->setWordWrap(true);
    m_limits->setObjectName(QStringLiteral("limitsPassed"));
    m_limits->setWordWrap(true);
    m_limits->hide();
    column->addSpacing(8);
    column->addWidget(m_limits);
    column->addWidget(what);
    column->addStretch();
    setForm(form);
    connect(m_other, &SuggestionEdit::chosenChanged, this, &MergeDialog::nameChoices);
    connect(m_other, &SuggestionEdit::entered, this, [this] { m_stays->checkedButton()->setFocus(); });
    if (likely)
        m_other->setChosen({likely->id.value, likely->name, likely->name, {}});
    nameChoices();
    if (likely)
        m_stays->button(This)->setFocus();
    else
        m_other->setFocus();
}

void MergeDialog::nameChoices()
{
    const auto name = [this](Stays which, const QString &text) {
        QAbstractButton *choice = m_stays->button(which);
        choice->setAccessibleName(text);
        choice->setToolTip(text);
        choice->setText(asItIs(fontMetrics().elidedText(text, Qt::ElideRight, widthOfNames)));
    };
    name(This, tr("%1 stays").arg(m_customer.details.name));
    name(Other, m_other->chosen() ? tr("%1 stays").arg(m_other->chosen()->text) : tr("The other one stays"));
    showLimits();
}

/// What the two have together, where that is more than one customer may have.
void MergeDialog::showLimits()
{
    m_limits->hide();
    if (!m_other->chosen())
        return;
    const CustomerId other{m_other->chosen()->id};
    whenDone(jobs::limitsPassed(m_session, m_customer.id, other), this, [this, other](const Result<std::vector<PassedLimit>> &passed) {
        if (!passed || passed->empty() || !m_other->chosen() || m_other->chosen()->id != other.value)
            return;
        QStringList each;
        for (const PassedLimit &limit : *passed)
            each += tr("%1 of %2, limit %3").arg(numberText(limit.together), limit.sku, numberText(limit.limit));
        m_limits->setText(tr("Together they have %1. What is above the limit stays theirs, and more is not sold to them.")
                              .arg(each.join(QStringLiteral("; "))));
        m_limits->show();
    });
}

void MergeDialog::save()
{
    m_otherField->setProblem({});
    if (!m_other->chosen()) {
        m_otherField->setProblem(tr("No customer is chosen: type a part of the name and press Enter."));
        return m_other->setFocus();
    }
    const CustomerId other{m_other->chosen()->id};
    const bool thisStays = m_stays->checkedId() == This;
    setBusy(true);
    whenDone(jobs::mergeCustomers(m_session, thisStays ? other : m_customer.id, thisStays ? m_customer.id : other), this,
             [this](const Result<MergeOutcome> &outcome) {
                 setBusy(false);
                 if (outcome) {
                     Q_EMIT merged(*outcome);
                     return accept();
                 }
                 m_otherField->setProblem(outcome.error().message);
                 m_other->setFocus();
             });
}

} // namespace waitline
