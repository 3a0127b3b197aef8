#include "models/services/monthlysales.h"

#include "models/forecast/seasonality.h"
#include "models/forecast/stl.h"
#include "models/services/scopeddemand.h"
#include "models/services/unitofwork.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int monthsAYear = 12;

int monthNumber(QDate day) { return day.year() * monthsAYear + day.month() - 1; }

QDate firstOfMonth(int number) { return {number / monthsAYear, number % monthsAYear + 1, 1}; }

/// Adds units to a month, which may be before the first one known.
void add(MonthlySales &sales, int &first, int month, double units)
{
    if (sales.units.empty()) {
        first = month;
    } else if (month < first) {
        sales.units.insert(sales.units.begin(), size_t(first - month), 0.0);
        first = month;
    }
    if (size_t(month - first) >= sales.units.size())
        sales.units.resize(size_t(month - first) + 1, 0.0);
    sales.units[size_t(month - first)] += units;
}

/// Up to the month before `now`: also where nothing was sold at the end.
void finish(MonthlySales &sales, int first, int now)
{
    if (sales.units.empty())
        return;
    sales.first = firstOfMonth(first);
    sales.units.resize(size_t(now - first), 0.0);
}

SeasonOf seasonOf(const ProductName &product, const MonthlySales &sales)
{
    SeasonOf season{product, int(sales.units.size()), 0, {}};
    if (season.monthsKnown < SeasonOf::fewestMonths)
        return season;
    const auto indices = forecasting::seasonalIndices(sales.units, monthsAYear);
    if (!indices)
        return season;
    season.strength = forecasting::seasonalStrength(sales.units, monthsAYear);
    season.months.resize(monthsAYear);
    for (int place = 0; place < monthsAYear; ++place) {
        const auto &index = (*indices)[size_t(place)];
        season.months[size_t((sales.first.month() - 1 + place) % monthsAYear)] = {index.factor, index.standardError};
    }
    return season;
}

} // namespace

MonthlySales monthlySales(Connection &connection, const DemandScope &scope, QDate today)
{
    DemandScope whole = scope;
    whole.from = QDate();
    whole.to = QDate(today.year(), today.month(), 1).addDays(-1);
    MonthlySales sales;
    int first = 0;
    for (const SalesDay &day : SalesStore(connection).byDay(whole))
        add(sales, first, monthNumber(fromDayNumber(day.day)), double(day.units));
    finish(sales, first, monthNumber(today));
    return sales;
}

std::map<ProductId, ProductSales> salesByProduct(Connection &connection, const DemandScope &scope, QDate today, int months)
{
    const int now = monthNumber(today);
    const DayNumber firstDay = toDayNumber(firstOfMonth(now - months));
    DemandScope read = scope;
    read.from = std::min(scope.from, fromDayNumber(firstDay));
    // What day is in what month, once for all rows.
    std::vector<int> monthOfDay;
    for (QDate day = fromDayNumber(firstDay); day <= scope.to; day = day.addDays(1))
        monthOfDay.push_back(monthNumber(day));
    std::map<ProductId, ProductSales> found;
    std::map<ProductId, int> firsts;
    ProductId last;
    ProductSales *product = nullptr;
    int *first = nullptr;
    SalesStore(connection).productDays(read, [&](const ProductDay &day) {
        if (day.product != last || !product) {
            last = day.product;
            product = &found[day.product];
            first = &firsts[day.product];
        }
        if (day.day >= toDayNumber(scope.from))
            product->value += day.value;
        if (day.day < firstDay)
            return;
        const int month = monthOfDay[size_t(day.day - firstDay)];
        if (month < now)
            add(product->months, *first, month, double(day.units));
    });
    for (auto &[id, sales] : found)
        finish(sales.months, firsts[id], now);
    return found;
}

Result<std::vector<SeasonOf>> seasons(Connection &connection, const DemandScope &scope, int top, QDate today)
{
    return readIn(connection, [&] {
        std::vector<SeasonOf> found{seasonOf({}, monthlySales(connection, scope, today))};
        const std::vector<ProductName> products =
            scope.products.empty() ? SalesStore(connection).mostSold(scope, top) : ScopedDemandStore(connection).names(scope.products);
        for (const ProductName &product : products) {
            DemandScope one = scope;
            one.products = {product.product};
            found.push_back(seasonOf(product, monthlySales(connection, one, today)));
        }
        return found;
    });
}

} // namespace waitline
