#include "models/store/correctionstore.h"

#include "models/store/connection.h"

namespace waitline {

void CorrectionStore::recordSplit(OperationId operation, OrderLineId from, OrderLineId to, Units units)
{
    m_connection.run("INSERT INTO line_split (operation_id, from_line, to_line, units) VALUES (?, ?, ?, ?)", operation, from, to, units);
}

std::optional<LineSplit> CorrectionStore::lastSplitOff(OrderLineId from)
{
    Rows rows =
        m_connection.run("SELECT operation_id, from_line, to_line, units FROM line_split WHERE from_line = ? ORDER BY id DESC LIMIT 1",
                         from);
    return rows.next()
               ? std::optional(LineSplit{rows.id<OperationId>(0), rows.id<OrderLineId>(1), rows.id<OrderLineId>(2), rows.integer(3)})
               : std::nullopt;
}

bool CorrectionStore::isTouchedSince(const LineSplit &split)
{
    for (const OrderLineId line : {split.from, split.to}) {
        const bool isTouched =
            m_connection.integer("SELECT COUNT(*) FROM (SELECT operation_id FROM line_move WHERE order_line_id = ? "
                                 "UNION ALL SELECT operation_id FROM promise_change WHERE order_line_id = ? "
                                 "UNION ALL SELECT e.operation_id FROM order_edit e JOIN operation p ON p.id = e.operation_id "
                                 "WHERE e.order_line_id = ? AND p.kind NOT IN ('split', 'undo_split') "
                                 "UNION ALL SELECT operation_id FROM cancellation WHERE order_line_id = ? "
                                 "UNION ALL SELECT operation_id FROM line_split WHERE from_line = ? "
                                 "UNION ALL SELECT s.operation_id FROM shipment s JOIN shipment_line d ON d.shipment_id = s.id "
                                 "WHERE d.order_line_id = ?) AS later WHERE operation_id > ?",
                                 line, line, line, line, line, line, split.operation) > 0;
        if (isTouched)
            return true;
    }
    return m_connection
        .run(
            "SELECT 1 FROM allocation a JOIN order_line l ON l.id = a.order_line_id AND l.product_id = a.product_id WHERE l.id = ? LIMIT 1",
            split.to)
        .next();
}

void CorrectionStore::removeHalf(const LineSplit &split)
{
    m_connection.run("DELETE FROM line_split WHERE to_line = ?", split.to);
    m_connection.run("DELETE FROM line_move WHERE order_line_id = ?", split.to);
    m_connection.run("DELETE FROM promise_change WHERE order_line_id = ?", split.to);
    m_connection.run("DELETE FROM order_line WHERE id = ?", split.to);
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
