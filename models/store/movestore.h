#pragma once

#include "models/domain/id.h"
#include "models/domain/rank.h"

#include <optional>

namespace waitline {

class Connection;

/// A move of a line within its product's waiting line.
struct LineMove {
    qint64 id = 0;
    OperationId operation;
    OrderLineId line;
    ProductId product;
    RankKey rank; ///< the key it gave
    qint64 placeBefore = 0;
    qint64 placeAfter = 0;
};

class MoveStore final {
public:
    explicit MoveStore(Connection &connection) : m_connection(connection) {}

    void insert(const LineMove &move);
    /// The nearest key ever given on one side of `anchor`, among the keys made from the same line's.
    [[nodiscard]] std::optional<RankKey> nearest(ProductId product, const RankKey &anchor, Side side);
    /// The line's last move that stands, and the one before it.
    [[nodiscard]] std::optional<LineMove> last(OrderLineId line, int skip = 0);
    void markUndone(qint64 move, OperationId by);

private:
    Connection &m_connection;
};

} // namespace waitline
