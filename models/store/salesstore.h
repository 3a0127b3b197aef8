#pragma once

#include "models/domain/money.h"
#include "models/store/demandscope.h"
#include "models/store/scopeddemandstore.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace waitline {

class BuyerTallies;
class Connection;

/// What was ordered of a product on a day, or sold before this database.
struct ProductDay {
    ProductId product;
    DayNumber day = 0;
    Units units = 0;
    Money value = 0;
};

struct SalesDay {
    DayNumber day = 0;
    Units units = 0;
    Money value = 0;
};

/// A customer on a day on which it bought.
struct BuyerDay {
    CustomerId customer;
    DayNumber day = 0;
    auto operator<=>(const BuyerDay &) const = default;
};

/// Who bought, by what they have in common.
struct BuyerGroup {
    QString name; ///< empty: not said
    qint64 customers = 0;
    qint64 orders = 0;
    Units units = 0;
    Money value = 0;
};
enum class BuyersBy { Channel, Country, Campaign };

/// A product in an order, or in a document of sales from before, whose number is negative.
struct SoldTogether {
    qint64 order = 0;
    ProductId product;
    auto operator<=>(const SoldTogether &) const = default;
};

/// A product's price, cost, stock and what waits for it.
struct StockedProduct {
    ProductName product;
    Money price = 0;
    Money cost = 0;
    int leadDays = 0;
    bool isDiscontinued = false;
    std::optional<QDate> release;
    Units available = 0;
    Units onOrder = 0;
    Units waiting = 0;
};

/// Reads what was sold: the orders of this database with the sales from before it. A scope narrows it, with its days.
class SalesStore final {
public:
    explicit SalesStore(Connection &connection) : m_connection(connection) {}

    /// Sales from before this database by day, oldest first; none within a campaign.
    [[nodiscard]] std::vector<SalesDay> before(const DemandScope &scope);
    /// Tells each product's days, product by product; the orders' before those from before, each in the order of the days.
    void productDays(const DemandScope &scope, const std::function<void(const ProductDay &)> &tell);
    /// By day, oldest first.
    [[nodiscard]] std::vector<SalesDay> byDay(const DemandScope &scope);
    /// Products by units, most first.
    [[nodiscard]] std::vector<ProductName> mostSold(const DemandScope &scope, int top);
    [[nodiscard]] std::vector<StockedProduct> stocked(const DemandScope &scope);

    /// Every customer's days with an order in it, up to the scope's last day, whatever its first: in order, each once.
    [[nodiscard]] std::vector<BuyerDay> buyerDays(const DemandScope &scope);
    /// Most value first.
    [[nodiscard]] std::vector<BuyerGroup> buyers(const DemandScope &scope, BuyersBy by);

    /// The products of each order within the scope's days, whatever its products: in order, each once.
    [[nodiscard]] std::vector<SoldTogether> baskets(const DemandScope &scope);
    /// The products of the scope.
    [[nodiscard]] std::vector<ProductId> products(const DemandScope &scope);

private:
    void addPast(const DemandScope &scope, BuyersBy by, BuyerTallies &tallies);
    Connection &m_connection;
};

} // namespace waitline
