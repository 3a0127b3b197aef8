#pragma once

#include "models/services/receivingservice.h"

#include <map>

namespace waitline {

/// The customer's name of each order.
using OrderCustomers = std::map<OrderId, QString>;

/// Who stands behind the orders a receipt serves, and those it passes over.
[[nodiscard]] Result<OrderCustomers> customersOf(Connection &connection, const ReceiptOutcome &outcome);

} // namespace waitline
