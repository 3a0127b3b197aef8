#include "models/store/correctionstore.h"

#include "models/store/connection.h"

namespace waitline {

void CorrectionStore::recordSplit(OperationId operation, OrderLineId from, OrderLineId to, Units units)
{
    m_connection.run("INSERT INTO line_split (operation_id, from_line, to_line, units) VALUES (?, ?, ?, ?)", operation, from, to, units);
}

std::optional<LastCancellation> CorrectionStore::lastCancellation(OrderId order)
{
    LastCancellation last;
    Rows rows = m_connection.run(
        "SELECT c.operation_id, c.order_line_id, CAST(SUM(c.units) AS BIGINT) FROM cancellation c JOIN order_line l ON l.id = c.order_line_id "
        "WHERE l.order_id = ? AND c.taken_back_by IS NULL AND c.operation_id = (SELECT MAX(d.operation_id) FROM cancellation d "
        "JOIN order_line m ON m.id = d.order_line_id JOIN operation p ON p.id = d.operation_id WHERE m.order_id = l.order_id "
        "AND d.taken_back_by IS NULL AND p.kind = 'cancel') "
        "GROUP BY c.operation_id, c.order_line_id ORDER BY c.order_line_id",
        order);
    while (rows.next()) {
        last.operation = rows.id<OperationId>(0);
        last.units.emplace_back(rows.id<OrderLineId>(1), rows.integer(2));
    }
    return last.units.empty() ? std::nullopt : std::optional(last);
}

std::vector<std::pair<OrderLineId, Units>> CorrectionStore::standingOf(OperationId operation)
{
    std::vector<std::pair<OrderLineId, Units>> lines;
    Rows rows = m_connection.run("SELECT order_line_id, CAST(SUM(units) AS BIGINT) FROM cancellation WHERE operation_id = ? "
                                 "AND taken_back_by IS NULL GROUP BY order_line_id ORDER BY order_line_id",
                                 operation);
    while (rows.next())
        lines.emplace_back(rows.id<OrderLineId>(0), rows.integer(1));
    return lines;
}

void CorrectionStore::takeBackCancellation(OperationId cancellation, OrderLineId line, OperationId by)
{
    m_connection.run("UPDATE order_line SET cancelled = cancelled - (SELECT CAST(SUM(units) AS BIGINT) FROM cancellation "
                     "WHERE operation_id = ? AND order_line_id = order_line.id AND taken_back_by IS NULL) WHERE id = ?",
                     cancellation, line);
    m_connection.run("UPDATE cancellation SET taken_back_by = ? WHERE operation_id = ? AND order_line_id = ? AND taken_back_by IS NULL", by,
                     cancellation, line);
}

} // namespace waitline
