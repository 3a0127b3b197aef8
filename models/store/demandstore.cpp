#include "models/store/demandstore.h"

#include "models/domain/demandspan.h"
#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace waitline {

namespace {

struct SpanDelta {
    qint64 days;
    DayNumber first;
    ProductId product;
    DemandFigures figures;

    [[nodiscard]] auto key() const { return std::tuple(days, first, product); }
};

} // namespace

DemandFigures DemandFigures::of(Units ordered, bool preorder, Units backordered, Money unitPrice)
{
    const Units preordered = preorder ? ordered : 0;
    return {ordered, preordered, backordered, ordered * unitPrice, preordered * unitPrice, backordered * unitPrice};
}

DemandFigures &DemandFigures::operator+=(const DemandFigures &other)
{
    ordered += other.ordered;
    preorder += other.preorder;
    backordered += other.backordered;
    value += other.value;
    preorderValue += other.preorderValue;
    backorderedValue += other.backorderedValue;
    return *this;
}

void DemandStore::add(ProductId product, QDate day, const DemandFigures &delta) { addAll({{{product, day}, delta}}); }

void DemandStore::addAll(const std::map<std::pair<ProductId, QDate>, DemandFigures> &deltas)
{
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO demand_day (product_id, day, ordered_units, preorder_units, backorder_units, "
                                     "ordered_value, preorder_value, backorder_value)"),
                      8,
                      QStringLiteral("ON CONFLICT (product_id, day) DO UPDATE SET "
                                     "ordered_units = demand_day.ordered_units + excluded.ordered_units, "
                                     "preorder_units = demand_day.preorder_units + excluded.preorder_units, "
                                     "backorder_units = demand_day.backorder_units + excluded.backorder_units, "
                                     "ordered_value = demand_day.ordered_value + excluded.ordered_value, "
                                     "preorder_value = demand_day.preorder_value + excluded.preorder_value, "
                                     "backorder_value = demand_day.backorder_value + excluded.backorder_value"));
    for (const auto &[key, figures] : deltas) {
        insert.add(key.first, key.second, figures.ordered, figures.preorder, figures.backordered, figures.value, figures.preorderValue,
                   figures.backorderedValue);
    }
    insert.finish();
    addSpans(deltas);
}

/// Span by span and product by product, as the rows stand in their table.
void DemandStore::addSpans(const std::map<std::pair<ProductId, QDate>, DemandFigures> &deltas)
{
    std::vector<SpanDelta> spans;
    for (const auto &[key, figures] : deltas) {
        if (!figures.isMissingAny())
            continue;
        for (qint64 days : demandSpans)
            spans.push_back({days, startOfSpan(toDayNumber(key.second), days), key.first, figures});
    }
    std::sort(spans.begin(), spans.end(), [](const SpanDelta &a, const SpanDelta &b) { return a.key() < b.key(); });
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO demand_span (days, first_day, product_id, preorder_units, backorder_units, "
                                     "preorder_value, backorder_value)"),
                      7,
                      QStringLiteral("ON CONFLICT (days, first_day, product_id) DO UPDATE SET "
                                     "preorder_units = demand_span.preorder_units + excluded.preorder_units, "
                                     "backorder_units = demand_span.backorder_units + excluded.backorder_units, "
                                     "preorder_value = demand_span.preorder_value + excluded.preorder_value, "
                                     "backorder_value = demand_span.backorder_value + excluded.backorder_value"));
    for (auto span = spans.begin(); span != spans.end();) {
        SpanDelta sum = *span;
        for (++span; span != spans.end() && span->key() == sum.key(); ++span)
            sum.figures += span->figures;
        insert.add(sum.days, sum.first, sum.product, sum.figures.preorder, sum.figures.backordered, sum.figures.preorderValue,
                   sum.figures.backorderedValue);
    }
    insert.finish();
}

void DemandStore::addTotal(QDate day, const DemandFigures &delta)
{
    m_connection.run("INSERT INTO demand_total (day, ordered_units, preorder_units, backorder_units, ordered_value, preorder_value, "
                     "backorder_value) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET "
                     "ordered_units = demand_total.ordered_units + excluded.ordered_units, "
                     "preorder_units = demand_total.preorder_units + excluded.preorder_units, "
                     "backorder_units = demand_total.backorder_units + excluded.backorder_units, "
                     "ordered_value = demand_total.ordered_value + excluded.ordered_value, "
                     "preorder_value = demand_total.preorder_value + excluded.preorder_value, "
                     "backorder_value = demand_total.backorder_value + excluded.backorder_value",
                     day, delta.ordered, delta.preorder, delta.backordered, delta.value, delta.preorderValue, delta.backorderedValue);
}

void DemandStore::recordRefused(OperationId operation, ProductId product, const QString &customer, QDate day, Units units)
{
    m_connection.run("INSERT INTO refused_demand (operation_id, product_id, customer, day, units) VALUES (?, ?, ?, ?, ?)", operation,
                     product, customer, day, units);
}

} // namespace waitline
