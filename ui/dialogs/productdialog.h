#pragma once

#include "models/domain/product.h"
#include "models/services/productservice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

namespace waitline {

class ProductForm;

/// A new product, or the terms of one that exists.
class ProductDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `before`: the product to change; none makes a new one.
    ProductDialog(Session &session, Prompts &prompts, const std::optional<ProductTerms> &before, QWidget *parent = nullptr);

    /// Begins with what somebody looked for: a SKU, or a name where it has more than one word.
    void propose(const QString &text);

Q_SIGNALS:
    void saved(const waitline::StoredProduct &product);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    void checkEdition(const ProductTerms &terms);
    void write(const ProductTerms &terms);

    Session &m_session;
    Prompts &m_prompts;
    std::optional<ProductTerms> m_before;
    ProductForm *m_form;
};

} // namespace waitline
