#pragma once

#include "models/services/orderview.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

namespace waitline {

class OrderForm;

/// A new order.
class OrderDialog final : public FormDialog {
    Q_OBJECT

public:
    OrderDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::OrderView &order);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    Session &m_session;
    OrderForm *m_form;
};

} // namespace waitline
