#include "models/store/queuestore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

namespace {

#define WAITLINE_RANK "urgency, placed_at, rank_line, sequence"
#define WAITLINE_IS_ROW " WHERE product_id = ? AND urgency = ? AND placed_at = ? AND rank_line = ? AND sequence = ?"

QueueLine readLine(const Rows &rows)
{
    QueueLine line;
    line.product = rows.id<ProductId>(0);
    line.rank = {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
    line.line = rows.id<OrderLineId>(5);
    line.order = rows.id<OrderId>(6);
    line.units = rows.integer(7);
    line.unitPrice = rows.integer(8);
    line.preorder = rows.boolean(9);
    return line;
}

} // namespace

void QueueStore::insertWaiting(const std::vector<QueueLine> &lines)
{
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO waiting_line (product_id, " WAITLINE_RANK
                                     ", order_line_id, order_id, units, unit_price, preorder)"),
                      10);
    for (const QueueLine &line : lines) {
        insert.add(line.product, line.rank.urgency, line.rank.placedAt, line.rank.line, line.rank.sequence, line.line, line.order,
                   line.units, line.unitPrice, line.preorder);
    }
    insert.finish();
}

std::vector<QueueLine> QueueStore::head(ProductId product, qint64 limit, bool withDeposits, Units enough)
{
    std::vector<QueueLine> lines;
    Rows rows = withDeposits
                    ? m_connection.run("SELECT product_id, w.urgency, w.placed_at, rank_line, sequence, order_line_id, order_id, "
                                       "units, unit_price, preorder, o.paid - o.refunded >= o.deposit_required "
                                       "FROM waiting_line w JOIN sales_order o ON o.id = w.order_id WHERE product_id = ? "
                                       "ORDER BY product_id, w.urgency, w.placed_at, rank_line, sequence LIMIT ?",
                                       product, limit)
                    : m_connection.run("SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units, unit_price, preorder "
                                       "FROM waiting_line WHERE product_id = ? ORDER BY product_id, " WAITLINE_RANK " LIMIT ?",
                                       product, limit);
    while (enough > 0 && rows.next()) {
        lines.push_back(readLine(rows));
        enough -= lines.back().units;
        if (withDeposits)
            lines.back().depositMet = rows.value(10).toBool();
    }
    return lines;
}

std::optional<QueueLine> QueueStore::waiting(ProductId product, const RankKey &rank)
{
    Rows rows = m_connection.run("SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units, unit_price, preorder "
                                 "FROM waiting_line" WAITLINE_IS_ROW,
                                 product, rank.urgency, rank.placedAt, rank.line, rank.sequence);
    return rows.next() ? std::optional(readLine(rows)) : std::nullopt;
}

std::optional<QueueLine> QueueStore::allocated(ProductId product, const RankKey &rank)
{
    Rows rows = m_connection.run("SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units, 0, 0 "
                                 "FROM allocated_line" WAITLINE_IS_ROW,
                                 product, rank.urgency, rank.placedAt, rank.line, rank.sequence);
    return rows.next() ? std::optional(readLine(rows)) : std::nullopt;
}

void QueueStore::setWaiting(const QueueLine &line, Units units)
{
    const RankKey &rank = line.rank;
    if (units == 0) {
        m_connection.run("DELETE FROM waiting_line" WAITLINE_IS_ROW, line.product, rank.urgency, rank.placedAt, rank.line, rank.sequence);
    } else {
        m_connection.run("UPDATE waiting_line SET units = ?" WAITLINE_IS_ROW, units, line.product, rank.urgency, rank.placedAt, rank.line,
                         rank.sequence);
    }
}

void QueueStore::allocateRange(ProductId product, const RankKey &first, const RankKey &last)
{
#define WAITLINE_IS_IN_RANGE " WHERE product_id = ? AND (" WAITLINE_RANK ") >= (?, ?, ?, ?) AND (" WAITLINE_RANK ") <= (?, ?, ?, ?)"
    for (const char *sql : {"INSERT INTO allocated_line (product_id, " WAITLINE_RANK ", order_line_id, order_id, units) "
                            "SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units FROM waiting_line" WAITLINE_IS_IN_RANGE
                            " ON CONFLICT (product_id, " WAITLINE_RANK ") DO UPDATE SET units = allocated_line.units + excluded.units",
                            "DELETE FROM waiting_line" WAITLINE_IS_IN_RANGE})
        m_connection.run(sql, product, first.urgency, first.placedAt, first.line, first.sequence, last.urgency, last.placedAt, last.line,
                         last.sequence);
}

