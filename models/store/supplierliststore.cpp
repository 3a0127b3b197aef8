#include "models/store/supplierliststore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/likepattern.h"

#include <algorithm>
#include <map>

namespace waitline {

std::vector<StoredSupplier> SupplierListStore::all()
{
    std::vector<StoredSupplier> suppliers;
    std::map<SupplierId, size_t> positions;
    {
        Rows rows = m_connection.run("SELECT id, name, reference, details, email, phone FROM supplier ORDER BY name_folded, id");
        while (rows.next()) {
            positions[rows.id<SupplierId>(0)] = suppliers.size();
            suppliers.push_back({rows.id<SupplierId>(0), {rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)}, {}, 0});
        }
    }
    // Received on the day the last of its goods came, once nothing more is to come.
    Rows rows = m_connection.run(
        "SELECT o.supplier_id, o.id, o.placed_at, o.expected_first, o.expected, l.units, CASE WHEN l.received > 0 THEN r.at END, l.ordered, "
        "COALESCE(t.accepted, 0) "
        "FROM purchase_order o JOIN (SELECT purchase_id, CAST(SUM(received) AS BIGINT) AS received, CAST(SUM(ordered) AS BIGINT) AS ordered, "
        "CAST(SUM(CASE WHEN ordered > received + closed_short THEN ordered - received - closed_short ELSE 0 END) AS BIGINT) AS units "
        "FROM purchase_line GROUP BY purchase_id) l ON l.purchase_id = o.id LEFT JOIN (SELECT purchase_id, MAX(received_at) AS at "
        "FROM receipt WHERE voided_by IS NULL GROUP BY purchase_id) r ON r.purchase_id = o.id "
        "LEFT JOIN (SELECT c.purchase_id, CAST(SUM(g.accepted) AS BIGINT) AS accepted FROM receipt c "
        "JOIN purchase_order q ON q.id = c.purchase_id JOIN receipt_line g ON g.receipt_id = c.id AND g.purchase_line_id IS NOT NULL "
        "WHERE c.voided_by IS NULL AND c.received_at / 86400000 <= q.expected_first GROUP BY c.purchase_id) t "
        "ON t.purchase_id = o.id ORDER BY o.id DESC");
    while (rows.next()) {
        StoredSupplier &supplier = suppliers[positions.at(rows.id<SupplierId>(0))];
        const bool isOpen = rows.integer(5) > 0;
        Delivery delivery{rows.id<PurchaseId>(1), dayOf(rows.integer(2)), rows.day(3), rows.day(4)};
        delivery.ordered = rows.integer(7);
        delivery.inTime = std::min(rows.integer(8), delivery.ordered);
        delivery.isOpen = isOpen;
        if (!isOpen && !rows.isNull(6))
            delivery.received = dayOf(rows.integer(6));
        supplier.openPurchases += isOpen ? 1 : 0;
        supplier.deliveries.push_back(delivery);
    }
    return suppliers;
}

std::vector<std::pair<SupplierId, QString>> SupplierListStore::matching(const QString &text, int limit)
{
    std::vector<std::pair<SupplierId, QString>> found;
    Rows rows = m_connection.run("SELECT id, name FROM supplier WHERE name_folded LIKE ? ESCAPE '\\' ORDER BY name_folded LIMIT ?",
                                 containsPattern(folded(text)), limit);
    while (rows.next())
        found.emplace_back(rows.id<SupplierId>(0), rows.text(1));
    return found;
}

} // namespace waitline
