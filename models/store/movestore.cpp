#include "models/store/movestore.h"

#include "models/store/connection.h"

namespace waitline {

void MoveStore::insert(const LineMove &move)
{
    m_connection.run("INSERT INTO line_move (operation_id, order_line_id, product_id, urgency, placed_at, rank_line, sequence, "
                     "place_before, place_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     move.operation, move.line, move.product, move.rank.urgency, move.rank.placedAt, move.rank.line, move.rank.sequence,
                     move.placeBefore, move.placeAfter);
}

std::optional<RankKey> MoveStore::nearest(ProductId product, const RankKey &anchor, Side side)
{
    Rows rows = side == Side::After
                    ? m_connection.run("SELECT MIN(sequence) FROM line_move WHERE product_id = ? AND urgency = ? AND placed_at = ? "
                                       "AND rank_line = ? AND sequence > ?",
                                       product, anchor.urgency, anchor.placedAt, anchor.line, anchor.sequence)
                    : m_connection.run("SELECT MAX(sequence) FROM line_move WHERE product_id = ? AND urgency = ? AND placed_at = ? "
                                       "AND rank_line = ? AND sequence < ?",
                                       product, anchor.urgency, anchor.placedAt, anchor.line, anchor.sequence);
    if (!rows.next() || rows.isNull(0))
        return std::nullopt;
    return RankKey{anchor.urgency, anchor.placedAt, anchor.line, rows.integer(0)};
}

std::optional<LineMove> MoveStore::last(OrderLineId line, int skip)
{
    Rows rows = m_connection.run("SELECT id, operation_id, product_id, urgency, placed_at, rank_line, sequence, place_before, place_after "
                                 "FROM line_move WHERE order_line_id = ? AND undone_by IS NULL ORDER BY id DESC LIMIT 1 OFFSET ?",
                                 line, skip);
    if (!rows.next())
        return std::nullopt;
    return LineMove{rows.integer(0),
                    rows.id<OperationId>(1),
                    line,
                    rows.id<ProductId>(2),
                    {rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)},
                    rows.integer(7),
                    rows.integer(8)};
}

void MoveStore::markUndone(qint64 move, OperationId by) { m_connection.run("UPDATE line_move SET undone_by = ? WHERE id = ?", by, move); }

} // namespace waitline
