#include "models/services/demandseries.h"

#include "models/services/unitofwork.h"
#include "models/store/demandseriesstore.h"
#include "models/store/settingstore.h"

#include <algorithm>

namespace waitline {

namespace {

QDate nextPeriod(QDate start, Period period)
{
    switch (period) {
    case Period::Day: return start.addDays(1);
    case Period::Week: return start.addDays(7);
    case Period::Month: return start.addMonths(1);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<DemandBars> demandBars(Connection &connection, const DemandBarsQuestion &question)
{
    return readIn(connection, [&] {
        DemandSeriesStore store(connection);
        const bool isWaiting = question.measure == DemandBarsQuestion::Measure::Waiting;
        const auto products = isWaiting ? store.mostWaiting(question.top) : store.mostOrdered(question.from, question.to, question.top);
        const DemandSum all = isWaiting ? store.allWaiting() : store.allOrdered(question.from, question.to);
        DemandBars bars{question,
                        {},
                        {{}, {}, {}, all.preorder, all.backorder, all.value},
                        all.products - std::ssize(products),
                        SettingStore(connection).currency()};
        for (const ProductDemand &product : products) {
            bars.bars.push_back({product.product, product.sku, product.name, product.preorder, product.backorder, product.value});
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
        series.buckets.push_back({start, 0, 0, 0, 0});
    auto bucket = series.buckets.begin();
    for (const DayDemand &day : days) {
        const QDate start = startOfPeriod(fromDayNumber(day.day), question.by);
        bucket = std::find_if(bucket, series.buckets.end(), [&](const DemandBucket &candidate) { return candidate.start == start; });
        Q_ASSERT(bucket != series.buckets.end());
        bucket->preorder += day.ordered.preorder;
        bucket->backorder += day.ordered.backordered;
        bucket->other += day.ordered.ordered - day.ordered.preorder - day.ordered.backordered;
        bucket->value += day.ordered.value;
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
