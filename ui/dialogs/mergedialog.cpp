#include "ui/dialogs/mergedialog.h"

#include "models/services/customerjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int widthOfNames = 420;
constexpr int underButton = 24; ///< where a radio button's words begin

QString marksAndMoney(const CustomerStanding &standing, const Currency &currency)
{
    QStringList marks = marksOf(standing.customer.id, standing.customer.details);
    marks += countText(standing.figures.openOrders, MergeDialog::tr("1 open order"), MergeDialog::tr("%1 open orders"));
    if (standing.figures.held != 0)
        marks += MergeDialog::tr("%1 held").arg(moneyWithCode(standing.figures.held, currency));
    return marks.join(QStringLiteral(" · "));
}

/// "3 orders, 1 payment, 120.00 EUR held".
QString belongingsText(const CustomerStanding &standing, const Currency &currency)
{
    const CustomerBelongings &all = standing.belongings;
    const std::tuple<qint64, QString, QString> counts[] = {{all.orders, MergeDialog::tr("1 order"), MergeDialog::tr("%1 orders")},
                                                           {all.payments, MergeDialog::tr("1 payment"), MergeDialog::tr("%1 payments")},
                                                           {all.shipments, MergeDialog::tr("1 shipment"), MergeDialog::tr("%1 shipments")},
                                                           {all.notices, MergeDialog::tr("1 notice"), MergeDialog::tr("%1 notices")},
                                                           {all.history, MergeDialog::tr("1 earlier sale"),
                                                            MergeDialog::tr("%1 earlier sales")},
                                                           {all.aliases, MergeDialog::tr("1 name merged before"),
                                                            MergeDialog::tr("%1 names merged before")}};
    QStringList parts;
    for (const auto &[count, one, many] : counts) {
        if (count > 0)
            parts += countText(count, one, many);
    }
    if (standing.figures.held != 0)
        parts += MergeDialog::tr("%1 held").arg(moneyWithCode(standing.figures.held, currency));
    return parts.join(QStringLiteral(", "));
}

/// A name with what it is told apart by, where both are called the same.
QString nameWithMark(const StoredCustomer &customer)
{
    return MergeDialog::tr("%1 (%2)").arg(customer.details.name, marksOf(customer.id, customer.details).front());
}

} // namespace

MergeDialog::MergeDialog(Session &session, Prompts &prompts, const StoredCustomer &customer, const std::optional<LikeCustomer> &likely,
                         QWidget *parent)
    : FormDialog(prompts, tr("Merge %1 with another customer").arg(customer.details.name), tr("Merge"), parent)
    , m_session(session)
    , m_customer(customer)
    , m_other(knownCustomerPicker(session, tr("The other customer"), customer.id))
    , m_stays(new QButtonGroup(this))
    , m_moves(mutedLabel({}))
    , m_limits(label({}))
{
    setObjectName(QStringLiteral("mergeDialog"));
    resize(fittingSize(*this, {560, 420}));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_otherField = new FormField(QStringLiteral("customer"), tr("The other customer"), m_other);
    column->addWidget(m_otherField);
    column->addSpacing(8);
    column->addWidget(mutedLabel(tr("Which of the two stays?")));
    for (Which which : {This, Other})
        addChoice(column, which);
    m_stays->button(This)->setChecked(true);
    m_moves->setObjectName(QStringLiteral("moves"));
    m_moves->setWordWrap(true);
    m_limits->setObjectName(QStringLiteral("limitsPassed"));
    m_limits->setWordWrap(true);
    m_limits->hide();
    column->addSpacing(8);
    column->addWidget(m_limits);
    column->addWidget(m_moves);
    column->addStretch();
    setForm(form);
    connect(m_other, &SuggestionEdit::chosenChanged, this, &MergeDialog::readOther);
    connect(m_stays, &QButtonGroup::idToggled, this, &MergeDialog::showMoves);
    connect(m_other, &SuggestionEdit::entered, this, [this] {
        if (!m_other->chosen())
            return m_otherField->setProblem(
                tr("No other customer is called “%1”: type a part of the name and press Enter.").arg(m_other->text().trimmed()));
        m_stays->checkedButton()->setFocus();
    });
    if (likely)
        m_other->setChosen({likely->id.value, likely->details.name, likely->details.name, {}});
    readStanding(This, m_customer.id);
    readOther();
    if (likely)
        m_stays->button(This)->setFocus();
    else
        m_other->setFocus();
}

