#pragma once

#include "models/services/scopeddemand.h"

#include <QWidget>

class QHBoxLayout;

namespace waitline {

class Session;
class SuggestionEdit;

/// Some products chosen by typing, each shown with a button that lets it go.
class ProductSet final : public QWidget {
    Q_OBJECT

public:
    explicit ProductSet(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<ProductName> &products() const { return m_products; }
    void setProducts(std::vector<ProductName> products);
    /// At most six; the first goes when there is one more. One that is there already stays.
    void add(const ProductName &product);

Q_SIGNALS:
    /// By the user.
    void changed();

private:
    void showButtons();

    SuggestionEdit *m_field;
    QHBoxLayout *m_row;
    std::vector<ProductName> m_products;
};

} // namespace waitline
