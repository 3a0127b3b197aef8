#pragma once

#include "models/services/orderstate.h"
#include "models/services/punctuality.h"
#include "models/store/orderstore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// An order line with where it stands now.
struct OrderLineView {
    StoredOrderLine line;
    std::optional<qint64> place; ///< none while nothing of it waits
    std::optional<Units> unitsAhead;
    Coverage coverage;
    std::optional<Supply> nextSupply; ///< the open purchase of the product that is expected first
    std::optional<DayOdds> odds; ///< of the delivery that covers it, once tellOdds() was asked
};

/// An order as everybody may see it.
struct OrderView {
    StoredOrder order;
    std::vector<OrderLineView> lines;
    Money total = 0; ///< value of what is not cancelled
    bool hasEntries = false; ///< money has moved, even where all of it was taken back
    std::optional<OrderState> state = {}; ///< as lists tell it, once it was asked for
    QString blocker = {}; ///< with the state: why what is set aside may not ship; empty: nothing keeps it back

    /// "open", "part_shipped", "shipped" or "cancelled".
    [[nodiscard]] QString status() const;
    [[nodiscard]] Money balanceDue() const { return qMax<Money>(0, total - order.held()); }
    [[nodiscard]] Money refundDue() const { return qMax<Money>(0, order.held() - total); }
};

/// Reads an order; throws Refusal (not found). Inside a transaction only.
[[nodiscard]] OrderView readOrder(Connection &connection, OrderId id, QDate today);

/// Says how sure the days of the order's waiting lines are. What only writes does without.
void tellOdds(Connection &connection, OrderView &order, QDate today);

/// Computes the deposit an order asks for anew, from its lines. Inside a write transaction only.
void refreshDeposit(Connection &connection, OrderId order);

} // namespace waitline
