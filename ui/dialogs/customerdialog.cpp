#include "ui/dialogs/customerdialog.h"

#include "models/services/customerjobs.h"
#include "ui/forms/customerform.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>

namespace waitline {

namespace {

constexpr int pauseMs = 250;

QString likenessText(const LikeCustomer &like)
{
    QString who = marksOf(like.id, like.details).join(QStringLiteral(" · "));
    who = CustomerDialog::tr("%1 (%2)").arg(like.details.name, who);
    switch (like.likeness) {
    case Likeness::Name: return CustomerDialog::tr("Looks like %1: the same name.").arg(who);
    case Likeness::Email: return CustomerDialog::tr("Looks like %1: the same e-mail.").arg(who);
    case Likeness::Phone: return CustomerDialog::tr("Looks like %1: the same phone number.").arg(who);
    }
    Q_UNREACHABLE();
}

} // namespace

CustomerDialog::CustomerDialog(Session &session, Prompts &prompts, const std::optional<StoredCustomer> &before, QWidget *parent)
    : FormDialog(prompts, before ? tr("Edit %1").arg(before->details.name) : tr("New customer"), tr("Save customer"), parent)
    , m_session(session)
    , m_before(before)
    , m_form(new CustomerForm)
    , m_likeBar(new MessageBar)
{
    setObjectName(QStringLiteral("customerDialog"));
    resize(fittingSize(*this, {620, 520}));
    setForm(m_form);
    addBelowForm(m_likeBar);
    if (before)
        m_form->setDetails(before->details);
    m_form->begin();
    m_likeBar->setObjectName(QStringLiteral("likeCustomer"));
    m_typed.setSingleShot(true);
    m_typed.setInterval(pauseMs);
    connect(&m_typed, &QTimer::timeout, this, &CustomerDialog::lookForLike);
    connect(m_form, &CustomerForm::identityChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_likeBar, &MessageBar::buttonPressed, this, &CustomerDialog::takeLike);
}

void CustomerDialog::propose(const QString &name)
{
    CustomerDetails details;
    details.name = name;
    m_form->setDetails(details);
    if (auto *phone = m_form->findChild<QLineEdit *>(QStringLiteral("phone")))
        phone->setFocus();
}

/// Before somebody is entered twice. An answer to what was typed before it changed again is none.
void CustomerDialog::lookForLike()
{
    const CustomerDetails typed = m_form->typed();
    whenDone(jobs::likeCustomers(m_session, typed, m_before ? m_before->id : CustomerId{}), this,
             [this, typed](const Result<std::vector<LikeCustomer>> &like) {
                 if (like && typed == m_form->typed())
                     showLike(*like);
             });
}

void CustomerDialog::showLike(const std::vector<LikeCustomer> &like)
{
    m_like.reset();
    if (like.empty())
        return m_likeBar->clear();
    m_like = StoredCustomer{like.front().id, like.front().details};
    QString sentence = likenessText(like.front());
    if (like.size() > 1)
        sentence += u' ' + tr("%1 more are like it.").arg(like.size() - 1);
    m_likeBar->say(MessageBar::Kind::Notice, sentence, m_before ? QString() : tr("Take this one"));
    // Beneath the form, not instead of a part of it.
    const int needed = layout()->totalMinimumHeightForWidth(width());
    resize(fittingSize(*this, size().expandedTo({0, needed})));
}

void CustomerDialog::takeLike()
{
    if (!m_like)
        return;
    Q_EMIT taken(*m_like);
    accept();
}

bool CustomerDialog::isDirty() const { return m_form->isDirty(); }

void CustomerDialog::save()
{
    const auto details = m_form->details();
    if (!details)
        return;
    setBusy(true);
    whenDone(jobs::saveCustomer(m_session, m_before ? m_before->id : CustomerId{}, *details), this,
             [this](const Result<StoredCustomer> &customer) {
                 setBusy(false);
                 if (customer) {
                     Q_EMIT saved(*customer);
                     accept();
                 } else if (!m_form->showError(customer.error())) {
                     complain(customer.error().message);
                 }
             });
}

} // namespace waitline
