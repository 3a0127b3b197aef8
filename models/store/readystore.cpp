#include "models/store/readystore.h"

namespace waitline {

#define WAITLINE_ALLOCATED_ORDERS                                                                                                          \
    "SELECT o.id, c.name, COALESCE(o.reference, ''), o.placed_at, o.ship_complete, o.paid - o.refunded, o.deposit_required, p.sku, "       \
    "l.ordered - l.cancelled, l.ordered - l.cancelled - l.shipped - COALESCE(a.units, 0), COALESCE(a.units, 0), l.unit_price, "            \
    "p.release_day, p.location FROM sales_order o JOIN customer c ON c.id = o.customer_id JOIN order_line l ON l.order_id = o.id "         \
    "JOIN product p ON p.id = l.product_id LEFT JOIN allocated_line a ON a.product_id = l.product_id "                                     \
    "AND a.urgency = COALESCE(l.moved_urgency, -o.priority) AND a.placed_at = COALESCE(l.moved_at, o.placed_at) "                          \
    "AND a.rank_line = COALESCE(l.moved_line, l.id) AND a.sequence = COALESCE(l.moved_sequence, 0) "

void ReadyStore::walk(const std::function<void(const AllocatedOrder &)> &seen)
{
    read(m_connection.run(WAITLINE_ALLOCATED_ORDERS "WHERE o.id IN (SELECT order_id FROM allocated_line) ORDER BY o.id, l.id"), seen);
}

std::optional<AllocatedOrder> ReadyStore::find(OrderId order)
{
    std::optional<AllocatedOrder> found;
    read(m_connection.run(WAITLINE_ALLOCATED_ORDERS "WHERE o.id = ? ORDER BY l.id", order), [&](const AllocatedOrder &one) {
        if (one.allocated > 0)
            found = one;
    });
    return found;
}

void ReadyStore::read(Rows rows, const std::function<void(const AllocatedOrder &)> &seen)
{
    AllocatedOrder order;
    const auto finish = [&] {
        order.locations.sort();
        if (order.order.isValid())
            seen(order);
    };
    while (rows.next()) {
        if (const OrderId id = rows.id<OrderId>(0); id != order.order) {
            finish();
            order = {id, rows.text(1), rows.text(2), rows.integer(3), {rows.boolean(4), rows.integer(5), rows.integer(6), {}}, {}, 0, 0};
        }
        const ShippingLine line{rows.text(7), rows.integer(8), rows.integer(9), rows.integer(10), rows.integer(11), rows.optionalDay(12)};
        order.shipping.lines.push_back(line);
        order.value += line.allocated * line.unitPrice;
        order.allocated += line.allocated;
        const QString location = rows.text(13);
        if (line.allocated > 0 && !location.isEmpty() && !order.locations.contains(location))
            order.locations += location;
    }
    finish();
}

} // namespace waitline
