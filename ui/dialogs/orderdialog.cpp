#include "ui/dialogs/orderdialog.h"

#include "models/services/orderjobs.h"
#include "ui/forms/orderform.h"

namespace waitline {

OrderDialog::OrderDialog(Session &session, Prompts &prompts, QWidget *parent)
    : FormDialog(prompts, tr("New order"), tr("Save order"), parent)
    , m_session(session)
    , m_form(new OrderForm(session))
{
    setObjectName(QStringLiteral("orderDialog"));
    resize(720, 600);
    setForm(m_form);
    connect(m_form, &OrderForm::finished, this, [this] { focusSave(); });
    m_form->begin();
}

bool OrderDialog::isDirty() const { return m_form->isDirty(); }

void OrderDialog::save()
{
    const auto draft = m_form->draft();
    if (!draft)
        return;
    setBusy(true);
    jobs::placeOrder(m_session, *draft).then(this, [this](const Result<OrderView> &order) {
        setBusy(false);
        if (order) {
            Q_EMIT saved(*order);
            accept();
        } else if (!m_form->showError(order.error())) {
            complain(order.error().message);
        }
    });
}

} // namespace waitline
