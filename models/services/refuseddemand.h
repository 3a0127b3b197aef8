#pragma once

#include "models/domain/order.h"
#include "models/services/caller.h"

#include <map>
#include <optional>

namespace waitline {

class Connection;

/// Units asked for that a cap forbids.
struct RefusedWish {
    ProductId product;
    QString customer;
    Units units = 0;
};

/// Keeps what a refused operation asked for as demand, once for the caller's uuid. The operation itself is rolled back
/// already; what is no refusal is not kept.
void recordRefused(Connection &connection, const std::optional<RefusedWish> &wish, const Error &error, const Caller &caller);
/// What was refused under the caller's uuid and is sold now, in whole or in part, was not refused. Joins the transaction
/// of what sells it.
void lowerRefused(Connection &connection, const Caller &caller, const std::map<ProductId, Units> &sold);
/// Keeps units a customer would not wait for, where no order comes of it.
[[nodiscard]] Result<Done> recordUnwaited(Connection &connection, const std::vector<UnwaitedUnits> &unwaited, const QString &customer,
                                          const Caller &caller);

} // namespace waitline
