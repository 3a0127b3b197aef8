#include "models/store/shipmentstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

std::vector<ShipmentId> readIds(Rows rows)
{
    std::vector<ShipmentId> ids;
    while (rows.next())
        ids.push_back(rows.id<ShipmentId>(0));
    return ids;
}

} // namespace

ShipmentId ShipmentStore::insert(OperationId operation, OrderId order, Instant at)
{
    Rows rows = m_connection.run("INSERT INTO shipment (operation_id, order_id, shipped_at, shipped_day) VALUES (?, ?, ?, ?) RETURNING id",
                                 operation, order, at, dayOf(at));
    return rows.next() ? rows.id<ShipmentId>(0) : ShipmentId{};
}

void ShipmentStore::insertLine(ShipmentId shipment, OrderLineId line, ProductId product, Units units)
{
    m_connection.run("INSERT INTO shipment_line (shipment_id, order_line_id, product_id, units) VALUES (?, ?, ?, ?)", shipment, line,
                     product, units);
}

std::vector<ShipmentId> ShipmentStore::ofLine(OrderLineId line)
{
    return readIds(m_connection.run("SELECT DISTINCT shipment_id FROM shipment_line WHERE order_line_id = ? ORDER BY shipment_id", line));
}

std::vector<ShipmentId> ShipmentStore::ofProduct(ProductId product, OperationId after)
{
    return readIds(m_connection.run("SELECT DISTINCT s.id FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                    "WHERE l.product_id = ? AND s.operation_id > ? ORDER BY s.id", product, after.value));
}

std::optional<QDate> ShipmentStore::shippedBefore(ProductId product, QDate day)
{
    Rows rows = m_connection.run("SELECT MIN(s.shipped_day) FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                 "WHERE l.product_id = ? AND s.shipped_day < ?", product, day);
    return rows.next() ? rows.optionalDay(0) : std::nullopt;
}

} // namespace waitline
