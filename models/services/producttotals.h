#pragma once

#include "models/services/productlist.h"

namespace waitline {

/// What a list of products adds up to.
struct ProductTotals {
    qint64 products = 0;
    Units onHand = 0;
    Units allocated = 0;
    Units waiting = 0;
};

[[nodiscard]] Result<ProductTotals> sumProducts(Connection &connection, const ProductFilter &filter, QDate today);

} // namespace waitline
