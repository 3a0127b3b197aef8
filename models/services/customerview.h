#pragma once

#include "models/services/customerservice.h"
#include "models/services/orderlist.h"
#include "models/services/orderview.h"
#include "models/store/customerhistorystore.h"
#include "models/store/customerliststore.h"

namespace waitline {

/// A customer as the desk sees one: what waits, what is held, and what has been.
struct CustomerView {
    StoredCustomer customer;
    CustomerFigures figures;
    QStringList aliases; ///< of duplicates merged into it
    std::optional<CustomerMerge> lastMerge;
    std::vector<LikeCustomer> alike; ///< that may be the same
    std::vector<OrderView> open; ///< orders with something still to ship, oldest first
    std::vector<OrderRow> orders; ///< the latest of all, newest first
    std::vector<CustomerPayment> payments; ///< the latest, newest first
    std::vector<CustomerShipment> shipments; ///< the latest, newest first
    std::vector<CustomerRefund> refunds; ///< that are due, by order
};

[[nodiscard]] Result<CustomerView> viewCustomer(Connection &connection, CustomerId id, QDate today);

} // namespace waitline