void QueueStore::addAllocated(const std::vector<QueueLine> &lines)
{
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO allocated_line (product_id, " WAITLINE_RANK ", order_line_id, order_id, units)"), 8,
                      QStringLiteral("ON CONFLICT (product_id, " WAITLINE_RANK
                                     ") DO UPDATE SET units = allocated_line.units + excluded.units"));
    for (const QueueLine &line : lines) {
        insert.add(line.product, line.rank.urgency, line.rank.placedAt, line.rank.line, line.rank.sequence, line.line, line.order,
                   line.units);
    }
    insert.finish();
}

void QueueStore::setAllocated(const QueueLine &line, Units units)
{
    const RankKey &rank = line.rank;
    if (units == 0) {
        m_connection.run("DELETE FROM allocated_line" WAITLINE_IS_ROW, line.product, rank.urgency, rank.placedAt, rank.line, rank.sequence);
    } else {
        m_connection.run("UPDATE allocated_line SET units = ?" WAITLINE_IS_ROW, units, line.product, rank.urgency, rank.placedAt, rank.line,
                         rank.sequence);
    }
}

std::vector<QueueLine> QueueStore::lowestAllocated(ProductId product, Units units)
{
    std::vector<QueueLine> lines;
    Rows rows = m_connection.run("SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units, 0, 0 FROM allocated_line "
                                 "WHERE product_id = ? ORDER BY product_id DESC, urgency DESC, placed_at DESC, rank_line DESC, "
                                 "sequence DESC LIMIT ?",
                                 product, units);
    while (units > 0 && rows.next()) {
        lines.push_back(readLine(rows));
        units -= lines.back().units;
    }
    return lines;
}

Standing QueueStore::standing(ProductId product, const RankKey &rank, qint64 lines, Units units)
{
    constexpr qint64 nearEnd = 500;
    const auto count = [&](const char *sql, qint64 limit) {
        Rows rows = m_connection.run(sql, product, rank.urgency, rank.placedAt, rank.line, rank.sequence, limit);
        return rows.next() ? std::pair(rows.integer(0), rows.integer(1)) : std::pair(qint64(0), Units(0));
    };
    constexpr auto aheadOf = "SELECT COUNT(*), CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM (SELECT units FROM waiting_line "
                             "WHERE product_id = ? AND (" WAITLINE_RANK ") < (?, ?, ?, ?) ORDER BY product_id DESC, urgency DESC, "
                             "placed_at DESC, rank_line DESC, sequence DESC LIMIT ?) AS ahead";
    constexpr auto fromHere =
        "SELECT COUNT(*), CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM (SELECT units FROM waiting_line "
        "WHERE product_id = ? AND (" WAITLINE_RANK ") >= (?, ?, ?, ?) ORDER BY product_id, " WAITLINE_RANK " LIMIT ?) AS here";
    auto [behindLines, behindUnits] = count(fromHere, nearEnd);
    if (behindLines < nearEnd)
        return {lines - behindLines + 1, units - behindUnits};
    const auto [aheadLines, aheadUnits] = count(aheadOf, lines);
    return {aheadLines + 1, aheadUnits};
}

void QueueStore::rerank(ProductId product, const RankKey &from, const RankKey &to)
{
    m_connection.changes().products.insert(product);
    for (const char *sql : {"UPDATE waiting_line SET urgency = ?, placed_at = ?, rank_line = ?, sequence = ?" WAITLINE_IS_ROW,
                            "UPDATE allocated_line SET urgency = ?, placed_at = ?, rank_line = ?, sequence = ?" WAITLINE_IS_ROW})
        m_connection.run(sql, to.urgency, to.placedAt, to.line, to.sequence, product, from.urgency, from.placedAt, from.line,
                         from.sequence);
}

std::vector<QueueLine> QueueStore::between(ProductId product, const RankKey &first, const RankKey &last)
{
    std::vector<QueueLine> lines;
    Rows rows = m_connection.run("SELECT product_id, " WAITLINE_RANK ", order_line_id, order_id, units, unit_price, preorder "
                                 "FROM waiting_line WHERE product_id = ? AND (" WAITLINE_RANK ") > (?, ?, ?, ?) "
                                 "AND (" WAITLINE_RANK ") < (?, ?, ?, ?) ORDER BY product_id, " WAITLINE_RANK,
                                 product, first.urgency, first.placedAt, first.line, first.sequence, last.urgency, last.placedAt, last.line,
                                 last.sequence);
    while (rows.next())
        lines.push_back(readLine(rows));
    return lines;
}

} // namespace waitline
