#pragma once

#include "models/domain/product.h"
#include "models/services/productview.h"
#include "ui/pages/listpage.h"

namespace waitline {

class ChipBar;
class FilterEdit;
class ProductModel;
class ProductPanel;

/// All products with their counters, and beside them the one that is looked at.
class ProductsPage final : public ListPage {
    Q_OBJECT

public:
    ProductsPage(Session &session, Prompts &prompts);

    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

protected:
    void openRow(const QModelIndex &row) override;
    [[nodiscard]] bool isPanelLoaded() const override;
    [[nodiscard]] qint64 shownId() const override;
    void updateEmptyState() override;
    void updateTotals() override;

private:
    void shortenEdition(const ProductView &view);
    QWidget *makeFilter();
    void makeTable();
    void filterChanged();
    void open(ProductId product);
    void edit(const std::optional<ProductTerms> &before);

    ProductModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_state;
    ProductPanel *m_product;
    bool m_hasTotals = false;
};

} // namespace waitline
