#pragma once

#include "models/domain/result.h"
#include "models/services/monthlysales.h"

#include <array>

namespace waitline {

/// A product's class by its share of the revenue and by how steady its demand is.
struct ClassedProduct {
    ProductName product;
    Money value = 0; ///< revenue within the scope's days
    char abc = 'C';
    char xyz = 'N';
    std::optional<double> variation; ///< coefficient of variation of the deseasonalised months; none: fewer than three, or empty ones
};

struct ProductClasses {
    struct Cell {
        qint64 products = 0;
        Money value = 0;
    };
    std::vector<ClassedProduct> products; ///< those of the scope, most revenue first
    std::array<std::array<Cell, 4>, 3> cells; ///< of them: A, B, C by X, Y, Z and N
    Money value = 0; ///< of all products with revenue, whether the scope names them or not
    Currency currency;
};

/// ABC by the share of the revenue that products with more of it have: a product before which less than 80 % lie is A, less than
/// 95 % B, the rest C, so that the first is always A. XYZ by the coefficient of variation of the months of the last two years,
/// without their season: up to 0.5 X, up to 1 Y, above Z; N where there is not enough history to tell. Both are of the product among all
/// products in the scope's days: what else the scope says only chooses whom it shows. Products without revenue within the days are left
/// out.
[[nodiscard]] Result<ProductClasses> productClasses(Connection &connection, const DemandScope &scope, QDate today);

} // namespace waitline
