#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <map>
#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What a list of customers is sorted by; customers alike in it by name. Late is not known to the database.
enum class CustomerSort { Name, OpenOrders, Waiting, Held, Late, Since, Reference, Email, Phone, Country, Priority };

/// What a customer's orders add up to.
struct CustomerFigures {
    qint64 openOrders = 0;
    Units waiting = 0;
    Money held = 0; ///< per order: paid − refunded − value shipped, where that is above 0
    std::optional<Instant> since; ///< of the first order
};

/// Reads customers for lists.
class CustomerListStore final {
public:
    enum class Only { All, WithOpenOrders, WithMoneyHeld };

    explicit CustomerListStore(Connection &connection) : m_connection(connection) {}

    /// Customers that were not merged; a text also finds them by a duplicate's name.
    [[nodiscard]] std::vector<CustomerId> ids(const QString &text, Only only, CustomerSort sort, bool descending);
    [[nodiscard]] CustomerFigures figures(CustomerId id);
    /// Whose lines these are, and how many of each.
    [[nodiscard]] std::map<CustomerId, qint64> countByCustomer(const std::vector<OrderLineId> &lines);

private:
    Connection &m_connection;
};

} // namespace waitline
