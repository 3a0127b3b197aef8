#include "models/services/scopeddemand.h"

#include "models/services/unitofwork.h"
#include "models/store/salesstore.h"
#include "models/store/settingstore.h"

#include <algorithm>

namespace waitline {

Result<DemandBars> scopedBars(Connection &connection, const DemandBarsQuestion &question, const DemandScope &scope, MostBy by)
{
    return readIn(connection, [&] {
        ScopedDemandStore store(connection);
        DemandScope within = scope;
        within.from = question.from;
        within.to = question.to;
        const bool isWaiting = question.measure == DemandBarsQuestion::Measure::Waiting;
        const auto products = isWaiting ? store.mostWaiting(within, by, question.top) : store.mostOrdered(within, by, question.top);
        const DemandSum all = isWaiting ? store.allWaiting(within) : store.allOrdered(within);
        DemandBars bars;
        bars.question = question;
        bars.currency = SettingStore(connection).currency();
        bars.restProducts = all.products - std::ssize(products);
        bars.rest.preorder = all.preorder;
        bars.rest.backorder = all.backorder;
        bars.rest.value = all.value;
        bars.rest.preorderValue = all.preorderValue;
        for (const ProductDemand &product : products) {
            DemandBar bar;
            bar.product = product.product;
            bar.sku = product.sku;
            bar.name = product.name;
            bar.preorder = product.preorder;
            bar.backorder = product.backorder;
            bar.value = product.value;
            bar.preorderValue = product.preorderValue;
            bars.bars.push_back(bar);
            bars.rest.preorder -= product.preorder;
            bars.rest.backorder -= product.backorder;
            bars.rest.value -= product.value;
            bars.rest.preorderValue -= product.preorderValue;
        }
        return bars;
    });
}

Result<DemandOverTime> scopedOverTime(Connection &connection, const DemandOverTimeQuestion &question, const DemandScope &scope)
{
    return readIn(connection, [&] {
        DemandScope within = scope;
        within.from = question.from;
        within.to = question.to;
        return inPeriods(question, ScopedDemandStore(connection).byDay(within), SettingStore(connection).currency());
    });
}

Result<DemandOverTime> salesOverTime(Connection &connection, const DemandOverTimeQuestion &question, const DemandScope &scope)
{
    return readIn(connection, [&] {
        const bool isOneOrAll = scope.products.size() <= 1 && scope.search.isEmpty() && scope.category.isEmpty() && scope.supplier == 0;
        DemandOverTimeQuestion one = question;
        one.product = scope.products.empty() ? ProductId{} : scope.products.front();
        DemandOverTime series = orRefuse(isOneOrAll && scope.campaign.isEmpty() ? demandOverTime(connection, one)
                                                                                : scopedOverTime(connection, question, scope));
        DemandScope within = scope;
        within.from = question.from;
        within.to = question.to;
        auto bucket = series.buckets.begin();
        for (const SalesDay &day : SalesStore(connection).before(within)) {
            const QDate start = startOfPeriod(fromDayNumber(day.day), question.by);
            bucket = std::find_if(bucket, series.buckets.end(), [&](const DemandBucket &candidate) { return candidate.start == start; });
            bucket->past += day.units;
            bucket->pastValue += day.value;
        }
        return series;
    });
}

Result<ComparedDemand> comparedDemand(Connection &connection, const DemandOverTimeQuestion &question,
                                      const std::vector<ProductId> &products)
{
    return readIn(connection, [&] {
        ComparedDemand compared;
        ScopedDemandStore store(connection);
        compared.products =
            store.names({products.begin(), products.begin() + std::ptrdiff_t(std::min(products.size(), ComparedDemand::mostProducts))});
        for (const ProductName &product : compared.products) {
            DemandScope one;
            one.products = {product.product};
            compared.series.push_back(orRefuse(salesOverTime(connection, question, one)));
        }
        return compared;
    });
}

Result<std::vector<ProductName>> productNames(Connection &connection, const std::vector<ProductId> &products)
{
    return readIn(connection, [&] { return ScopedDemandStore(connection).names(products); });
}

Result<ScopeChoices> scopeChoices(Connection &connection)
{
    return readIn(connection, [&] {
        ScopedDemandStore store(connection);
        return ScopeChoices{store.categories(), store.suppliers(), store.campaigns(), store.hasSales()};
    });
}

std::vector<std::optional<double>> movingAverage(const std::vector<double> &values, int periods)
{
    std::vector<std::optional<double>> means(values.size());
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i >= size_t(periods))
            sum -= values[i - size_t(periods)];
        if (i + 1 >= size_t(periods))
            means[i] = sum / periods;
    }
    return means;
}

} // namespace waitline
