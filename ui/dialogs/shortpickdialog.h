#pragma once

#include "models/services/countservice.h"
#include "models/services/session.h"
#include "models/services/shippinglist.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

class QComboBox;
class QLineEdit;

namespace waitline {

/// Fewer units are on the shelf than the pick list asks for: those not found leave the stock, and the orders ranked
/// lowest wait for them again.
class ShortPickDialog final : public FormDialog {
    Q_OBJECT

public:
    ShortPickDialog(Session &session, Prompts &prompts, const std::vector<PickLine> &lines, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::CountOutcome &outcome);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    Session &m_session;
    std::vector<PickLine> m_lines;
    QComboBox *m_product;
    QLineEdit *m_found;
    QLineEdit *m_reason;
    FormFields m_fields;
};

} // namespace waitline
