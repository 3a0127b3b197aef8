#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/services/reports.h"
#include "models/store/salesstore.h"

namespace waitline {

class Connection;

/// How many customers bought in a period, for the first time or again.
struct BuyersPeriod {
    QDate start;
    qint64 newCustomers = 0; ///< they never bought before
    qint64 returning = 0;
};
/// From the first period with a buyer (or the scope's own first) to its last.
[[nodiscard]] Result<std::vector<BuyersPeriod>> buyersOverTime(Connection &connection, const DemandScope &scope, Period by);

struct BuyerGroups {
    std::vector<BuyerGroup> groups; ///< most value first
    Currency currency;
};
[[nodiscard]] Result<BuyerGroups> buyerGroups(Connection &connection, const DemandScope &scope, BuyersBy by);

/// Two products that the same orders hold.
struct ProductPair {
    ProductName first;
    ProductName second;
    qint64 orders = 0; ///< with both
    qint64 ordersOfFirst = 0;
    qint64 ordersOfSecond = 0;
    double lift = 0; ///< how much more often than chance: orders with both × all orders ÷ (those of one × those of the other)
};
/// Pairs with the most orders first: of the scope's products with any other, or of the 400 products in most orders.
[[nodiscard]] Result<std::vector<ProductPair>> boughtTogether(Connection &connection, const DemandScope &scope, int top);

} // namespace waitline
