#include "models/store/planstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

void PlanStore::replace(const StoredPlan &plan, const std::vector<StoredSuggestion> &suggestions, const std::vector<BookingAlert> &alerts)
{
    m_connection.run("DELETE FROM booking_alert");
    m_connection.run("DELETE FROM suggestion");
    m_connection.run("DELETE FROM plan");
    m_connection.run("INSERT INTO plan (id, made_at, by_month, service_permille) VALUES (1, ?, ?, ?)", plan.madeAt, plan.byMonth,
                     plan.servicePermille);
    BulkInsert insert(m_connection,
                      QStringLiteral(
                          "INSERT INTO suggestion (product_id, units, unit_cost, worth, reorder_point, order_up_to, safety_stock, "
                          "on_hand, on_order, committed, waiting, demand_milli, lead_milli, lead_spread_milli, order_by, method, "
                          "need_milli, need_spread_milli, economic_units, silent_since)"),
                      20);
    for (const StoredSuggestion &each : suggestions) {
        insert.add(each.product, each.units, each.unitCost, each.worth, each.reorderPoint, each.orderUpTo, each.safetyStock, each.onHand,
                   each.onOrder, each.committed, each.waiting, each.demandMilli, each.leadMilli, each.leadSpreadMilli, each.orderBy,
                   each.method, each.needMilli, each.needSpreadMilli, each.economicUnits, each.silentSince);
    }
    insert.finish();
    for (const BookingAlert &alert : alerts)
        m_connection.run("INSERT INTO booking_alert (product_id, booked, low, high) VALUES (?, ?, ?, ?)", alert.product, alert.booked,
                         alert.low, alert.high);
    m_connection.changes().everything = true;
}

std::optional<StoredPlan> PlanStore::last()
{
    Rows rows = m_connection.run("SELECT made_at, by_month, service_permille FROM plan");
    if (!rows.next())
        return std::nullopt;
    StoredPlan plan{rows.integer(0), rows.boolean(1), int(rows.integer(2)), {}};
    Rows overruled = m_connection.run("SELECT DISTINCT f.product_id FROM forecast_override f JOIN operation p ON p.id = f.operation_id "
                                      "LEFT JOIN operation e ON e.id = f.ended_by WHERE p.at > ? OR e.at > ?",
                                      plan.madeAt, plan.madeAt);
    while (overruled.next())
        plan.overruled.insert(overruled.id<ProductId>(0));
    return plan;
}

void PlanStore::lock() { m_connection.run("SELECT id FROM plan WHERE id = 1 @forUpdate"); }

std::vector<StoredSuggestion> PlanStore::suggestions()
{
    std::vector<StoredSuggestion> suggestions;
    Rows rows = m_connection.run(
        "SELECT g.product_id, p.sku, p.name, COALESCE(u.name, ''), p.pack, p.minimum_order, g.units, g.unit_cost, g.worth, g.reorder_point, "
        "g.order_up_to, g.safety_stock, g.on_hand, g.on_order, g.committed, g.waiting, g.demand_milli, g.lead_milli, g.lead_spread_milli, "
        "g.order_by, g.method, g.need_milli, g.need_spread_milli, g.economic_units, p.price, s.waiting_lines, COALESCE(k.units, 0), COALESCE(k.first_draft, 0), COALESCE(k.drafts, 0), "
        "s.on_hand + s.on_order - s.allocated - s.waiting_preorder - s.waiting_backorder - g.on_hand - g.on_order + g.committed, "
        "s.shipped, p.edition_size, g.silent_since "
        "FROM suggestion g JOIN product p ON p.id = g.product_id JOIN product_stock s ON s.product_id = g.product_id "
        "LEFT JOIN supplier u ON u.id = p.supplier_id LEFT JOIN (SELECT l.sku, CAST(SUM(l.units) AS BIGINT) AS units, MIN(d.id) AS first_draft, "
        "COUNT(DISTINCT d.id) AS drafts FROM purchase_draft d JOIN purchase_draft_line l ON l.draft_id = d.id WHERE d.ended_by IS NULL "
        "GROUP BY l.sku) k ON k.sku = p.sku "
        "ORDER BY COALESCE(u.name_folded, ''), g.order_by, p.sku");
    while (rows.next()) {
        suggestions.push_back({rows.id<ProductId>(0),
                               rows.text(1),
                               rows.text(2),
                               rows.text(3),
                               rows.integer(4),
                               rows.integer(5),
                               rows.integer(6),
                               rows.integer(7),
                               rows.integer(8),
                               rows.integer(9),
                               rows.integer(10),
                               rows.integer(11),
                               rows.integer(12),
                               rows.integer(13),
                               rows.integer(14),
                               rows.integer(15),
                               rows.integer(16),
                               rows.integer(17),
                               rows.integer(18),
                               rows.day(19),
                               rows.text(20),
                               rows.integer(21),
                               rows.integer(22),
                               rows.integer(23),
                               rows.integer(24),
                               rows.integer(25),
                               rows.integer(26),
                               rows.integer(27),
                               rows.integer(28),
                               rows.integer(29),
                               rows.integer(30),
                               rows.optionalInteger(31),
                               false,
                               rows.optionalDay(32)});
    }
    return suggestions;
}

Money PlanStore::draftedCost()
{
    return m_connection.integer("SELECT CAST(COALESCE(SUM(l.units * COALESCE(l.unit_cost, p.cost, 0)), 0) AS BIGINT) FROM purchase_draft d "
                                "JOIN purchase_draft_line l ON l.draft_id = d.id LEFT JOIN product p ON p.sku = l.sku "
                                "WHERE d.ended_by IS NULL");
}

std::vector<BookingAlert> PlanStore::bookingAlerts()
{
    std::vector<BookingAlert> alerts;
    Rows rows = m_connection.run("SELECT a.product_id, p.sku, p.name, a.booked, a.low, a.high FROM booking_alert a "
                                 "JOIN product p ON p.id = a.product_id ORDER BY p.sku");
    while (rows.next())
        alerts.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return alerts;
}

} // namespace waitline
