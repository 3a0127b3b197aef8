#include "models/store/shipmentstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/likepattern.h"

namespace waitline {

ShipmentId ShipmentStore::insert(OperationId operation, OrderId order, Instant at, const Parcel &parcel, Money consumed)
{
    Rows rows = m_connection.run("INSERT INTO shipment (operation_id, order_id, shipped_at, shipped_day, carrier, tracking, consumed) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                                 operation, order, at, dayOf(at), parcel.carrier, parcel.tracking, consumed);
    return rows.next() ? rows.id<ShipmentId>(0) : ShipmentId{};
}

Money ShipmentStore::consumedSoFar(OrderId order)
{
    return m_connection.integer("SELECT CAST(COALESCE(SUM(consumed), 0) AS BIGINT) FROM shipment WHERE order_id = ? "
                                "AND voided_by IS NULL",
                                order);
}

void ShipmentStore::insertLine(ShipmentId shipment, OrderLineId line, ProductId product, Units units)
{
    m_connection.run("INSERT INTO shipment_line (shipment_id, order_line_id, product_id, units) VALUES (?, ?, ?, ?)", shipment, line,
                     product, units);
}

std::optional<StoredShipment> ShipmentStore::find(ShipmentId id)
{
    StoredShipment shipment;
    {
        Rows rows =
            m_connection.run("SELECT s.operation_id, s.order_id, c.name, o.reference, s.shipped_at, s.carrier, s.tracking, s.voided_by "
                             "FROM shipment s JOIN sales_order o ON o.id = s.order_id JOIN customer c ON c.id = o.customer_id "
                             "WHERE s.id = ?",
                             id);
        if (!rows.next())
            return std::nullopt;
        shipment.id = id;
        shipment.operation = rows.id<OperationId>(0);
        shipment.order = rows.id<OrderId>(1);
        shipment.customer = rows.text(2);
        shipment.orderReference = rows.text(3);
        shipment.shippedAt = rows.integer(4);
        shipment.parcel = {rows.text(5), rows.text(6)};
        shipment.isVoid = !rows.isNull(7);
    }
    Rows rows = m_connection.run("SELECT l.order_line_id, l.product_id, p.sku, p.name, l.units, COALESCE(b.units, 0) FROM shipment_line l "
                                 "JOIN product p ON p.id = l.product_id LEFT JOIN (SELECT order_line_id, "
                                 "CAST(SUM(to_stock + scrapped) AS BIGINT) AS units FROM customer_return WHERE shipment_id = ? "
                                 "GROUP BY order_line_id) b ON b.order_line_id = l.order_line_id WHERE l.shipment_id = ? ORDER BY l.id",
                                 id, id);
    while (rows.next()) {
        shipment.lines.push_back(
            {rows.id<OrderLineId>(0), rows.id<ProductId>(1), rows.text(2), rows.text(3), rows.integer(4), rows.integer(5)});
    }
    return shipment;
}

OrderId ShipmentStore::orderOf(ShipmentId id)
{
    Rows rows = m_connection.run("SELECT order_id FROM shipment WHERE id = ?", id);
    return rows.next() ? rows.id<OrderId>(0) : OrderId{};
}

void ShipmentStore::markVoid(ShipmentId id, OperationId by) { m_connection.run("UPDATE shipment SET voided_by = ? WHERE id = ?", by, id); }

void ShipmentStore::setParcel(ShipmentId id, const Parcel &parcel)
{
    m_connection.run("UPDATE shipment SET carrier = ?, tracking = ? WHERE id = ?", parcel.carrier, parcel.tracking, id);
}

std::vector<ShipmentId> ShipmentStore::list(const QString &foldedText, qint64 number)
{
    if (foldedText.isEmpty())
        return idsOf<ShipmentId>(m_connection.run("SELECT id FROM shipment ORDER BY id DESC"));
    const QString pattern = containsPattern(foldedText);
    return idsOf<ShipmentId>(m_connection.run("SELECT s.id FROM shipment s JOIN sales_order o ON o.id = s.order_id "
                                              "JOIN customer c ON c.id = o.customer_id WHERE s.id = ? OR s.order_id = ? "
                                              "OR LOWER(s.tracking) LIKE ? ESCAPE '\\' OR LOWER(s.carrier) LIKE ? ESCAPE '\\' "
                                              "OR c.name_folded LIKE ? ESCAPE '\\' ORDER BY s.id DESC",
                                              number, number, pattern, pattern, pattern));
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

ShipmentId ShipmentStore::ofLine(OrderLineId line, OperationId operation)
{
    return ShipmentId{m_connection.integer("SELECT COALESCE(MIN(s.id), 0) FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                           "WHERE l.order_line_id = ? AND s.operation_id = ? AND s.voided_by IS NULL",
                                           line, operation)};
}

std::vector<ShipmentId> ShipmentStore::ofProduct(ProductId product, OperationId after)
{
    return idsOf<ShipmentId>(m_connection.run("SELECT DISTINCT s.id FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                              "WHERE l.product_id = ? AND s.operation_id > ? AND s.voided_by IS NULL ORDER BY s.id",
                                              product, after.value));
}

std::optional<QDate> ShipmentStore::shippedBefore(ProductId product, QDate day)
{
    Rows rows = m_connection.run("SELECT MIN(s.shipped_day) FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
                                 "WHERE l.product_id = ? AND s.shipped_day < ? AND s.voided_by IS NULL",
                                 product, day);
    return rows.next() ? rows.optionalDay(0) : std::nullopt;
}

} // namespace waitline
