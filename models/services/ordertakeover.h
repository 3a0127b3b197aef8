#pragma once

#include "models/services/caller.h"
#include "models/services/stockbook.h"
#include "models/store/orderstore.h"

namespace waitline {

class Connection;

/// Records the past of orders taken over from another system: units cancelled, units that shipped (and so had come
/// in), money paid and refunded. Part of the operation that places them, before their products are settled.
class OrderTakeover final {
public:
    OrderTakeover(Connection &connection, StockBook &book, const Caller &caller) : m_connection(connection), m_book(book), m_caller(caller)
    {}

    /// `ids` and `lineIds` are those of `orders` and `lines`, in their order; lines name their order.
    void record(const std::vector<NewOrder> &orders, const std::vector<OrderId> &ids, const std::vector<NewOrderLine> &lines,
                const std::vector<OrderLineId> &lineIds);

private:
    void recordCancelled(const std::vector<NewOrderLine> &lines, const std::vector<OrderLineId> &lineIds);
    void recordShipped(const std::map<OrderId, const NewOrder *> &past, const std::vector<NewOrderLine> &lines,
                       const std::vector<OrderLineId> &lineIds);
    [[nodiscard]] Instant shippedAt(const NewOrder &order, ProductId product);
    void recordMoney(const std::map<OrderId, const NewOrder *> &past);

    Connection &m_connection;
    StockBook &m_book;
    Caller m_caller;
};

} // namespace waitline
