#pragma once

#include "models/services/orderediting.h"
#include "models/services/promiseservice.h"

namespace waitline {

/// What the desk may promise: a day that has not passed, and none before the product is released. Scripts and imports say
/// what was promised, whenever that was, and are not asked. An error is of the field "promise".
[[nodiscard]] Result<Done> mayPromise(QDate day, QDate today);
[[nodiscard]] Result<Done> mayPromise(Connection &connection, const OrderDraft &draft, QDate today);
/// Promises that the edit leaves as they are may stay.
[[nodiscard]] Result<Done> mayPromise(Connection &connection, const OrderEdit &edit, QDate today);
[[nodiscard]] Result<Done> mayPromise(Connection &connection, const PromiseMove &move, QDate today);

} // namespace waitline
