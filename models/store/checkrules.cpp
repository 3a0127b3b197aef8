#include "models/store/checkrules.h"

#include "models/store/campaignrules.h"
#include "models/store/dockrules.h"

namespace waitline {

namespace {

// A line's rank key, from its order unless it was moved.
#define WAITLINE_KEY_MATCHES(t)                                                                                                            \
    t ".product_id = l.product_id AND " t ".urgency = COALESCE(l.moved_urgency, -o.priority) AND " t                                       \
      ".placed_at = COALESCE(l.moved_at, o.placed_at) AND " t ".rank_line = COALESCE(l.moved_line, l.id) AND " t                           \
      ".sequence = COALESCE(l.moved_sequence, 0)"

const std::vector<CheckRule> stockRules{
    {"on hand is the sum of the ledger and not negative", "product_stock",
     "SELECT 'product ' || s.product_id || ': on hand ' || s.on_hand || ', ledger ' || COALESCE(g.units, 0) FROM product_stock s "
     "LEFT JOIN (SELECT product_id, SUM(on_hand_delta) AS units FROM stock_ledger GROUP BY product_id) g "
     "ON g.product_id = s.product_id WHERE s.on_hand <> COALESCE(g.units, 0) OR s.on_hand < 0"},
    {"allocated is the sum of the ledger and at most on hand", "product_stock",
     "SELECT 'product ' || s.product_id || ': allocated ' || s.allocated || ', ledger ' || COALESCE(g.units, 0) || ', on hand ' || s.on_hand "
     "FROM product_stock s LEFT JOIN (SELECT product_id, SUM(allocated_delta) AS units FROM stock_ledger GROUP BY product_id) g "
     "ON g.product_id = s.product_id WHERE s.allocated <> COALESCE(g.units, 0) OR s.allocated < 0 OR s.allocated > s.on_hand"},
    {"allocated is the sum over the lines", "product_stock",
     "SELECT 'product ' || s.product_id || ': allocated ' || s.allocated || ', lines ' || COALESCE(a.units, 0) FROM product_stock s "
     "LEFT JOIN (SELECT product_id, SUM(units) AS units FROM allocated_line GROUP BY product_id) a "
     "ON a.product_id = s.product_id WHERE s.allocated <> COALESCE(a.units, 0)"},
    {"each ledger entry equals its allocations", "stock_ledger",
     "SELECT 'ledger ' || g.id || ': allocated ' || g.allocated_delta || ', lines ' || COALESCE(a.units, 0) FROM stock_ledger g "
     "LEFT JOIN (SELECT ledger_id, SUM(units) AS units FROM allocation GROUP BY ledger_id) a ON a.ledger_id = g.id "
     "WHERE g.allocated_delta <> COALESCE(a.units, 0)"},
    {"received stock is what receipts say", "receipt_line",
     "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its receipt by ' || SUM(units) FROM ("
     "SELECT operation_id, product_id, on_hand_delta AS units FROM stock_ledger WHERE cause = 'receive' UNION ALL "
     "SELECT r.operation_id, l.product_id, -l.accepted FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id) AS both_sides "
     "GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
    {"shipped stock is what shipments say", "shipment_line",
     "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its shipment by ' || SUM(units) FROM ("
     "SELECT operation_id, product_id, -on_hand_delta AS units FROM stock_ledger WHERE cause = 'ship' UNION ALL "
     "SELECT s.operation_id, l.product_id, -l.units FROM shipment s JOIN shipment_line l ON l.shipment_id = s.id) AS both_sides "
     "GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
    {"counted stock is what counts say", "stock_count",
     "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its count by ' || SUM(units) FROM ("
     "SELECT operation_id, product_id, on_hand_delta AS units FROM stock_ledger WHERE cause = 'count' UNION ALL "
     "SELECT operation_id, product_id, before - counted FROM stock_count) AS both_sides "
     "GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
    {"every product has its counters", "product",
     "SELECT 'product ' || p.sku FROM product p WHERE NOT EXISTS (SELECT 1 FROM product_stock s WHERE s.product_id = p.id)"},
    {"every movement and allocation belongs to an operation", "stock_ledger",
     "SELECT 'ledger ' || g.id || ' names operation ' || g.operation_id FROM stock_ledger g "
     "WHERE NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = g.operation_id) "
     "UNION ALL SELECT 'allocation of line ' || a.order_line_id || ' names ledger ' || a.ledger_id FROM allocation a "
     "WHERE NOT EXISTS (SELECT 1 FROM stock_ledger g WHERE g.id = a.ledger_id AND g.product_id = a.product_id)"},
};

const std::vector<CheckRule> lineRules{
    {"ordered = cancelled + shipped + allocated + waiting", "order_line",
     "SELECT 'line ' || l.id || ': ordered ' || l.ordered || ', cancelled ' || l.cancelled || ', shipped ' || l.shipped || ', allocated ' "
     "|| COALESCE(a.units, 0) || ', waiting ' || COALESCE(w.units, 0) FROM order_line l JOIN sales_order o ON o.id = l.order_id "
     "LEFT JOIN waiting_line w ON " WAITLINE_KEY_MATCHES("w") " LEFT JOIN allocated_line a ON " WAITLINE_KEY_MATCHES(
         "a") " WHERE l.ordered <> l.cancelled + l.shipped + COALESCE(a.units, 0) + COALESCE(w.units, 0) OR l.cancelled < 0 OR l.shipped < 0 "
              "OR a.units < 0 OR w.units < 0"},
    {"cancelled is the sum of the cancellations", "order_line",
     "SELECT 'line ' || l.id || ': cancelled ' || l.cancelled || ', documents ' || COALESCE(c.units, 0) FROM order_line l "
     "LEFT JOIN (SELECT order_line_id, SUM(units) AS units FROM cancellation WHERE taken_back_by IS NULL GROUP BY order_line_id) c ON c.order_line_id = l.id "
     "WHERE l.cancelled <> COALESCE(c.units, 0)"},
    {"shipped is the sum of the shipments", "order_line",
     "SELECT 'line ' || l.id || ': shipped ' || l.shipped || ', documents ' || COALESCE(c.units, 0) FROM order_line l "
     "LEFT JOIN (SELECT order_line_id, SUM(units) AS units FROM (" WAITLINE_SHIPPED_UNITS ") AS d GROUP BY order_line_id) c "
     "ON c.order_line_id = l.id WHERE l.shipped <> COALESCE(c.units, 0)"},
    {"a product's shipped units are the sum over its shipments", "product_stock",
     "SELECT 'product ' || s.product_id || ': shipped ' || s.shipped || ', documents ' || COALESCE(c.units, 0) FROM product_stock s "
     "LEFT JOIN (SELECT product_id, SUM(units) AS units FROM (" WAITLINE_SHIPPED_UNITS ") AS d GROUP BY product_id) c "
     "ON c.product_id = s.product_id "
     "WHERE s.shipped <> COALESCE(c.units, 0)"},
    {"a line's allocated units are the sum of its allocations", "order_line",
     "SELECT 'line ' || l.id || ': allocated ' || COALESCE(a.units, 0) || ', allocations ' || COALESCE(c.units, 0) FROM order_line l "
     "JOIN sales_order o ON o.id = l.order_id LEFT JOIN allocated_line a ON " WAITLINE_KEY_MATCHES(
         "a") " LEFT JOIN (SELECT product_id, order_line_id, SUM(units) AS units FROM allocation GROUP BY product_id, order_line_id) c "
              "ON c.product_id = l.product_id AND c.order_line_id = l.id "
              "WHERE COALESCE(a.units, 0) <> COALESCE(c.units, 0)"},
};

const std::vector<CheckRule> queueRules{
    {"the waiting line holds lines of their own rank, once each", "waiting_line",
     "SELECT 'waiting line ' || w.order_line_id || ' of product ' || w.product_id FROM waiting_line w "
     "LEFT JOIN order_line l ON l.id = w.order_line_id LEFT JOIN sales_order o ON o.id = l.order_id "
     "WHERE l.id IS NULL OR w.units <= 0 OR l.order_id <> w.order_id OR l.unit_price <> w.unit_price OR l.preorder <> w.preorder OR NOT (" WAITLINE_KEY_MATCHES(
         "w") ") UNION ALL SELECT 'line ' || order_line_id || ' waits ' || COUNT(*) || ' times' FROM waiting_line "
              "GROUP BY order_line_id HAVING COUNT(*) > 1"},
    {"allocated units stand at their line's own rank, once each", "allocated_line",
     "SELECT 'allocated line ' || w.order_line_id || ' of product ' || w.product_id FROM allocated_line w "
     "LEFT JOIN order_line l ON l.id = w.order_line_id LEFT JOIN sales_order o ON o.id = l.order_id "
     "WHERE l.id IS NULL OR w.units <= 0 OR l.order_id <> w.order_id OR NOT (" WAITLINE_KEY_MATCHES(
         "w") ") "
              "UNION ALL SELECT 'line ' || order_line_id || ' is allocated ' || COUNT(*) || ' times' FROM allocated_line "
              "GROUP BY order_line_id HAVING COUNT(*) > 1"},
    {"a product's waiting counters are the sum of its waiting line", "product_stock",
     "SELECT 'product ' || s.product_id || ': pre-order ' || s.waiting_preorder || ', backorder ' || s.waiting_backorder || ', lines ' "
     "|| s.waiting_lines || ', value ' || s.waiting_value FROM product_stock s LEFT JOIN (SELECT product_id, "
     "SUM(CASE WHEN preorder = 1 THEN units ELSE 0 END) AS preorder, SUM(CASE WHEN preorder = 1 THEN 0 ELSE units END) AS backorder, "
     "COUNT(*) AS lines, SUM(units * unit_price) AS value FROM waiting_line GROUP BY product_id) w ON w.product_id = s.product_id "
     "WHERE s.waiting_preorder <> COALESCE(w.preorder, 0) OR s.waiting_backorder <> COALESCE(w.backorder, 0) "
     "OR s.waiting_lines <> COALESCE(w.lines, 0) OR s.waiting_value <> COALESCE(w.value, 0)"},
    // A receipt posted under whole-lines may leave units free until the product is next touched.
    {"nobody waits while units are free", "product_stock",
     "SELECT 'product ' || s.product_id || ': ' || (s.on_hand - s.allocated) || ' free, ' || (s.waiting_preorder + s.waiting_backorder) "
     "|| ' waiting' FROM product_stock s JOIN product p ON p.id = s.product_id WHERE p.policy <> 1 AND s.on_hand > s.allocated "
     "AND EXISTS (SELECT 1 FROM waiting_line w WHERE w.product_id = s.product_id) AND NOT EXISTS (SELECT 1 FROM receipt r "
     "JOIN receipt_line d ON d.receipt_id = r.id WHERE d.product_id = s.product_id AND r.policy = 1 AND NOT EXISTS (SELECT 1 FROM "
     "stock_ledger g WHERE g.product_id = s.product_id AND g.operation_id > r.operation_id))"},
    {"under whole-lines no waiting line would fit the free units", "product_stock",
     "SELECT 'product ' || s.product_id || ': ' || (s.on_hand - s.allocated) || ' free, line ' || w.order_line_id || ' waits for ' || w.units "
     "FROM product_stock s JOIN product p ON p.id = s.product_id JOIN waiting_line w ON w.product_id = s.product_id "
     "WHERE p.policy = 1 AND w.units <= s.on_hand - s.allocated"},
};

const std::vector<CheckRule> rankRules{
    {"a moved line stands where its last move put it", "order_line",
     "SELECT 'line ' || l.id || ': its rank is not that of its last move' FROM order_line l LEFT JOIN line_move m ON m.order_line_id = l.id "
     "AND m.undone_by IS NULL AND NOT EXISTS (SELECT 1 FROM line_move n WHERE n.order_line_id = l.id AND n.undone_by IS NULL AND n.id > m.id) "
     "WHERE COALESCE(l.moved_sequence, 0) <> COALESCE(m.sequence, 0) OR COALESCE(l.moved_urgency, 0) <> COALESCE(m.urgency, 0) "
     "OR COALESCE(l.moved_at, 0) <> COALESCE(m.placed_at, 0) OR COALESCE(l.moved_line, 0) <> COALESCE(m.rank_line, 0)"},
    {"a promise is the first one or what its last change says", "order_line",
     "SELECT 'line ' || l.id || ': promised ' || COALESCE(l.promise_current, 0) || ', last told ' || COALESCE(c.day_after, l.promise_first, 0) "
     "FROM order_line l LEFT JOIN promise_change c ON c.order_line_id = l.id AND NOT EXISTS (SELECT 1 FROM promise_change d "
     "WHERE d.order_line_id = l.id AND d.id > c.id) WHERE COALESCE(l.promise_current, 0) <> CASE WHEN c.id IS NULL "
     "THEN COALESCE(l.promise_first, 0) ELSE COALESCE(c.day_after, 0) END "
     "OR (l.promise_current IS NOT NULL AND l.promise_first IS NULL)"},
    {"an order's terms are what their last edit says", "order_edit",
     "SELECT 'order ' || o.id || ': ' || c.field || ' last edited to ' || c.value_after FROM order_edit c "
     "JOIN sales_order o ON o.id = c.order_id LEFT JOIN campaign k ON k.id = o.campaign_id WHERE c.value_after <> CASE c.field "
     "WHEN 'campaign' THEN COALESCE(k.code, '') WHEN 'complete' THEN CAST(o.ship_complete AS TEXT) "
     "WHEN 'reference' THEN COALESCE(o.reference, '') WHEN 'note' THEN o.note ELSE c.value_after END AND NOT EXISTS "
     "(SELECT 1 FROM order_edit d WHERE d.order_id = c.order_id AND d.field = c.field AND d.id > c.id)"},
    {"days are the days of their instants", "sales_order",
     "SELECT 'order ' || id || ': day ' || placed_day FROM sales_order WHERE placed_at < placed_day * 86400000 "
     "OR placed_at >= (placed_day + 1) * 86400000 UNION ALL SELECT 'shipment ' || id || ': day ' || shipped_day FROM shipment "
     "WHERE shipped_at < shipped_day * 86400000 OR shipped_at >= (shipped_day + 1) * 86400000"},
};

#define WAITLINE_OF_NO_OPERATION(table)                                                                                                    \
    "SELECT '" table " ' || d.id || ' names operation ' || d.operation_id FROM " table                                                     \
    " d WHERE NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = d.operation_id) "
#define WAITLINE_OF_NO(table, column, parent)                                                                                              \
    "SELECT '" table " ' || d.id || ' names " parent " ' || d." column " FROM " table " d WHERE d." column                                 \
    " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " parent " p WHERE p.id = d." column ") "

const std::vector<CheckRule>
    referenceRules{
        {"every document belongs to an operation", "operation",
         WAITLINE_OF_NO_OPERATION("sales_order") "UNION ALL " WAITLINE_OF_NO_OPERATION("purchase_order") "UNION ALL " WAITLINE_OF_NO_OPERATION(
             "receipt") "UNION ALL " WAITLINE_OF_NO_OPERATION("shipment") "UNION ALL " WAITLINE_OF_NO_OPERATION("cancellation") "UNION ALL " WAITLINE_OF_NO_OPERATION("payment") "UNION ALL " WAITLINE_OF_NO_OPERATION("stock_count") "UNION ALL " WAITLINE_OF_NO_OPERATION("line_move") "UNION ALL " WAITLINE_OF_NO_OPERATION("promise_change") "UNION ALL " WAITLINE_OF_NO_OPERATION("order_edit") "UNION ALL " WAITLINE_OF_NO_OPERATION("notice") "UNION ALL " WAITLINE_OF_NO_OPERATION("refused_demand") "UNION ALL " WAITLINE_OF_NO_OPERATION("line_split") "UNION ALL " WAITLINE_OF_NO_OPERATION("customer_merge")},
        {"every document names what exists", "order_line",
         WAITLINE_OF_NO("sales_order",
                        "customer_id", "customer") "UNION ALL " WAITLINE_OF_NO("order_line", "order_id",
                                                                               "sales_order") "UNION ALL " WAITLINE_OF_NO("order_line", "product_id", "product") "UNION ALL " WAITLINE_OF_NO("purchase_line", "purchase_id", "purchase_order") "UNION ALL " WAITLINE_OF_NO("purchase_line", "product_id",
                                                                                                                                                                                                                                                                           "product") "UNION ALL " WAITLINE_OF_NO("receipt_line", "receipt_id", "receipt") "UNION ALL " WAITLINE_OF_NO("receipt_line",
                                                                                                                                                                                                                                                                                                                                                                                       "purchase_line_id", "purchase_line") "UNION ALL " WAITLINE_OF_NO("shipment", "order_id", "sales_order") "UNION ALL " WAITLINE_OF_NO("shipment_line",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "shipment_id",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           "shipment") "UNION ALL " WAITLINE_OF_NO("shipment_line", "order_line_id", "order_line") "UNION ALL " WAITLINE_OF_NO("cancellation", "order_line_id", "order_line") "UNION ALL " WAITLINE_OF_NO("payment", "order_id", "sales_order") "UNION ALL " WAITLINE_OF_NO("notice",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "order_id",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "sales_order") "UNION ALL " WAITLINE_OF_NO("refused_demand",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       "product_id",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       "product")},
        {"a barcode belongs to one product and is no other's SKU", "barcode",
         "SELECT 'barcode ' || b.code || ' of product ' || b.product_id FROM barcode b LEFT JOIN product p ON p.id = b.product_id "
         "WHERE p.id IS NULL OR EXISTS (SELECT 1 FROM product o WHERE o.sku = b.code AND o.id <> b.product_id)"},
        {"a merged customer has nothing left and leads to one that stands", "customer",
         "SELECT 'customer ' || c.id || ': merged into ' || c.merged_into FROM customer c LEFT JOIN customer s ON s.id = c.merged_into "
         "WHERE c.merged_into IS NOT NULL AND (s.id IS NULL OR s.merged_into IS NOT NULL OR s.id = c.id OR EXISTS "
         "(SELECT 1 FROM sales_order o WHERE o.customer_id = c.id) OR EXISTS (SELECT 1 FROM sales_history h WHERE h.customer_id = c.id))"},
        {"a customer is merged exactly while a merge of it stands", "customer_merge",
         "SELECT 'customer ' || c.id FROM customer c WHERE (CASE WHEN c.merged_into IS NULL THEN 0 ELSE 1 END) <> "
         "(SELECT COUNT(*) FROM customer_merge m WHERE m.merged_id = c.id AND m.undone_by IS NULL)"},
        {"a line split off is of the same order and product", "line_split",
         "SELECT 'line ' || s.to_line || ' from line ' || s.from_line FROM line_split s JOIN order_line f ON f.id = s.from_line "
         "JOIN order_line t ON t.id = s.to_line WHERE f.order_id <> t.order_id OR f.product_id <> t.product_id"},
    };

const std::vector<CheckRule> documentRules{
    {"purchase lines: received is the sum of the receipts, more than ordered only as over-receipt", "purchase_line",
     "SELECT 'purchase line ' || l.id || ': ordered ' || l.ordered || ', received ' || l.received || ', over ' || l.over_received "
     "|| ', receipts ' || COALESCE(r.units, 0) FROM purchase_line l LEFT JOIN (SELECT d.purchase_line_id, SUM(d.accepted) AS units "
     "FROM receipt_line d JOIN receipt t ON t.id = d.receipt_id WHERE t.voided_by IS NULL GROUP BY d.purchase_line_id) r "
     "ON r.purchase_line_id = l.id WHERE l.received <> COALESCE(r.units, 0) OR l.received > l.ordered + l.over_received "
     "OR (l.over_received > 0 AND l.received <> l.ordered + l.over_received)"},
    {"a closed purchase has nothing on order", "purchase_order",
     "SELECT 'purchase line ' || l.id || ': ordered ' || l.ordered || ', received ' || l.received || ', closed short ' || l.closed_short "
     "FROM purchase_line l JOIN purchase_order o ON o.id = l.purchase_id WHERE o.closed = 1 AND l.ordered > l.received + l.closed_short"},
    {"on order is the sum of the open purchase lines", "product_stock",
     "SELECT 'product ' || s.product_id || ': on order ' || s.on_order || ', purchases ' || COALESCE(l.units, 0) FROM product_stock s "
     "LEFT JOIN (SELECT product_id, SUM(ordered - received - closed_short) AS units FROM purchase_line "
     "WHERE ordered > received + closed_short GROUP BY product_id) l ON l.product_id = s.product_id "
     "WHERE s.on_order <> COALESCE(l.units, 0) OR s.on_order < 0"},
    {"edition sizes hold", "product",
     "SELECT p.sku || ': sold ' || (s.allocated + s.waiting_preorder + s.waiting_backorder + s.shipped) || ' of ' || p.edition_size "
     "FROM product p JOIN product_stock s ON s.product_id = p.id WHERE p.edition_size IS NOT NULL "
     "AND s.allocated + s.waiting_preorder + s.waiting_backorder + s.shipped > p.edition_size + p.edition_excess"},
    {"limits per customer hold", "product",
     "SELECT p.sku || ': customer ' || o.customer_id || ' holds ' || SUM(l.ordered - l.cancelled) || ' of ' || p.customer_limit "
     "FROM product p JOIN order_line l ON l.product_id = p.id JOIN sales_order o ON o.id = l.order_id LEFT JOIN customer_excess e "
     "ON e.product_id = p.id AND e.customer_id = o.customer_id WHERE p.customer_limit IS NOT NULL "
     "GROUP BY p.id, p.sku, p.customer_limit, o.customer_id, e.units "
     "HAVING SUM(l.ordered - l.cancelled) > p.customer_limit + COALESCE(e.units, 0)"},
    {"backorder limits hold", "product",
     "SELECT p.sku || ': ' || s.waiting_backorder || ' on backorder of ' || p.backorder_limit FROM product p "
     "JOIN product_stock s ON s.product_id = p.id WHERE p.backorder_limit IS NOT NULL "
     "AND s.waiting_backorder > p.backorder_limit + p.backorder_excess"},
    {"nothing shipped before its release", "shipment_line",
     "SELECT 'shipment ' || h.id || ': ' || p.sku FROM shipment_line l JOIN shipment h ON h.id = l.shipment_id "
     "JOIN product p ON p.id = l.product_id WHERE p.release_day IS NOT NULL AND h.voided_by IS NULL AND h.shipped_day < p.release_day"},
    {"paid and refunded are the sums of the payments, and no more was refunded than paid", "sales_order",
     "SELECT 'order ' || o.id || ': paid ' || o.paid || ', refunded ' || o.refunded FROM sales_order o LEFT JOIN (SELECT order_id, "
     "SUM(CASE WHEN (amount > 0) = (reverses IS NULL) THEN amount ELSE 0 END) AS paid, "
     "SUM(CASE WHEN (amount > 0) = (reverses IS NULL) THEN 0 ELSE -amount END) AS refunded "
     "FROM payment GROUP BY order_id) p ON p.order_id = o.id WHERE o.paid <> COALESCE(p.paid, 0) "
     "OR o.refunded <> COALESCE(p.refunded, 0) OR o.refunded > o.paid"},
    {"customer deposits are what the payments and shipments leave", "sales_order",
     "SELECT 'order ' || o.id || ': deposit ' || (o.paid - o.refunded - COALESCE(l.value, 0)) || ', documents ' || (COALESCE(p.held, 0) - "
     "COALESCE(s.value, 0)) FROM sales_order o LEFT JOIN (SELECT order_id, SUM(shipped * unit_price) AS value FROM order_line "
     "WHERE shipped > 0 GROUP BY order_id) l ON l.order_id = o.id LEFT JOIN (SELECT order_id, SUM(amount) AS held FROM payment "
     "GROUP BY order_id) p ON p.order_id = o.id LEFT JOIN (SELECT x.order_id, SUM(d.units * x.unit_price) AS value FROM "
     "(" WAITLINE_SHIPPED_UNITS ") AS d JOIN order_line x ON x.id = d.order_line_id GROUP BY x.order_id) s ON s.order_id = o.id "
     "WHERE o.paid - o.refunded - COALESCE(l.value, 0) <> COALESCE(p.held, 0) - COALESCE(s.value, 0)"},
    {"a counter-entry takes back one whole entry of its order, once", "payment",
     "SELECT 'payment ' || r.id || ' takes back payment ' || r.reverses FROM payment r LEFT JOIN payment p ON p.id = r.reverses "
     "WHERE r.reverses IS NOT NULL AND (p.id IS NULL OR p.order_id <> r.order_id OR p.amount <> -r.amount OR p.reverses IS NOT NULL) "
     "UNION ALL SELECT 'payment ' || reverses || ' is taken back ' || COUNT(*) || ' times' FROM payment WHERE reverses IS NOT NULL "
     "GROUP BY reverses HAVING COUNT(*) > 1"},
    {"a shipment consumes no more money than its value", "shipment",
     "SELECT 'shipment ' || h.id || ': consumed ' || h.consumed || ', value ' || COALESCE(l.value, 0) FROM shipment h LEFT JOIN ("
     "SELECT d.shipment_id, SUM(d.units * x.unit_price) AS value FROM shipment_line d JOIN order_line x ON x.id = d.order_line_id "
     "GROUP BY d.shipment_id) l ON l.shipment_id = h.id WHERE h.consumed < 0 OR h.consumed > COALESCE(l.value, 0)"},
    {"a notice is open, or told or withdrawn by an operation", "notice",
     "SELECT 'notice ' || n.id || ': state ' || n.state FROM notice n WHERE (n.state = 0) <> (n.closed_by IS NULL) OR n.state NOT IN (0, 1, 2) "
     "OR (n.closed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = n.closed_by))"},
    {"only a delay consent that was asked for is answered, by an operation", "notice",
     "SELECT 'notice ' || n.id || ' of kind ' || n.kind || ' is answered' FROM notice n WHERE n.answer IS NOT NULL AND (n.kind <> 5 "
     "OR n.answer NOT IN (0, 1) OR n.answered_by IS NULL OR NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = n.answered_by)) "
     "UNION ALL SELECT 'notice ' || id || ' asks for consent without a deadline' FROM notice WHERE kind = 5 AND deadline IS NULL"},
    {"deposit requirements are the sum over the lines", "sales_order",
     "SELECT 'order ' || o.id || ': deposit ' || o.deposit_required FROM sales_order o LEFT JOIN (SELECT order_id, SUM("
     "CASE deposit_kind WHEN 1 THEN ((ordered - cancelled) * unit_price * deposit_value + 5000) / 10000 "
     "WHEN 2 THEN (ordered - cancelled) * CASE WHEN deposit_value < unit_price THEN deposit_value ELSE unit_price END ELSE 0 END) AS deposit FROM order_line GROUP BY order_id) l "
     "ON l.order_id = o.id WHERE o.deposit_required <> COALESCE(l.deposit, 0)"},
};

// The days of the spans, as the maintained rows count them (see demandspan.h).
#define WAITLINE_SPAN_START "d.day - ((d.day + 3) % s.days + s.days) % s.days"

const std::vector<CheckRule> demandRules{
    {"demand by day is the sum of the order lines", "demand_day",
     "SELECT 'product ' || product_id || ' day ' || day FROM (SELECT product_id, day, ordered_units, preorder_units, backorder_units, "
     "ordered_value, preorder_value, backorder_value FROM demand_day UNION ALL SELECT l.product_id, o.placed_day, -l.ordered, "
     "-l.ordered * l.preorder, -l.backordered, -l.ordered * l.unit_price, -l.ordered * l.preorder * l.unit_price, "
     "-l.backordered * l.unit_price FROM order_line l JOIN sales_order o ON o.id = l.order_id) AS both_sides GROUP BY product_id, day "
     "HAVING SUM(ordered_units) <> 0 OR SUM(preorder_units) <> 0 OR SUM(backorder_units) <> 0 OR SUM(ordered_value) <> 0 "
     "OR SUM(preorder_value) <> 0 OR SUM(backorder_value) <> 0"},
    {"suggestions belong to a plan", "suggestion",
     "SELECT 'product ' || g.product_id || ': ' || g.units || ' suggested' FROM suggestion g WHERE NOT EXISTS (SELECT 1 FROM plan)"},
    {"booking alerts belong to a plan", "booking_alert",
     "SELECT 'product ' || a.product_id || ': ' || a.booked || ' booked' FROM booking_alert a WHERE NOT EXISTS (SELECT 1 FROM plan)"},
    {"no two overrides of a forecast share a day", "forecast_override",
     "SELECT 'overrides ' || a.id || ' and ' || b.id || ' of product ' || a.product_id FROM forecast_override a JOIN forecast_override b "
     "ON b.product_id = a.product_id AND b.id > a.id AND b.first_day <= a.last_day AND b.last_day >= a.first_day "
     "WHERE a.ended_by IS NULL AND b.ended_by IS NULL"},
    {"demand in total is the sum over the products", "demand_total",
     "SELECT 'day ' || day FROM (SELECT day, ordered_units, preorder_units, backorder_units, ordered_value, preorder_value, "
     "backorder_value FROM demand_total UNION ALL SELECT day, -ordered_units, -preorder_units, -backorder_units, -ordered_value, "
     "-preorder_value, -backorder_value FROM demand_day) AS both_sides GROUP BY day HAVING SUM(ordered_units) <> 0 "
     "OR SUM(preorder_units) <> 0 OR SUM(backorder_units) <> 0 OR SUM(ordered_value) <> 0 OR SUM(preorder_value) <> 0 "
     "OR SUM(backorder_value) <> 0"},
    {"demand by span is the sum of its days", "demand_span",
     "SELECT 'product ' || product_id || ', ' || days || ' days from day ' || first_day FROM (SELECT days, first_day, product_id, "
     "preorder_units, backorder_units, preorder_value, backorder_value FROM demand_span UNION ALL "
     "SELECT s.days, " WAITLINE_SPAN_START ", d.product_id, -d.preorder_units, -d.backorder_units, -d.preorder_value, -d.backorder_value "
     "FROM demand_day d CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 7 UNION ALL SELECT 28) AS s "
     "WHERE d.preorder_units <> 0 OR d.backorder_units <> 0) AS both_sides GROUP BY days, first_day, product_id "
     "HAVING SUM(preorder_units) <> 0 OR SUM(backorder_units) <> 0 OR SUM(preorder_value) <> 0 OR SUM(backorder_value) <> 0"},
};

} // namespace

const std::vector<CheckRule> &checkRules()
{
    static const std::vector<CheckRule> all = [] {
        std::vector<CheckRule> rules;
        for (const auto *group : {&stockRules, &lineRules, &queueRules, &rankRules, &referenceRules, &documentRules, &demandRules,
                                  &dockRules(), &campaignRules()})
            rules.insert(rules.end(), group->begin(), group->end());
        return rules;
    }();
    return all;
}

} // namespace waitline
