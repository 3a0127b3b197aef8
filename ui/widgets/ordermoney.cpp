#include "ui/widgets/ordermoney.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/entryform.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/taborder.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QPointer>

namespace waitline {

namespace {
const QString amountKey = QStringLiteral("amount");
const QString methodKey = QStringLiteral("method");
const QString referenceKey = QStringLiteral("reference");
constexpr int leastButton = 64; ///< in a narrow panel its words are cut
} // namespace

OrderMoney::OrderMoney(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_figures(new FigureGrid(3))
    , m_pay(quietButton(tr("Take payment…"), QStringLiteral("money")))
    , m_refund(quietButton(tr("Give money back…"), QStringLiteral("undo")))
{
    m_pay->setObjectName(QStringLiteral("takePayment"));
    m_refund->setObjectName(QStringLiteral("giveBack"));
    for (QPushButton *button : {m_pay, m_refund}) {
        button->setToolTip(button->text());
        button->setMinimumWidth(leastButton);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    row->setSpacing(0);
    row->addWidget(m_pay);
    row->addWidget(m_refund);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_figures);
    column->addLayout(row);
    connect(m_pay, &QPushButton::clicked, this, &OrderMoney::takePayment);
    connect(m_refund, &QPushButton::clicked, this, &OrderMoney::giveBack);
}

void OrderMoney::setView(const OrderView &view)
{
    m_view = view;
    const Currency &currency = m_session.currency();
    m_figures->setFigure(tr("Total"), moneyWithCode(view.total, currency), tr("Value of what is not cancelled"));
    m_figures->setFigure(tr("Paid"), moneyWithCode(view.order.paid, currency), tr("All that was received"));
    m_figures->setFigure(tr("Refunded"), moneyWithCode(view.order.refunded, currency), tr("All that was given back"));
    m_figures->setFigure(tr("Deposit asked"), moneyWithCode(view.order.depositRequired, currency),
                         tr("What must be paid before anything ships"));
    m_figures->setFigure(tr("Balance due"), moneyWithCode(view.balanceDue(), currency), tr("Total − (paid − refunded)"));
    m_figures->setFigure(tr("Refund due"), moneyWithCode(view.refundDue(), currency), tr("Paid − refunded − total"));
    m_refund->setVisible(view.order.held() > 0);
}

void OrderMoney::takePayment() { open(Way::In); }

void OrderMoney::giveBack()
{
    if (!m_refund->isHidden())
        open(Way::Out);
}

QString OrderMoney::allowed(Way way) const
{
    const Currency &currency = m_session.currency();
    if (way == Way::Out)
        return tr("At most %1 can be given back: so much was paid and not refunded yet. %2 is due.")
            .arg(moneyWithCode(m_view.order.held(), currency), moneyWithCode(m_view.refundDue(), currency));
    const Money missing = std::max<Money>(0, m_view.order.depositRequired - m_view.order.held());
    const QString due = tr("%1 is due.").arg(moneyWithCode(m_view.balanceDue(), currency));
    return missing == 0 ? due
                        : tr("%1 Before anything ships, %2 of the deposit must still be paid.").arg(due, moneyWithCode(missing, currency));
}

bool OrderMoney::hasIdleForm() const { return m_form && !m_form->isTouched(); }

void OrderMoney::open(Way way)
{
    closeForm();
    Q_EMIT formOpening();
    const Money missing = m_view.order.depositRequired - m_view.order.held();
    const Money proposed = way == Way::Out ? m_view.refundDue() : missing > 0 ? missing : m_view.balanceDue();
    m_form = new EntryForm(way == Way::In ? QStringLiteral("paymentForm") : QStringLiteral("refundForm"),
                           way == Way::In ? tr("Take payment") : tr("Give back"),
                           {{amountKey, tr("Amount (%1)").arg(m_session.currency().code),
                             proposed > 0 ? moneyToType(proposed, m_session.currency()) : QString()},
                            {methodKey, tr("Method"), {}, tr("Card, transfer, cash…")},
                            {referenceKey, tr("Reference"), {}, tr("The number on the slip or the statement")}});
    m_form->setNote(allowed(way));
    layout()->addWidget(m_form);
    connect(m_form, &EntryForm::dismissed, this, [this, way] {
        closeForm();
        (way == Way::In ? m_pay : m_refund)->setFocus();
    });
    connect(m_form, &EntryForm::entered, this, [this, way] { enter(way); });
    m_form->show();
    tabThrough(m_refund, m_form);
    m_form->begin();
}

void OrderMoney::enter(Way way)
{
    const auto amount = typedMoney(m_form->text(amountKey), m_session.currency(), amountKey);
    if (!amount)
        return m_form->showError(amount.error());
    if (way == Way::In && *amount > m_view.balanceDue() && !m_form->isAgreed(tooMuch(*amount), tr("Take it all the same")))
        return;
    const PaymentMeans means{m_form->text(methodKey), m_form->text(referenceKey)};
    const OrderId order = m_view.order.id;
    m_form->setBusy(true);
    auto job = way == Way::In ? jobs::pay(m_session, order, *amount, means) : jobs::refund(m_session, order, *amount, means);
    whenDone(job, this, [this, way, order, amount = *amount, form = QPointer(m_form)](const Result<OrderView> &view) {
        if (!view) {
            if (form)
                form->showError(view.error());
            return;
        }
        if (form && form == m_form) {
            closeForm();
            (way == Way::In ? m_pay : m_refund)->setFocus();
        }
        Q_EMIT changed(*view);
        const QString sum = moneyWithCode(amount, m_session.currency());
        const QString sentence = way == Way::In ? tr("%1 received for order %2.") : tr("%1 of order %2 given back.");
        Q_EMIT done(sentence.arg(sum, QString::number(order.value)), takingBack(order, way, amount));
    });
}

/// A slip of the fingers looks like this; a customer who pays ahead too.
Error OrderMoney::tooMuch(Money amount) const
{
    return invalid(amountKey, overpaidText(amount, m_view.balanceDue(), m_session.currency()));
}

Inverse OrderMoney::takingBack(OrderId order, Way way, Money amount)
{
    const QString sentence = tr("The entry of %1 is taken back by a counter-entry.").arg(moneyWithCode(amount, m_session.currency()));
    return inverseBy(
        [this, order, way, amount] {
            return jobs::reverseLastPayment(m_session, order, way == Way::In ? amount : -amount, tr("Taken back at once"));
        },
        sentence);
}

void OrderMoney::closeForm()
{
    if (!m_form)
        return;
    m_form->leaveTo(m_pay);
    m_form = nullptr;
}

} // namespace waitline
