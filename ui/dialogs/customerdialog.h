#pragma once

#include "models/services/customerservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

#include <QTimer>

namespace waitline {

class CustomerForm;
class MessageBar;

/// A new customer, or the details of one that exists.
class CustomerDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `before`: the customer to change; none makes a new one.
    CustomerDialog(Session &session, Prompts &prompts, const std::optional<StoredCustomer> &before, QWidget *parent = nullptr);

    /// Begins with the name somebody looked for; the keyboard is where the rest is asked.
    void propose(const QString &name);

Q_SIGNALS:
    void saved(const waitline::StoredCustomer &customer);
    /// One that exists already is meant instead.
    void taken(const waitline::StoredCustomer &customer);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    void lookForLike();
    void showLike(const std::vector<LikeCustomer> &like);
    void takeLike();

    Session &m_session;
    std::optional<StoredCustomer> m_before;
    CustomerForm *m_form;
    MessageBar *m_likeBar;
    std::optional<StoredCustomer> m_like; ///< one there is already that a new one looks like
    QTimer m_typed; ///< until somebody pauses
};

} // namespace waitline
