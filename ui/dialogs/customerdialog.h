#pragma once

#include "models/services/customerservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

namespace waitline {

class CustomerForm;

/// A new customer, or the details of one that exists.
class CustomerDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `before`: the customer to change; none makes a new one.
    CustomerDialog(Session &session, Prompts &prompts, const std::optional<StoredCustomer> &before, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::StoredCustomer &customer);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    Session &m_session;
    std::optional<StoredCustomer> m_before;
    CustomerForm *m_form;
};

} // namespace waitline
