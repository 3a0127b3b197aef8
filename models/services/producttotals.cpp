#include "models/services/producttotals.h"

#include "models/services/unitofwork.h"

namespace waitline {

Result<ProductTotals> sumProducts(Connection &connection, const ProductFilter &filter, QDate today)
{
    return readIn(connection, [&] {
        ProductTotals totals;
        ProductListStore(connection).walk(filter.text, ProductSort::Sku, false, [&](const StoredProduct &product) {
            if (filter.state && availability(product.terms, product.stock, today) != *filter.state)
                return;
            totals.products += 1;
            totals.onHand += product.stock.onHand;
            totals.allocated += product.stock.allocated;
            totals.waiting += product.stock.waiting();
        });
        return totals;
    });
}

} // namespace waitline
