#include "models/store/dockrules.h"

namespace waitline {

const std::vector<CheckRule> &dockRules()
{
    static const std::vector<CheckRule> rules{
        {"void shipments brought back what they had taken", "shipment",
         "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its void shipment by ' || SUM(units) "
         "FROM (SELECT operation_id, product_id, on_hand_delta AS units FROM stock_ledger WHERE cause = 'void_ship' UNION ALL "
         "SELECT s.voided_by, l.product_id, -l.units FROM shipment s JOIN shipment_line l ON l.shipment_id = s.id "
         "WHERE s.voided_by IS NOT NULL) AS both_sides GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
        {"returned stock is what returns say", "customer_return",
         "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its returns by ' || SUM(units) FROM ("
         "SELECT operation_id, product_id, on_hand_delta AS units FROM stock_ledger WHERE cause = 'return' UNION ALL "
         "SELECT operation_id, product_id, -to_stock FROM customer_return) AS both_sides "
         "GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
        {"no more came back than a shipment took, and nothing of a void one", "customer_return",
         "SELECT 'shipment ' || r.shipment_id || ' line ' || r.order_line_id || ': returned ' || r.units || ' of ' || COALESCE(l.units, 0) "
         "FROM (SELECT shipment_id, order_line_id, product_id, SUM(to_stock + scrapped) AS units FROM customer_return "
         "GROUP BY shipment_id, order_line_id, product_id) r LEFT JOIN (SELECT d.shipment_id, d.order_line_id, d.product_id, "
         "SUM(d.units) AS units FROM shipment_line d JOIN shipment s ON s.id = d.shipment_id WHERE s.voided_by IS NULL "
         "GROUP BY d.shipment_id, d.order_line_id, d.product_id) l ON l.shipment_id = r.shipment_id "
         "AND l.order_line_id = r.order_line_id AND l.product_id = r.product_id WHERE r.units > COALESCE(l.units, 0)"},
        {"written-off stock is what damage reports say", "stock_damage",
         "SELECT 'operation ' || operation_id || ' product ' || product_id || ': ledger differs from its damage by ' || SUM(units) FROM ("
         "SELECT operation_id, product_id, on_hand_delta AS units FROM stock_ledger WHERE cause = 'damage' UNION ALL "
         "SELECT operation_id, product_id, units FROM stock_damage) AS both_sides "
         "GROUP BY operation_id, product_id HAVING SUM(units) <> 0"},
        {"returns and damage belong to operations", "operation",
         "SELECT 'return ' || d.id || ' names operation ' || d.operation_id FROM customer_return d "
         "WHERE NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = d.operation_id) UNION ALL "
         "SELECT 'damage ' || d.id || ' names operation ' || d.operation_id FROM stock_damage d "
         "WHERE NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = d.operation_id)"},
        {"a posted count is what its receipt says", "receiving_count",
         "SELECT 'count ' || count_id || ' product ' || product_id || ': ' || SUM(accepted) || ' good and ' || SUM(damaged) || "
         "' damaged units more than on its receipt' FROM (SELECT s.count_id, s.product_id, s.accepted, s.damaged FROM receiving_scan s "
         "JOIN receiving_count c ON c.id = s.count_id WHERE c.receipt_id IS NOT NULL AND s.taken_back = 0 AND s.product_id IS NOT NULL "
         "UNION ALL SELECT c.id, l.product_id, -l.accepted, -l.damaged FROM receiving_count c JOIN receipt_line l "
         "ON l.receipt_id = c.receipt_id) AS both_sides GROUP BY count_id, product_id HAVING SUM(accepted) <> 0 OR SUM(damaged) <> 0"},
        {"no delivery is counted below zero", "receiving_scan",
         "SELECT 'count ' || count_id || ' product ' || product_id || ': ' || SUM(accepted) || ' good, ' || SUM(damaged) || ' damaged' "
         "FROM receiving_scan WHERE taken_back = 0 AND product_id IS NOT NULL GROUP BY count_id, product_id "
         "HAVING SUM(accepted) < 0 OR SUM(damaged) < 0"},
        {"counts of deliveries belong to operations", "receiving_count",
         "SELECT 'count ' || c.id || ' names operation ' || COALESCE(c.ended_by, c.operation_id) FROM receiving_count c "
         "LEFT JOIN receipt r ON r.id = c.receipt_id WHERE NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = c.operation_id) "
         "OR (c.ended_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = c.ended_by)) "
         "OR (c.receipt_id IS NOT NULL AND c.ended_by <> r.operation_id)"},
    };
    return rules;
}

} // namespace waitline
