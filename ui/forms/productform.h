#pragma once

#include "models/domain/product.h"
#include "models/services/session.h"
#include "ui/forms/formfield.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace waitline {

/// A product and the terms it is sold on, in three parts: what it is, how it is sold before it is there, how it is bought.
class ProductForm final : public QWidget {
    Q_OBJECT

public:
    ProductForm(const Currency &currency, QDate today, QWidget *parent = nullptr);

    void begin();
    void setTerms(const ProductTerms &terms);
    /// What new products ask for, unless something is entered.
    void proposeDeposit(const DepositTerms &deposit);
    /// What was entered; an error stands already under its field.
    [[nodiscard]] Result<ProductTerms> terms();
    [[nodiscard]] bool isDirty() const;
    /// Puts an error under its field, with the keyboard there; false where no field is.
    bool showError(const Error &error);

private:
    QGridLayout *addPart(const QString &title);
    QLineEdit *addText(QGridLayout *part, const QString &key, const QString &text, int row, int column, const QString &hint = {});
    void addField(QGridLayout *part, FormField *field, int row, int column);
    void makeIdentity();
    void makeSelling();
    void makeBuying();
    [[nodiscard]] QString text(const QString &key) const;
    void setText(const QString &key, const QString &text);
    [[nodiscard]] QStringList snapshot() const;
    [[nodiscard]] Result<Done> readSelling(ProductTerms &terms) const;
    [[nodiscard]] Result<Done> readBuying(ProductTerms &terms) const;
    [[nodiscard]] Result<ProductTerms> read() const;

    Currency m_currency;
    QDate m_today;
    FormFields m_fields;
    QVBoxLayout *m_column = nullptr; ///< of the parts
    QComboBox *m_backorders;
    QComboBox *m_policy;
    QCheckBox *m_discontinued;
    QStringList m_before; ///< what the fields said when nothing was typed yet
};

/// Takes over into `terms` what differs between `before` and `after`: what others changed meanwhile stays.
void takeChanges(const ProductTerms &before, const ProductTerms &after, ProductTerms &terms);

} // namespace waitline
