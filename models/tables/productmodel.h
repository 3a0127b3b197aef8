#pragma once

#include "models/services/productlist.h"
#include "models/tables/listmodel.h"

namespace waitline {

/// Products with their counters and terms. IdRole and ProductIdRole are the product; StatusRole an Availability.
class ProductModel final : public ListModel<ProductFilter, ProductSort> {
    Q_OBJECT

public:
    enum Column {
        Sku,
        Name,
        State,
        OnHand,
        Allocated,
        Available,
        WaitingPreorder,
        WaitingBackorder,
        OnOrder,
        Committed,
        Projected,
        Release,
        Price,
        Category,
        Supplier
    };
    static constexpr int columns = Supplier + 1;

    explicit ProductModel(Session &session, QObject *parent = nullptr);

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    void listingReplaced() override;

private:
    class Products;
    [[nodiscard]] QString text(const ProductRow &row, Column column) const;
    [[nodiscard]] static QVariant number(const ProductRow &row, Column column);

    Currency m_currency;
};

/// What can be said of a product in one phrase with its numbers (product.md §2.14): "In stock (12)",
/// "Backorder open · 42 wait", "Pre-order open · releases 3 Mar · 12 of 500 left".
[[nodiscard]] QString availabilityText(const StoredProduct &product, Availability state);

} // namespace waitline
