#include "models/services/productclasses.h"

#include "models/forecast/seasonality.h"
#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr int months = 24;
constexpr int season = 12;
constexpr size_t fewestMonths = 3;

std::optional<double> variationOf(const std::vector<double> &units)
{
    if (units.size() < fewestMonths)
        return std::nullopt;
    std::vector<double> level = units;
    if (forecasting::returnsYearly(units, season)) {
        if (const auto indices = forecasting::seasonalIndices(units, season))
            level = forecasting::withoutSeason(units, forecasting::factorsOf(*indices));
    }
    const double mean = forecasting::meanOf(level);
    if (mean <= 0)
        return std::nullopt;
    return std::sqrt(forecasting::varianceOf(level)) / mean;
}

char steadinessOf(std::optional<double> variation)
{
    if (!variation || *variation > 1)
        return 'Z';
    return *variation <= .5 ? 'X' : 'Y';
}

} // namespace

Result<ProductClasses> productClasses(Connection &connection, const DemandScope &scope, QDate today)
{
    return readIn(connection, [&] {
        ProductClasses classes;
        classes.currency = SettingStore(connection).currency();
        std::map<ProductId, ProductSales> sales = salesByProduct(connection, scope, today, months);
        for (const StockedProduct &stocked : SalesStore(connection).stocked(scope)) {
            const auto sold = sales.find(stocked.product.product);
            if (sold == sales.end() || sold->second.value <= 0)
                continue;
            ClassedProduct product{stocked.product, sold->second.value, 'C', 'Z', variationOf(sold->second.months.units)};
            product.xyz = steadinessOf(product.variation);
            classes.value += product.value;
            classes.products.push_back(std::move(product));
        }
        std::sort(classes.products.begin(), classes.products.end(), [](const ClassedProduct &a, const ClassedProduct &b) {
            return std::pair(-a.value, a.product.product) < std::pair(-b.value, b.product.product);
        });
        Money running = 0;
        for (ClassedProduct &product : classes.products) {
            running += product.value;
            product.abc = running * 100 <= classes.value * 80 ? 'A' : running * 100 <= classes.value * 95 ? 'B' : 'C';
            ProductClasses::Cell &cell = classes.cells[size_t(product.abc - 'A')][size_t(product.xyz - 'X')];
            ++cell.products;
            cell.value += product.value;
        }
        return classes;
    });
}

} // namespace waitline
