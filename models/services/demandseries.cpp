#include "models/services/demandseries.h"

#include "models/services/unitofwork.h"
#include "models/store/demandseriesstore.h"
#include "models/store/settingstore.h"

#include <algorithm>

namespace waitline {

namespace {

/// The products of the question, most units first, and all products in demand added up.
std::pair<std::vector<ProductDemand>, DemandSum> mostInDemand(Connection &connection, const DemandBarsQuestion &question)
{
    DemandSeriesStore store(connection);
    if (question.measure == DemandBarsQuestion::Measure::Waiting)
        return {store.mostWaiting(question.top), store.allWaiting()};
    std::vector<OrderedDemand> demand = store.ordered(question.from, question.to);
    DemandSum all{qint64(demand.size()), 0, 0, 0, 0};
    for (const OrderedDemand &product : demand) {
        all.preorder += product.preorder;
        all.backorder += product.backorder;
        all.value += product.value();
    }
    const auto shown = demand.begin() + std::min(std::ssize(demand), std::ptrdiff_t(question.top));
    std::partial_sort(demand.begin(), shown, demand.end(), [](const OrderedDemand &a, const OrderedDemand &b) {
        return std::pair(-a.units(), a.product) < std::pair(-b.units(), b.product);
    });
    std::vector<ProductDemand> most;
    std::transform(demand.begin(), shown, std::back_inserter(most), [&](const OrderedDemand &product) { return store.named(product); });
    return {most, all};
}

} // namespace

Result<DemandBars> demandBars(Connection &connection, const DemandBarsQuestion &question)
{
    return readIn(connection, [&] {
        const auto [products, all] = mostInDemand(connection, question);
        DemandBars bars{question,
                        {},
                        {{}, {}, {}, all.preorder, all.backorder, all.value, 0},
                        all.products - std::ssize(products),
                        SettingStore(connection).currency()};
        for (const ProductDemand &product : products) {
            bars.bars.push_back({product.product, product.sku, product.name, product.preorder, product.backorder, product.value, 0});
            bars.rest.preorder -= product.preorder;
            bars.rest.backorder -= product.backorder;
            bars.rest.value -= product.value;
        }
        return bars;
    });
}

DemandOverTime inPeriods(const DemandOverTimeQuestion &question, const std::vector<DayDemand> &days, const Currency &currency)
{
    DemandOverTime series{question, {}, currency};
    for (QDate start = startOfPeriod(question.from, question.by); start <= question.to; start = nextPeriod(start, question.by))
        series.buckets.push_back({start, 0, 0, 0, 0, 0, 0, 0, 0});
    auto bucket = series.buckets.begin();
    for (const DayDemand &day : days) {
        const QDate start = startOfPeriod(fromDayNumber(day.day), question.by);
        bucket = std::find_if(bucket, series.buckets.end(), [&](const DemandBucket &candidate) { return candidate.start == start; });
        Q_ASSERT(bucket != series.buckets.end());
        bucket->preorder += day.ordered.preorder;
        bucket->backorder += day.ordered.backordered;
        bucket->other += day.ordered.ordered - day.ordered.preorder - day.ordered.backordered;
        bucket->value += day.ordered.value;
        bucket->preorderValue += day.ordered.preorderValue;
        bucket->backorderValue += day.ordered.backorderedValue;
    }
    return series;
}

Result<DemandOverTime> demandOverTime(Connection &connection, const DemandOverTimeQuestion &question)
{
    return readIn(connection, [&] {
        const auto days = DemandSeriesStore(connection).byDay(question.product, question.from, question.to);
        return inPeriods(question, days, SettingStore(connection).currency());
    });
}

} // namespace waitline
