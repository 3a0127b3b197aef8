#include "models/services/productclasses.h"

#include "models/forecast/seasonality.h"
#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <cmath>
#include <set>

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
    if (!variation)
        return 'N';
    return *variation <= .5 ? 'X' : *variation <= 1 ? 'Y' : 'Z';
}

size_t placeOf(char steadiness) { return steadiness == 'N' ? 3 : size_t(steadiness - 'X'); }

/// Of all products with revenue in the scope's days, most first; XYZ only.
std::vector<ClassedProduct> soldProducts(Connection &connection, const DemandScope &all, QDate today)
{
    std::vector<ClassedProduct> products;
    const std::map<ProductId, ProductSales> sales = salesByProduct(connection, all, today, months);
    for (const StockedProduct &stocked : SalesStore(connection).stocked(all)) {
        const auto sold = sales.find(stocked.product.product);
        if (sold == sales.end() || sold->second.value <= 0)
            continue;
        ClassedProduct product{stocked.product, sold->second.value, 'C', 'N', variationOf(sold->second.months.units)};
        product.xyz = steadinessOf(product.variation);
        products.push_back(std::move(product));
    }
    std::sort(products.begin(), products.end(), [](const ClassedProduct &a, const ClassedProduct &b) {
        return std::pair(-a.value, a.product.product) < std::pair(-b.value, b.product.product);
    });
    return products;
}

/// The products a scope shows: those it names, sold within its campaign where it has one.
std::set<ProductId> shownBy(Connection &connection, const DemandScope &scope)
{
    std::set<ProductId> shown;
    if (!scope.campaign.isEmpty()) {
        SalesStore(connection).productDays(scope, [&](const ProductDay &day) { shown.insert(day.product); });
        return shown;
    }
    for (const StockedProduct &stocked : SalesStore(connection).stocked(scope))
        shown.insert(stocked.product.product);
    return shown;
}

} // namespace

Result<ProductClasses> productClasses(Connection &connection, const DemandScope &scope, QDate today)
{
    return readIn(connection, [&] {
        ProductClasses classes;
        classes.currency = SettingStore(connection).currency();
        DemandScope all;
        all.from = scope.from;
        all.to = scope.to;
        classes.products = soldProducts(connection, all, today);
        for (const ClassedProduct &product : classes.products)
            classes.value += product.value;
        Money before = 0;
        for (ClassedProduct &product : classes.products) {
            product.abc = before * 100 < classes.value * 80 ? 'A' : before * 100 < classes.value * 95 ? 'B' : 'C';
            before += product.value;
        }
        if (scope.isNarrow() || !scope.campaign.isEmpty()) {
            const std::set<ProductId> shown = shownBy(connection, scope);
            std::erase_if(classes.products, [&](const ClassedProduct &product) { return !shown.contains(product.product.product); });
        }
        for (const ClassedProduct &product : classes.products) {
            ProductClasses::Cell &cell = classes.cells[size_t(product.abc - 'A')][placeOf(product.xyz)];
            ++cell.products;
            cell.value += product.value;
        }
        return classes;
    });
}

} // namespace waitline
