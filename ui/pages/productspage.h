#pragma once

#include "models/domain/product.h"
#include "models/services/productview.h"
#include "ui/pages/page.h"

class QLabel;
class QModelIndex;
class QSplitter;

namespace waitline {

class ChipBar;
class DataTable;
class FilterEdit;
class ProductModel;
class ProductPanel;

/// All products with their counters, and beside them the one that is looked at.
class ProductsPage final : public Page {
    Q_OBJECT

public:
    ProductsPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

private:
    void shortenEdition(const ProductView &view);
    QWidget *makeFilter();
    QWidget *makeList();
    void makeTable();
    void filterChanged();
    void updateEmptyState();
    void readTotals();
    void listLoaded();
    void open(ProductId product);
    void openRow(const QModelIndex &row);
    void toTable();
    void edit(const std::optional<ProductTerms> &before);

    ProductModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_state;
    DataTable *m_table;
    QLabel *m_totals;
    QSplitter *m_split;
    ProductPanel *m_product;
    bool m_wasLoaded = false;
    bool m_hasTotals = false;
};

} // namespace waitline
