#include "models/store/demandstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

void DemandStore::add(ProductId product, QDate day, const DemandFigures &delta) { addAll({{{product, day}, delta}}); }

void DemandStore::addAll(const std::map<std::pair<ProductId, QDate>, DemandFigures> &deltas)
{
    BulkInsert insert(m_connection,
                      QStringLiteral(
                          "INSERT INTO demand_day (product_id, day, ordered_units, preorder_units, backorder_units, ordered_value)"),
                      6,
                      QStringLiteral("ON CONFLICT (product_id, day) DO UPDATE SET "
                                     "ordered_units = demand_day.ordered_units + excluded.ordered_units, "
                                     "preorder_units = demand_day.preorder_units + excluded.preorder_units, "
                                     "backorder_units = demand_day.backorder_units + excluded.backorder_units, "
                                     "ordered_value = demand_day.ordered_value + excluded.ordered_value"));
    for (const auto &[key, figures] : deltas)
        insert.add(key.first, key.second, figures.ordered, figures.preorder, figures.backordered, figures.value);
    insert.finish();
}

void DemandStore::addTotal(QDate day, const DemandFigures &delta)
{
    m_connection.run("INSERT INTO demand_total (day, ordered_units, preorder_units, backorder_units, ordered_value) "
                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET "
                     "ordered_units = demand_total.ordered_units + excluded.ordered_units, "
                     "preorder_units = demand_total.preorder_units + excluded.preorder_units, "
                     "backorder_units = demand_total.backorder_units + excluded.backorder_units, "
                     "ordered_value = demand_total.ordered_value + excluded.ordered_value",
                     day, delta.ordered, delta.preorder, delta.backordered, delta.value);
}

void DemandStore::recordRefused(OperationId operation, ProductId product, const QString &customer, QDate day, Units units)
{
    m_connection.run("INSERT INTO refused_demand (operation_id, product_id, customer, day, units) VALUES (?, ?, ?, ?, ?)", operation,
                     product, customer, day, units);
}

} // namespace waitline
