#include "models/store/customerhistorystore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

namespace waitline {

std::vector<OrderId> CustomerHistoryStore::openOrders(CustomerId id, int most)
{
    return idsOf<OrderId>(
        m_connection.run("SELECT o.id FROM sales_order o WHERE o.customer_id = ? AND EXISTS (SELECT 1 FROM order_line l "
                         "WHERE l.order_id = o.id AND l.ordered > l.cancelled + l.shipped) ORDER BY o.placed_at, o.id LIMIT ?",
                         id, most));
}

std::vector<OrderId> CustomerHistoryStore::latestOrders(CustomerId id, int most)
{
    return idsOf<OrderId>(
        m_connection.run("SELECT id FROM sales_order WHERE customer_id = ? ORDER BY placed_at DESC, id DESC LIMIT ?", id, most));
}

std::vector<CustomerPayment> CustomerHistoryStore::latestPayments(CustomerId id, int most)
{
    std::vector<CustomerPayment> payments;
    Rows rows =
        m_connection.run("SELECT p.order_id, p.amount, p.method, p.reference, a.at FROM sales_order o JOIN payment p ON p.order_id = o.id "
                         "JOIN operation a ON a.id = p.operation_id WHERE o.customer_id = ? ORDER BY p.id DESC LIMIT ?",
                         id, most);
    while (rows.next())
        payments.push_back({rows.id<OrderId>(0), rows.integer(1), rows.text(2), rows.text(3), rows.integer(4)});
    return payments;
}

std::vector<CustomerShipment> CustomerHistoryStore::latestShipments(CustomerId id, int most)
{
    std::vector<CustomerShipment> shipments;
    Rows rows =
        m_connection.run("SELECT s.id, s.order_id, CAST(SUM(l.units) AS BIGINT), s.shipped_day FROM sales_order o "
                         "JOIN shipment s ON s.order_id = o.id JOIN shipment_line l ON l.shipment_id = s.id WHERE o.customer_id = ? "
                         "GROUP BY s.id, s.order_id, s.shipped_day ORDER BY s.shipped_day DESC, s.id DESC LIMIT ?",
                         id, most);
    while (rows.next())
        shipments.push_back({rows.id<ShipmentId>(0), rows.id<OrderId>(1), rows.integer(2), rows.day(3)});
    return shipments;
}

std::vector<CustomerRefund> CustomerHistoryStore::refundsDue(CustomerId id)
{
    std::vector<CustomerRefund> refunds;
    Rows rows = m_connection.run(
        "SELECT t.id, t.due FROM (SELECT o.id, o.paid - o.refunded - CAST(COALESCE(SUM((l.ordered - l.cancelled) * l.unit_price), 0) "
        "AS BIGINT) AS due FROM sales_order o LEFT JOIN order_line l ON l.order_id = o.id WHERE o.customer_id = ? AND o.paid > o.refunded "
        "GROUP BY o.id, o.paid, o.refunded) AS t WHERE t.due > 0 ORDER BY t.id",
        id);
    while (rows.next())
        refunds.push_back({rows.id<OrderId>(0), rows.integer(1)});
    return refunds;
}

} // namespace waitline
