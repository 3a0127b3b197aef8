#pragma once

#include "models/services/customerservice.h"
#include "ui/forms/formfield.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace waitline {

/// Who a customer is: how one is called, reached and known elsewhere, and the tier new orders get their priority from.
class CustomerForm final : public QWidget {
    Q_OBJECT

public:
    explicit CustomerForm(QWidget *parent = nullptr);

    void begin();
    void setDetails(const CustomerDetails &details);
    /// What was entered; an error stands already under its field.
    [[nodiscard]] Result<CustomerDetails> details();
    /// What stands there now, right or wrong.
    [[nodiscard]] CustomerDetails typed() const;
    [[nodiscard]] bool isDirty() const;
    /// Puts an error under its field, with the keyboard there; false where no field is.
    bool showError(const Error &error);

Q_SIGNALS:
    /// What others may have too was changed: name, e-mail or phone.
    void identityChanged();

private:
    QLineEdit *addText(QGridLayout *grid, const QString &key, const QString &text, int row, int column, const QString &hint = {});
    QPlainTextEdit *addLines(QGridLayout *grid, const QString &key, const QString &text, int row, const QString &hint = {});
    [[nodiscard]] Result<CustomerDetails> read() const;
    [[nodiscard]] QStringList entered() const;

    FormFields m_fields;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QPlainTextEdit *m_address;
    QLineEdit *m_country;
    QLineEdit *m_reference;
    QLineEdit *m_priority;
    QPlainTextEdit *m_note;
    QStringList m_before; ///< what the fields said when nothing was typed yet
};

} // namespace waitline
