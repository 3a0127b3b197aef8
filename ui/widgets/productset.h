#pragma once

#include "models/services/scopeddemand.h"

#include <QWidget>

namespace waitline {

class Session;
class SuggestionEdit;

/// Some products chosen by typing. Beside stands a row of buttons, each of which lets one go; the page places it.
class ProductSet final : public QWidget {
    Q_OBJECT

public:
    explicit ProductSet(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<ProductName> &products() const { return m_products; }
    void setProducts(std::vector<ProductName> products);
    /// False where six are chosen already; one that is there stays.
    bool add(const ProductName &product);
    [[nodiscard]] QWidget *buttons() const { return m_buttons; }
    /// "Six products are compared at most: …"
    [[nodiscard]] static QString fullSentence();

Q_SIGNALS:
    /// By the user.
    void changed();
    /// One more than there can be was chosen.
    void refused(const QString &sentence);

private:
    void showButtons();

    SuggestionEdit *m_field;
    QWidget *m_buttons;
    std::vector<ProductName> m_products;
};

} // namespace waitline
