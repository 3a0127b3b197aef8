#include "models/store/shipmentstore.h"

#include "models/store/bulkinsert.h"
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

ShipmentId ShipmentStore::insert(OperationId operation, OrderId order, Instant at, Money consumed)
{
    Rows rows = m_connection.run("INSERT INTO shipment (operation_id, order_id, shipped_at, shipped_day, consumed) "
                                 "VALUES (?, ?, ?, ?, ?) RETURNING id",
                                 operation, order, at, dayOf(at), consumed);
    return rows.next() ? rows.id<ShipmentId>(0) : ShipmentId{};
}

Money ShipmentStore::consumedSoFar(OrderId order)
{
    return m_connection.integer("SELECT CAST(COALESCE(SUM(consumed), 0) AS BIGINT) FROM shipment WHERE order_id = ?", order);
}

void ShipmentStore::insertLine(ShipmentId shipment, OrderLineId line, ProductId product, Units units)
{
    m_connection.run("INSERT INTO shipment_line (shipment_id, order_line_id, product_id, units) VALUES (?, ?, ?, ?)", shipment, line,
                     product, units);
}

void ShipmentStore::insertAll(OperationId operation, const std::vector<NewShipment> &shipments)
{
    if (shipments.empty())
        return;
    const std::vector<qint64> numbers = m_connection.freshIds("shipment", qint64(shipments.size()));
    BulkInsert heads(m_connection, QStringLiteral("INSERT INTO shipment (id, operation_id, order_id, shipped_at, shipped_day)"), 5);
    for (size_t i = 0; i < shipments.size(); ++i)
        heads.add(numbers[i], operation, shipments[i].order, shipments[i].at, dayOf(shipments[i].at));
    heads.finish();
    BulkInsert lines(m_connection, QStringLiteral("INSERT INTO shipment_line (shipment_id, order_line_id, product_id, units)"), 4);
    for (size_t i = 0; i < shipments.size(); ++i) {
        for (const NewShipment::Line &line : shipments[i].lines)
            lines.add(numbers[i], line.line, line.product, line.units);
    }
    lines.finish();
}

std::vector<ShipmentId> ShipmentStore::ofLine(OrderLineId line)
{
    return readIds(m_connection.run("SELECT DISTINCT shipment_id FROM shipment_line WHERE order_line_id = ? ORDER BY shipment_id", line));
}

std::vector<ShipmentId> ShipmentStore::ofProduct(ProductId product, OperationId after)
{
    return readIds(m_connection.run("SELECT DISTINCT s.id FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                    "WHERE l.product_id = ? AND s.operation_id > ? ORDER BY s.id",
                                    product, after.value));
}

std::optional<QDate> ShipmentStore::shippedBefore(ProductId product, QDate day)
{
    Rows rows = m_connection.run("SELECT MIN(s.shipped_day) FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                 "WHERE l.product_id = ? AND s.shipped_day < ?",
                                 product, day);
    return rows.next() ? rows.optionalDay(0) : std::nullopt;
}

} // namespace waitline
