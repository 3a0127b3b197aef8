#include "models/services/orderservice.h"

#include "models/domain/unitstext.h"
#include "models/services/linechanges.h"
#include "models/services/ordernotices.h"
#include "models/services/orderparts.h"
#include "models/services/unitofwork.h"
#include "models/store/demandstore.h"
#include "models/store/movestore.h"
#include "models/store/noticestore.h"
#include "models/store/ordereditstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

} // namespace

Result<OrderView> OrderService::place(const OrderDraft &draft, const Caller &caller)
{
    std::optional<RefusedWish> refused;
    auto view = writeIn(m_connection, [&] {
        OrderPlacing placing(m_connection, caller, refused);
        const OrderId order = placing.place({draft}).front();
        NoticeStore(m_connection).prepareReceived(placing.operation(), order);
        lowerRefused(m_connection, caller, placing.soldUnits());
        return readOrder(m_connection, order, caller.today());
    });
    if (!view)
        recordRefused(m_connection, refused, view.error(), caller);
    return view;
}

Result<std::vector<OrderId>> OrderService::placeAll(const std::vector<OrderDraft> &drafts, const Caller &caller)
{
    std::optional<RefusedWish> refused;
    auto ids = writeIn(m_connection, [&] { return OrderPlacing(m_connection, caller, refused).place(drafts); });
    if (!ids)
        recordRefused(m_connection, refused, ids.error(), caller);
    return ids;
}

std::vector<Result<OrderId>> OrderService::takeOver(const std::vector<OrderDraft> &drafts, const Caller &caller)
{
    std::optional<RefusedWish> refused;
    return OrderPlacing(m_connection, caller, refused).placeEach(drafts);
}

Result<OrderView> OrderService::show(OrderId order, const Caller &caller)
{
    return readIn(m_connection, [&] {
        OrderView view = readOrder(m_connection, order, caller.today());
        tellOdds(m_connection, view, caller.today());
        return view;
    });
}

/// Locks the order's products and then the order, and begins the operation.
StockBook OrderService::lockedFor(OrderId order, const OperationStamp &stamp)
{
    StockBook book(m_connection);
    book.lock(OrderStore(m_connection).products(order));
    if (!OrderStore(m_connection).lock(order))
        throw Refusal{notFound("order", sentence("There is no order %1.").arg(order.value))};
    book.setOperation(OperationStore(m_connection).insert(stamp));
    return book;
}

Result<OrderView> OrderService::cancel(OrderId order, std::optional<OrderLineId> line, std::optional<Units> units, const QString &reason,
                                       const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        StockBook book = lockedFor(order, caller.stamp("cancel", reason));
        std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(order);
        if (line)
            lines = {lineOf(lines, order, *line)};
        std::optional<RefusedWish> none; // taking out meets no cap
        LineChanges steps(m_connection, book, *OrderStore(m_connection).find(order), none);
        Units cancelled = 0;
        for (const StoredOrderLine &each : lines) {
            const Units open = each.waiting + each.allocated;
            const Units wanted = units.value_or(open);
            if (units) {
                orRefuse(validateUnits(wanted, "line", sentence("The units to cancel")));
                if (wanted > open)
                    throw Refusal{
                        refused("line",
                                open == each.ordered
                                    ? sentence("The line of %1 has %2: no more can be cancelled.").arg(each.sku, unitsText(open))
                                    : sentence("Only %1 of the %2 of %3 can be cancelled: the rest has shipped or was cancelled before.")
                                          .arg(QString::number(open), unitsText(each.ordered), each.sku))};
            }
            if (wanted == 0)
                continue;
            steps.cancel(each, wanted);
            cancelled += wanted;
        }
        if (cancelled == 0)
            throw Refusal{
                refused("order",
                        sentence("Nothing of order %1 is left to cancel: it has shipped or was cancelled before.").arg(order.value))};
        steps.finish();
        const OrderView view = readOrder(m_connection, order, caller.today());
        tellCancelled(m_connection, view, book.operation());
        return view;
    });
}

Result<OrderView> OrderService::amend(OrderId order, OrderLineId id, Units units, const Caller &caller)
{
    std::optional<RefusedWish> wish;
    auto view = writeIn(m_connection, [&] {
        orRefuse(validateUnits(units, "line", sentence("The units ordered")));
        StockBook book = lockedFor(order, caller.stamp("amend"));
        const StoredOrderLine line = lineOf(OrderStore(m_connection).lines(order), order, id);
        LineChanges steps(m_connection, book, *OrderStore(m_connection).find(order), wish);
        const Units delta = units - line.ordered;
        if (delta > 0)
            steps.raise({{line, delta}}, caller.now);
        else if (delta < 0)
            steps.lower(line, units);
        steps.finish();
        const OrderView amended = readOrder(m_connection, order, caller.today());
        if (delta < 0)
            tellCancelled(m_connection, amended, book.operation());
        else
            withdrawSettledRefund(m_connection, amended, book.operation());
        return amended;
    });
    if (!view)
        recordRefused(m_connection, wish, view.error(), caller);
    return view;
}