void MergeDialog::addChoice(QVBoxLayout *column, Which which)
{
    auto *choice = new QRadioButton;
    choice->setObjectName(which == This ? QStringLiteral("thisStays") : QStringLiteral("otherStays"));
    m_stays->addButton(choice, which);
    column->addWidget(choice);
    m_marks[which] = mutedLabel({}, TextSize::Caption);
    m_marks[which]->setObjectName(which == This ? QStringLiteral("thisMarks") : QStringLiteral("otherMarks"));
    m_marks[which]->setWordWrap(true);
    m_marks[which]->setContentsMargins(underButton, 0, 0, 4);
    m_marks[which]->hide();
    column->addWidget(m_marks[which]);
}

void MergeDialog::readOther()
{
    m_standings[Other].reset();
    if (m_other->chosen())
        readStanding(Other, CustomerId{m_other->chosen()->id});
    nameChoices();
}

void MergeDialog::readStanding(Which which, CustomerId customer)
{
    whenDone(jobs::customerStanding(m_session, customer), this, [this, which, customer](const Result<CustomerStanding> &standing) {
        if (which == Other && (!m_other->chosen() || m_other->chosen()->id != customer.value))
            return; // another one was chosen since
        if (standing)
            m_standings[which] = *standing;
        nameChoices();
    });
}

void MergeDialog::nameChoices()
{
    showChoice(This, tr("%1 stays").arg(m_customer.details.name));
    showChoice(Other, m_other->chosen() ? tr("%1 stays").arg(m_other->chosen()->text) : tr("The other one stays"));
    showMoves();
    showLimits();
}

void MergeDialog::showChoice(Which which, const QString &text)
{
    QAbstractButton *choice = m_stays->button(which);
    const QString marks = m_standings[which] ? marksAndMoney(*m_standings[which], m_session.currency()) : QString();
    choice->setAccessibleName(text);
    choice->setAccessibleDescription(marks);
    choice->setToolTip(text);
    choice->setText(asItIs(fontMetrics().elidedText(text, Qt::ElideRight, widthOfNames)));
    m_marks[which]->setText(marks);
    m_marks[which]->setVisible(!marks.isEmpty());
}

void MergeDialog::showMoves()
{
    const QString ever = tr("It can be taken back.");
    const auto &stays = m_standings[m_stays->checkedId()];
    const auto &goes = m_standings[m_stays->checkedId() == This ? Other : This];
    if (!stays || !goes)
        return m_moves->setText(tr("All orders, payments, shipments, history and notices become those of the one that stays. The other's "
                                   "name and number lead there from now on, in imports too. %1")
                                    .arg(ever));
    const QString what = belongingsText(*goes, m_session.currency());
    QStringList sentences{what.isEmpty()
                              ? tr("%1 has no orders and no money: only its name moves to %2.")
                                    .arg(nameWithMark(goes->customer), nameWithMark(stays->customer))
                              : tr("From %1 to %2 move: %3.").arg(nameWithMark(goes->customer), nameWithMark(stays->customer), what)};
    const QStringList taken = takenOverInWords(stays->customer.details, goes->customer.details);
    if (!taken.isEmpty())
        sentences += tr("The one that stays takes over: %1.").arg(taken.join(QStringLiteral(", ")));
    const CustomerDetails &gone = goes->customer.details;
    sentences += gone.reference.isEmpty()
                     ? tr("The name “%1” leads there from then on, in imports too.").arg(gone.name)
                     : tr("The name “%1” and the number %2 lead there from then on, in imports too.").arg(gone.name, gone.reference);
    sentences += ever;
    m_moves->setText(sentences.join(u' '));
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
