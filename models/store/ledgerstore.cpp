#include "models/store/ledgerstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

void LedgerStore::post(const LedgerEntry &entry, const std::vector<AllocationEntry> &lines)
{
    std::optional<qint64> policy;
    if (entry.policy)
        policy = qint64(*entry.policy);
    qint64 id = 0;
    {
        Rows rows =
            m_connection.run("INSERT INTO stock_ledger (operation_id, product_id, cause, on_hand_delta, allocated_delta, "
                             "policy, units_seen) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                             entry.operation, entry.product, entry.cause, entry.onHandDelta, entry.allocatedDelta, policy, entry.unitsSeen);
        id = rows.next() ? rows.integer(0) : 0;
    }
    if (lines.empty())
        return;
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO allocation (ledger_id, product_id, order_line_id, units, place, units_ahead)"), 6);
    for (const AllocationEntry &line : lines)
        insert.add(id, entry.product, line.line, line.units, line.place, line.unitsAhead);
    insert.finish();
}

std::vector<FedLine> LedgerStore::fedBy(OperationId operation)
{
    std::vector<FedLine> lines;
    Rows rows = m_connection.run("SELECT a.order_line_id, g.product_id, CAST(SUM(a.units) AS BIGINT) FROM stock_ledger g "
                                 "JOIN allocation a ON a.ledger_id = g.id WHERE g.operation_id = ? AND a.units > 0 "
                                 "GROUP BY a.order_line_id, g.product_id ORDER BY a.order_line_id",
                                 operation);
    while (rows.next())
        lines.push_back({rows.id<OrderLineId>(0), rows.id<ProductId>(1), rows.integer(2)});
    return lines;
}

Units LedgerStore::countedAwaySince(ProductId product, OperationId operation)
{
    return m_connection.integer("SELECT CAST(COALESCE(SUM(-on_hand_delta), 0) AS BIGINT) FROM stock_ledger WHERE product_id = ? "
                                "AND operation_id > ? AND cause IN ('count', 'damage') AND on_hand_delta < 0",
                                product, operation);
}

std::vector<AllocationStep> LedgerStore::steps(OrderLineId line)
{
    std::vector<AllocationStep> steps;
    Rows rows = m_connection.run("SELECT g.operation_id, a.units, g.cause, COALESCE(r.operation_id, 0), COALESCE(s.operation_id, 0) "
                                 "FROM order_line l "
                                 "JOIN allocation a ON a.product_id = l.product_id AND a.order_line_id = l.id "
                                 "JOIN stock_ledger g ON g.id = a.ledger_id "
                                 "LEFT JOIN receipt r ON r.voided_by = g.operation_id AND g.cause = 'void' "
                                 "LEFT JOIN shipment s ON s.voided_by = g.operation_id AND g.cause = 'void_ship' "
                                 "WHERE l.id = ? ORDER BY a.ledger_id",
                                 line);
    while (rows.next())
        steps.push_back(
            {rows.id<OperationId>(0), rows.integer(1), rows.text(2) == u"ship", rows.id<OperationId>(3), rows.id<OperationId>(4)});
    return steps;
}

std::vector<LedgerStore::Cause> LedgerStore::causes(OrderLineId line)
{
    std::vector<Cause> causes;
    Rows rows = m_connection.run("SELECT o.kind, o.uuid, o.actor, o.at, o.reason, g.operation_id, g.product_id, g.cause, g.on_hand_delta, "
                                 "g.allocated_delta, g.policy, g.units_seen, a.units, a.place, a.units_ahead FROM order_line l "
                                 "JOIN allocation a ON a.product_id = l.product_id AND a.order_line_id = l.id "
                                 "JOIN stock_ledger g ON g.id = a.ledger_id JOIN operation o ON o.id = g.operation_id "
                                 "WHERE l.id = ? ORDER BY a.ledger_id",
                                 line);
    while (rows.next()) {
        const auto policy = rows.optionalInteger(10);
        causes.push_back({{rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.text(4)},
                          {rows.id<OperationId>(5), rows.id<ProductId>(6), rows.text(7), rows.integer(8), rows.integer(9),
                           policy ? std::optional(AllocationPolicy(*policy)) : std::nullopt, rows.optionalInteger(11)},
                          {line, rows.integer(12), rows.optionalInteger(13), rows.optionalInteger(14)}});
    }
    return causes;
}

} // namespace waitline
