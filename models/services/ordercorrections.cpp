// Lines of an order taken apart, moved to a place, and cancelled units taken back.
#include "models/services/campaigncap.h"
#include "models/services/orderparts.h"

#include "models/domain/unitstext.h"
#include "models/services/orderservice.h"
#include "models/services/unitofwork.h"
#include "models/store/correctionstore.h"
#include "models/store/movestore.h"
#include "models/store/noticestore.h"
#include "models/store/ordereditstore.h"
#include "models/store/waitingstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

/// The half of a line that stands behind it: the same terms, so many of its units.
NewOrderLine halfOf(const StoredOrderLine &line, Units units, Units backordered)
{
    return {line.order, line.product, units, backordered, line.preorder, line.unitPrice, line.deposit, line.promiseFirst, 0, 0};
}

} // namespace

Result<OrderView> OrderService::split(OrderId order, OrderLineId id, Units units, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        orRefuse(validateUnits(units, "line", sentence("The units of the new line")));
        StockBook book = lockedFor(order, caller.stamp("split"));
        const StoredOrderLine line = lineOf(OrderStore(m_connection).lines(order), order, id);
        if (units > line.waiting)
            throw Refusal{
                refused("line", sentence("Only units that wait can become a line of their own: %1 of this line of %2 wait, not %3.")
                                    .arg(QString::number(line.waiting), line.sku, QString::number(units)))};
        if (units == line.ordered)
            throw Refusal{refused("line", sentence("The line of %1 has %2 in all: split off fewer.").arg(line.sku, unitsText(units)))};
        // What could not be served when it was ordered waits most likely still.
        const Units backordered = std::min(units, line.backordered);
        OrderStore orders(m_connection);
        orders.setOrdered(id, line.ordered - units, line.backordered - backordered);
        const OrderLineId made = orders.insertLines({halfOf(line, units, backordered)}).front();
        if (line.promise != line.promiseFirst)
            orders.setPromise(book.operation(), made, line.promise);
        book.changeWaiting(queueLine(line, 0), -units);
        QueueLine half = queueLine(line, units);
        half.line = made;
        half.rank = rankBehind(line, made, book.operation());
        book.addWaiting({half});
        CorrectionStore(m_connection).recordSplit(book.operation(), id, made, units);
        refreshDeposit(m_connection, order);
        book.finish();
        return readOrder(m_connection, order, caller.today());
    });
}

Result<OrderView> OrderService::undoSplit(OrderId order, OrderLineId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        StockBook book = lockedFor(order, caller.stamp("undo_split", reason));
        OrderStore orders(m_connection);
        const StoredOrderLine line = lineOf(orders.lines(order), order, id);
        CorrectionStore corrections(m_connection);
        const auto split = corrections.lastSplitOff(id);
        if (!split)
            throw Refusal{refused("line", sentence("Nothing was split off line %1, so there is nothing to join.").arg(id.value))};
        const StoredOrderLine half = *orders.line(split->to);
        if (half.waiting != split->units || half.ordered != split->units || corrections.isTouchedSince(*split))
            throw Refusal{refused("line", sentence("Lines %1 and %2 cannot be joined again: one of them has been changed or served since. "
                                                   "Change their quantities instead.")
                                              .arg(id.value)
                                              .arg(half.id.value))};
        book.changeWaiting(queueLine(half, 0), -half.waiting);
        book.changeWaiting(queueLine(line, 0), half.waiting);
        corrections.removeHalf(*split);
        const Units joined = line.ordered + half.ordered;
        orders.setOrdered(id, joined, line.backordered + half.backordered);
        const auto tell = [&](OperationId operation, Units before, Units after) {
            OrderEditStore(m_connection)
                .insert(operation, {order, id, fieldWord(OrderField::Quantity), QString::number(before), QString::number(after)});
        };
        tell(split->operation, joined, line.ordered);
        tell(book.operation(), line.ordered, joined);
        refreshDeposit(m_connection, order);
        book.finish();
        return readOrder(m_connection, order, caller.today());
    });
}

