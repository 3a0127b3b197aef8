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
    char xyz = 'Z';
    std::optional<double> variation; ///< coefficient of variation of the deseasonalised months; none: fewer than three
};

struct ProductClasses {
    struct Cell {
        qint64 products = 0;
        Money value = 0;
    };
    std::vector<ClassedProduct> products; ///< most revenue first
    std::array<std::array<Cell, 3>, 3> cells; ///< A, B, C by X, Y, Z
    Money value = 0; ///< of the products with revenue
    Currency currency;
};

/// ABC by cumulative revenue, the product's own included: up to 80 % A, up to 95 % B, the rest C. XYZ by the coefficient of
/// variation of the months of the last two years, without their season: up to 0.5 X, up to 1 Y, above Z. Products without revenue within
/// the scope's days are left out.
[[nodiscard]] Result<ProductClasses> productClasses(Connection &connection, const DemandScope &scope, QDate today);

} // namespace waitline
