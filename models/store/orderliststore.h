#pragma once

#include "models/domain/shipping.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Where an order is on its way. Open: something of it is neither shipped nor cancelled.
enum class OrderStage { Open, Waiting, Ready, Shipped, Cancelled, KeptBack };

/// Which orders a list shows.
struct OrderFilter {
    QString text; ///< order number, the beginning of a reference, or words of the customer
    std::optional<OrderStage> stage; ///< Waiting: something waits; Ready: it may ship now; KeptBack: it has allocated units and may not
    QDate from; ///< placed on or after; invalid: whenever
    QDate to; ///< placed on or before
    CustomerId customer; ///< invalid: all
    ProductId product; ///< with a line of it; invalid: all
    QString campaign; ///< empty: all

    friend bool operator==(const OrderFilter &, const OrderFilter &) = default;
};

/// What a list of orders is sorted by; orders alike in it by their number, the newest first.
enum class OrderSort {
    Number,
    Placed,
    Customer,
    Reference,
    Stage,
    Ordered,
    Waiting,
    Allocated,
    Shipped,
    Total,
    Paid,
    Balance,
    Promise,
    Priority,
    Campaign
};

/// Reads orders for lists.
class OrderListStore final {
public:
    explicit OrderListStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<OrderId> ids(const OrderFilter &filter, OrderSort sort, bool descending, const ShippingTerms &terms);
    /// All campaigns' codes.
    [[nodiscard]] QStringList campaigns();

private:
    Connection &m_connection;
};

} // namespace waitline