/// The rank of a line that is to stand directly behind `line`. Its own natural rank where nothing ever stood between
/// the two, so that it follows the order's priority; else one that is given like a move's.
RankKey OrderService::rankBehind(const StoredOrderLine &line, OrderLineId made, OperationId operation)
{
    const StoredOrder order = *OrderStore(m_connection).find(line.order);
    const RankKey natural = RankKey::natural(order.priority, order.placedAt, made);
    if (!line.rank.isMoved() && QueueStore(m_connection).between(line.product, line.rank, natural).empty())
        return natural;
    const auto nearest = MoveStore(m_connection).nearest(line.product, line.rank, Side::After);
    const RankKey rank = beside(line.rank, Side::After, nearest ? &*nearest : nullptr);
    if (rank == line.rank || (nearest && rank == *nearest))
        throw Refusal{refused("line", sentence("No place is left directly behind line %1: move it first.").arg(line.id.value))};
    OrderStore(m_connection).setRank(made, rank);
    const StoredProduct product = *ProductStore(m_connection).find(line.product);
    const qint64 place = QueueStore(m_connection).standing(line.product, rank, product.stock.waitingLines, product.stock.waiting()).place;
    MoveStore(m_connection).insert({0, operation, made, line.product, rank, place, place});
    return rank;
}

Result<MoveOutcome> OrderService::moveTo(OrderLineId id, qint64 place, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const auto line = OrderStore(m_connection).line(id);
        if (!line)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        StockBook book(m_connection);
        book.lock({line->product});
        const StockFigures stock = book.product(line->product).stock;
        if (place < 1 || place > stock.waitingLines)
            throw Refusal{
                invalid("place", sentence("%1 is no place in this line: choose one from 1 to %2.").arg(place).arg(stock.waitingLines))};
        if (line->waiting == 0)
            throw Refusal{refused("place", sentence("Nothing of this line of %1 waits, so it has no place to move.").arg(line->sku))};
        const qint64 now = QueueStore(m_connection).standing(line->product, line->rank, stock.waitingLines, stock.waiting()).place;
        if (place == now)
            throw Refusal{
                refused("place",
                        sentence("The line of %1 stands at place %2 already: choose another one.").arg(line->sku, QString::number(place)))};
        const auto there = WaitingStore(m_connection).slice(line->product, {}, WaitingStore::From::Head, place - 1, 1);
        return orRefuse(moveLine(id, place < now ? Side::Before : Side::After, there.front().queue.line, reason, caller));
    });
}

Result<MoveOutcome> OrderService::previewMove(OrderLineId line, qint64 place, const Caller &caller)
{
    return rehearseIn(m_connection, [&] { return orRefuse(moveTo(line, place, sentence("preview"), caller)); });
}

Result<OrderView> OrderService::undoCancel(OrderId order, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        mustSayWhy(reason);
        StockBook book = lockedFor(order, caller.stamp("undo_cancel", reason));
        const auto last = CorrectionStore(m_connection).lastCancellation(order);
        if (!last)
            throw Refusal{
                refused("order", sentence("Nothing of order %1 was cancelled, so there is nothing to take back.").arg(order.value))};
        const auto stored = OrderStore(m_connection).find(order);
        const CustomerId customer = stored->customer;
        CampaignCap campaign(m_connection, stored->campaign, CampaignCap::Lock::UntilTheEnd);
        for (const auto &[id, units] : last->units) {
            const StoredOrderLine line = lineOf(OrderStore(m_connection).lines(order), order, id);
            StoredProduct product = asSeenBy(line, book.product(line.product));
            product.terms.discontinued = false; // it was sold while it still was
            OrderPlacing::mustFit(product, OrderStore(m_connection).heldBy(customer, line.product), {units}, line.preorder, [] {});
            campaign.sell(line.product, line.sku, units, [] {});
            CorrectionStore(m_connection).takeBackCancellation(last->operation, id, book.operation());
            book.changeWaiting(queueLine(line, 0), units);
            book.settle(line.product); // the next line of the same product meets what this one leaves
        }
        refreshDeposit(m_connection, order);
        book.finish();
        NoticeStore(m_connection).withdrawPreparedBy(last->operation, book.operation()); // no money is due back for it
        NoticeStore(m_connection).reopen(last->operation);
        return readOrder(m_connection, order, caller.today());
    });
}

} // namespace waitline