Result<OrderView> OrderService::setPriority(OrderId order, int priority, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        orRefuse(validatePriority(priority));
        StockBook book = lockedFor(order, caller.stamp("priority", reason));
        std::optional<RefusedWish> none; // a rank meets no cap
        LineChanges(m_connection, book, *OrderStore(m_connection).find(order), none).setPriority(priority);
        book.finish();
        return readOrder(m_connection, order, caller.today());
    });
}

/// Gives a line a rank and tells who stands further back for it.
MoveOutcome OrderService::rerank(StockBook &book, const StoredOrderLine &line, const RankKey &rank)
{
    QueueStore queue(m_connection);
    const auto placeOf = [&](const RankKey &key) {
        const StockFigures &stock = book.product(line.product).stock;
        return queue.standing(line.product, key, stock.waitingLines, stock.waiting()).place;
    };
    MoveOutcome outcome;
    if (line.waiting > 0) {
        outcome.placeBefore = placeOf(line.rank);
        if (rank < line.rank) {
            qint64 place = placeOf(rank);
            for (const QueueLine &passed : queue.between(line.product, rank, line.rank)) {
                outcome.pushedBack.push_back({passed.order, passed.line, place, place + 1});
                ++place;
            }
        }
    }
    queue.rerank(line.product, line.rank, rank);
    OrderStore(m_connection).setRank(line.id, rank);
    if (line.waiting > 0) {
        outcome.placeAfter = placeOf(rank);
        if (outcome.placeAfter > outcome.placeBefore)
            outcome.pushedBack.push_back({line.order, line.id, outcome.placeBefore, outcome.placeAfter});
    }
    return outcome;
}

Result<MoveOutcome> OrderService::moveLine(OrderLineId id, Side side, OrderLineId anchorId, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        const auto found = OrderStore(m_connection).line(id);
        if (!found)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        StockBook book = lockedFor(found->order, caller.stamp("move", reason));
        const StoredOrderLine line = *OrderStore(m_connection).line(id);
        const auto anchor = OrderStore(m_connection).line(anchorId);
        if (!anchor || anchor->product != line.product || anchor->waiting == 0 || anchorId == id)
            throw Refusal{
                refused("line",
                        sentence("Line %1 does not wait in the same line: choose another one to stand beside.").arg(anchorId.value))};
        if (line.waiting == 0)
            throw Refusal{refused("line", sentence("Nothing of this line of %1 waits, so it has no place to move.").arg(line.sku))};
        const auto nearest = MoveStore(m_connection).nearest(line.product, anchor->rank, side);
        const RankKey rank = beside(anchor->rank, side, nearest ? &*nearest : nullptr);
        if (rank == anchor->rank || (nearest && rank == *nearest))
            throw Refusal{
                refused("line", sentence("No place is left directly beside line %1: move to another place first.").arg(anchorId.value))};
        MoveOutcome outcome = rerank(book, line, rank);
        MoveStore(m_connection).insert({0, book.operation(), id, line.product, rank, outcome.placeBefore, outcome.placeAfter});
        book.finish();
        outcome.order = readOrder(m_connection, line.order, caller.today());
        return outcome;
    });
}

Result<MoveOutcome> OrderService::undoMove(OrderLineId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        const auto found = OrderStore(m_connection).line(id);
        if (!found)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        StockBook book = lockedFor(found->order, caller.stamp("undo_move", reason));
        const StoredOrderLine line = *OrderStore(m_connection).line(id);
        const StoredOrder order = *OrderStore(m_connection).find(line.order);
        MoveStore moves(m_connection);
        const auto last = moves.last(id);
        if (!last)
            throw Refusal{refused("line", sentence("Line %1 was not moved, so there is no move to take back.").arg(id.value))};
        const auto earlier = moves.last(id, 1);
        if (!earlier && joinedLater(line, order))
            throw Refusal{refused("line", sentence("Line %1 was not moved, so there is no move to take back.").arg(id.value))};
        MoveOutcome outcome = rerank(book, line, earlier ? earlier->rank : RankKey::natural(order.priority, order.placedAt, id));
        moves.markUndone(last->id, book.operation());
        book.finish();
        outcome.order = readOrder(m_connection, line.order, caller.today());
        return outcome;
    });
}

Result<OrderView> OrderService::setPromise(OrderId order, OrderLineId id, QDate day, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        if (!day.isValid())
            throw Refusal{invalid("promise", sentence("The promise is not a date: write it like 2026-10-14."))};
        StockBook book = lockedFor(order, caller.stamp("promise", reason));
        const StoredOrderLine line = lineOf(OrderStore(m_connection).lines(order), order, id);
        if (line.active() == line.shipped)
            throw Refusal{
                refused("line", sentence("The line of %1 has shipped or was cancelled: there is nothing left to promise.").arg(line.sku))};
        OrderStore(m_connection).setPromise(book.operation(), id, day);
        tellPromisesMoved(m_connection, order, book.operation());
        book.finish();
        return readOrder(m_connection, order, caller.today());
    });
}

} // namespace waitline
