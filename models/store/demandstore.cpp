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
};

/// Puts the deltas in the order of their keys, those of the same key added up.
template <typename Delta, typename Key>
void sumUp(std::vector<Delta> &deltas, Key keyOf)
{
    std::sort(deltas.begin(), deltas.end(), [&](const Delta &a, const Delta &b) { return keyOf(a) < keyOf(b); });
    auto last = deltas.begin();
    for (auto delta = deltas.begin(); delta != deltas.end(); ++delta) {
        if (delta == last)
            continue;
        if (keyOf(*last) == keyOf(*delta))
            last->figures += delta->figures;
        else
            *++last = *delta;
    }
    if (last != deltas.end())
        deltas.erase(last + 1, deltas.end());
}

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

void DemandStore::add(ProductId product, QDate day, const DemandFigures &delta) { addAll({{product, day, delta}}); }

void DemandStore::addAll(std::vector<DemandDelta> deltas)
{
    sumUp(deltas, [](const DemandDelta &delta) { return std::pair(delta.product, delta.day); });
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
    for (const auto &[product, day, figures] : deltas) {
        insert.add(product, day, figures.ordered, figures.preorder, figures.backordered, figures.value, figures.preorderValue,
                   figures.backorderedValue);
    }
    insert.finish();
    addSpans(deltas);
}

/// Span by span and product by product, as the rows stand in their table.
void DemandStore::addSpans(const std::vector<DemandDelta> &deltas)
{
    std::vector<SpanDelta> spans;
    for (const auto &[product, day, figures] : deltas) {
        if (!figures.isMissingAny())
            continue;
        for (qint64 days : demandSpans)
            spans.push_back({days, startOfSpan(toDayNumber(day), days), product, figures});
    }
    sumUp(spans, [](const SpanDelta &span) { return std::tuple(span.days, span.first, span.product); });
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO demand_span (days, first_day, product_id, preorder_units, backorder_units, "
                                     "preorder_value, backorder_value)"),
                      7,
                      QStringLiteral("ON CONFLICT (days, first_day, product_id) DO UPDATE SET "
                                     "preorder_units = demand_span.preorder_units + excluded.preorder_units, "
                                     "backorder_units = demand_span.backorder_units + excluded.backorder_units, "
                                     "preorder_value = demand_span.preorder_value + excluded.preorder_value, "
                                     "backorder_value = demand_span.backorder_value + excluded.backorder_value"));
    for (const auto &[days, first, product, figures] : spans)
        insert.add(days, first, product, figures.preorder, figures.backordered, figures.preorderValue, figures.backorderedValue);
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

void DemandStore::lowerRefused(const QString &uuid, ProductId product, Units sold)
{
    m_connection.run("DELETE FROM refused_demand WHERE product_id = ? AND units <= ? AND operation_id IN "
                     "(SELECT id FROM operation WHERE uuid = ?)",
                     product, sold, uuid);
    m_connection.run("UPDATE refused_demand SET units = units - ? WHERE product_id = ? AND operation_id IN "
                     "(SELECT id FROM operation WHERE uuid = ?)",
                     sold, product, uuid);
}

} // namespace waitline
