#pragma once

#include "models/domain/money.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace waitline {

class FormField;

/// What a new business must say before it has a file: the currency of all its prices. The locale's is proposed.
class NewBusinessDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `next` is what its button says.
    NewBusinessDialog(Prompts &prompts, const QString &next, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const waitline::Currency &currency);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override { return false; } // three letters are soon typed again

private:
    QLineEdit *m_currency;
    FormField *m_field;
};

} // namespace waitline
