#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/services/orderstate.h"
#include "models/services/orderview.h"
#include "models/store/orderliststore.h"
#include "models/store/orderstore.h"

namespace waitline {

class Connection;

struct OrderQuestion {
    OrderFilter filter;
    OrderSort sort = OrderSort::Number;
    bool descending = true;
};

/// An order as a list shows it: its lines added up.
struct OrderRow {
    StoredOrder order;
    OrderState state = OrderState::Waiting;
    Units ordered = 0;
    Units waiting = 0;
    Units allocated = 0;
    Units shipped = 0;
    Money total = 0; ///< value of what is not cancelled
    std::optional<QDate> promise; ///< the earliest of what is still to ship
    QString blocker = {}; ///< why what is set aside may not ship; empty: nothing keeps it back

    [[nodiscard]] Money balanceDue() const { return qMax<Money>(0, total - order.held()); }
};

/// The orders a list holds, in its order.
[[nodiscard]] Result<std::vector<OrderId>> listOrders(Connection &connection, const OrderQuestion &question, QDate today);
/// These orders, in the order given.
[[nodiscard]] Result<std::vector<OrderRow>> orderRows(Connection &connection, const std::vector<OrderId> &orders, QDate today);
/// Says how far an order is, as the lists do, and what keeps it back. Inside a transaction only.
void tellState(Connection &connection, OrderView &order, QDate today);
/// All campaigns' codes.
[[nodiscard]] Result<QStringList> listCampaigns(Connection &connection);

} // namespace waitline
