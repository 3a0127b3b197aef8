#pragma once

#include "models/services/refuseddemand.h"
#include "models/services/stockbook.h"
#include "models/store/demandstore.h"
#include "models/store/orderstore.h"

#include <vector>

namespace waitline {

class Connection;

/// Whether a line was added to its order after it was placed: it waits from that moment on, not from the order's.
[[nodiscard]] bool joinedLater(const StoredOrderLine &line, const StoredOrder &order);

/// The steps by which operations change an order's lines, inside their transaction: stock, waiting line, deposit and
/// demand stay in step. Throw Refusal.
class LineChanges final {
public:
    /// More units of a line, or of one to be added (then `line` has no id yet).
    struct Raise {
        StoredOrderLine line;
        Units units = 0;
    };

    /// `refused` is filled with what a cap forbids before a Refusal is thrown.
    LineChanges(Connection &connection, StockBook &book, const StoredOrder &order, std::optional<RefusedWish> &refused)
        : m_connection(connection)
        , m_book(book)
        , m_order(order)
        , m_refused(refused)
    {}

    /// Corrects a line to fewer units ordered.
    void lower(const StoredOrderLine &line, Units ordered);
    /// Cancels units of a line: what waits goes first, the customer keeps what is set aside longest.
    void cancel(const StoredOrderLine &line, Units units);
    /// Raises and adds lines, their caps checked over all of them together. More units keep their line's place; an added
    /// line waits from `now` on, behind those who waited before it. Gives the added lines' ids in their order.
    std::vector<OrderLineId> raise(std::vector<Raise> raises, Instant now);
    /// Gives a line another price, of which nothing has left yet: what waits, the deposit and the demand have it too.
    void reprice(const StoredOrderLine &line, Money price);
    /// Ranks the lines anew, except those that were moved by hand.
    void setPriority(int priority);
    /// Writes deposit and demand and serves the line. Call once, last.
    void finish();

private:
    void withdraw(const StoredOrderLine &line, Units units, const QString &cause);
    void setOrdered(const StoredOrderLine &line, Units ordered, Units backordered);
    /// Checks the caps; gives for each raise how many of its units will wait.
    std::vector<Units> mustFit(const std::vector<Raise> &raises);
    OrderLineId add(const Raise &raise, Units waits, Instant now);
    void standBehind(StoredOrderLine line, const RankKey &rank);
    void count(ProductId product, const DemandFigures &delta);

    Connection &m_connection;
    StockBook &m_book;
    StoredOrder m_order;
    std::optional<RefusedWish> &m_refused;
    std::vector<DemandDelta> m_demand;
};

} // namespace waitline
