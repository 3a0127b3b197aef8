#include "ui/dialogs/customerdialog.h"

#include "models/services/customerjobs.h"
#include "ui/forms/customerform.h"
#include "ui/widgets/fitting.h"

#include <QLineEdit>

namespace waitline {

CustomerDialog::CustomerDialog(Session &session, Prompts &prompts, const std::optional<StoredCustomer> &before, QWidget *parent)
    : FormDialog(prompts, before ? tr("Edit %1").arg(before->details.name) : tr("New customer"), tr("Save customer"), parent)
    , m_session(session)
    , m_before(before)
    , m_form(new CustomerForm)
{
    setObjectName(QStringLiteral("customerDialog"));
    resize(fittingSize(*this, {620, 520}));
    setForm(m_form);
    if (before)
        m_form->setDetails(before->details);
    m_form->begin();
}

void CustomerDialog::propose(const QString &name)
{
    CustomerDetails details;
    details.name = name;
    m_form->setDetails(details);
    if (auto *phone = m_form->findChild<QLineEdit *>(QStringLiteral("phone")))
        phone->setFocus();
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
