#pragma once

#include "models/domain/order.h"
#include "models/services/caller.h"
#include "models/services/orderview.h"
#include "models/services/stockbook.h"

namespace waitline {

class Connection;

/// A line whose place in line got worse because another one, or itself, was moved.
struct PushedBack {
    OrderId order;
    OrderLineId line;
    qint64 placeBefore = 0;
    qint64 placeAfter = 0;

    friend bool operator==(const PushedBack &, const PushedBack &) = default;
};

/// A line's new place, and at whose cost.
struct MoveOutcome {
    OrderView order;
    qint64 placeBefore = 0;
    qint64 placeAfter = 0;
    std::vector<PushedBack> pushedBack; ///< in rank order
};

/// Places orders and changes them. Every operation is one transaction and ends in the same allocation step.
class OrderService final {
public:
    explicit OrderService(Connection &connection) : m_connection(connection) {}

    /// Places an order. Refuses what a cap forbids, says how many could be sold, and records the refused demand.
    Result<OrderView> place(const OrderDraft &draft, const Caller &caller);
    /// Places many orders in one operation: all or none. Units are given in rank order at the end.
    Result<std::vector<OrderId>> placeAll(const std::vector<OrderDraft> &drafts, const Caller &caller);
    /// Takes over orders that were placed elsewhere, in one operation: those that a rule refuses say so and are left
    /// out. Units that have shipped or were cancelled already are past refusing; nothing counts as refused demand,
    /// for the same file may come again. Part of the unit of work it is called in; throws what ends that.
    [[nodiscard]] std::vector<Result<OrderId>> takeOver(const std::vector<OrderDraft> &drafts, const Caller &caller);

    Result<OrderView> show(OrderId order, const Caller &caller);
    /// Cancels a line, `units` of it, or (without a line) all that has not shipped. Waiting units go first.
    Result<OrderView> cancel(OrderId order, std::optional<OrderLineId> line, std::optional<Units> units, const QString &reason,
                             const Caller &caller);
    /// Sets how many units of a line are ordered. More units keep the line's place; caps are checked for them.
    Result<OrderView> amend(OrderId order, OrderLineId line, Units units, const Caller &caller);
    /// Changes the priority of an order: its lines are ranked anew, except those that were moved by hand.
    Result<OrderView> setPriority(OrderId order, int priority, const QString &reason, const Caller &caller);
    /// Puts a line directly before or after another waiting one of the same product.
    Result<MoveOutcome> moveLine(OrderLineId line, Side side, OrderLineId anchor, const QString &reason, const Caller &caller);
    /// Takes the line's last move back: it stands again where it stood before it.
    Result<MoveOutcome> undoMove(OrderLineId line, const QString &reason, const Caller &caller);
    /// Puts a line at another place of its waiting line: whoever stands there or behind it stands one further back,
    /// or, when it goes back, one further ahead.
    Result<MoveOutcome> moveTo(OrderLineId line, qint64 place, const QString &reason, const Caller &caller);
    /// What moveTo would come to; nothing is written.
    Result<MoveOutcome> previewMove(OrderLineId line, qint64 place, const Caller &caller);
    /// Makes waiting units of a line a line of their own, directly behind it: the line as a whole keeps its neighbours.
    Result<OrderView> split(OrderId order, OrderLineId line, Units units, const Caller &caller);
    /// Joins a line again with what was split off it last, if nothing else has happened to either of them.
    Result<OrderView> undoSplit(OrderId order, OrderLineId line, const QString &reason, const Caller &caller);
    /// Takes the order's last cancellation back: its units wait again at their own places, as far as caps allow.
    Result<OrderView> undoCancel(OrderId order, const QString &reason, const Caller &caller);
    /// Tells the customer another day; the first one is kept.
    Result<OrderView> setPromise(OrderId order, OrderLineId line, QDate day, const QString &reason, const Caller &caller);

private:
    StockBook lockedFor(OrderId order, const OperationStamp &stamp);
    [[nodiscard]] RankKey rankBehind(const StoredOrderLine &line, OrderLineId made, OperationId operation);
    MoveOutcome rerank(StockBook &book, const StoredOrderLine &line, const RankKey &rank);

    Connection &m_connection;
};

} // namespace waitline
