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
        Rows rows = m_connection.run("INSERT INTO stock_ledger (operation_id, product_id, cause, on_hand_delta, allocated_delta, "
                                     "policy, units_seen) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                                     entry.operation, entry.product, entry.cause, entry.onHandDelta, entry.allocatedDelta, policy,
                                     entry.unitsSeen);
        id = rows.next() ? rows.integer(0) : 0;
    }
    if (lines.empty())
        return;
    BulkInsert insert(m_connection, QStringLiteral("INSERT INTO allocation (ledger_id, order_line_id, units, place, units_ahead)"), 5);
    for (const AllocationEntry &line : lines)
        insert.add(id, line.line, line.units, line.place, line.unitsAhead);
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

std::vector<AllocationStep> LedgerStore::steps(OrderLineId line)
{
    std::vector<AllocationStep> steps;
    Rows rows = m_connection.run("SELECT g.operation_id, a.units, g.cause, COALESCE(r.operation_id, 0) FROM allocation a "
                                 "JOIN stock_ledger g ON g.id = a.ledger_id "
                                 "LEFT JOIN receipt r ON r.voided_by = g.operation_id AND g.cause = 'void' "
                                 "WHERE a.order_line_id = ? ORDER BY a.ledger_id",
                                 line);
    while (rows.next())
        steps.push_back({rows.id<OperationId>(0), rows.integer(1), rows.text(2) == u"ship", rows.id<OperationId>(3)});
    return steps;
}

} // namespace waitline
