#pragma once

#include "models/store/demandscope.h"
#include "models/store/demandseriesstore.h"

namespace waitline {

class Connection;

/// How bars of products are ordered.
enum class MostBy { Count, Value };

/// A product as charts name it.
struct ProductName {
    ProductId product;
    QString sku;
    QString name;
};

/// Reads demand narrowed to a scope: to a category, a supplier, a campaign, some products. See DemandSeriesStore for all of it.
class ScopedDemandStore final {
public:
    explicit ScopedDemandStore(Connection &connection) : m_connection(connection) {}

    /// Products by waiting units or value, most first, and all of them added up.
    [[nodiscard]] std::vector<ProductDemand> mostWaiting(const DemandScope &scope, MostBy by, int top);
    [[nodiscard]] DemandSum allWaiting(const DemandScope &scope);
    /// Products by pre-order and backorder units, or value of all units, ordered within the scope's days.
    [[nodiscard]] std::vector<ProductDemand> mostOrdered(const DemandScope &scope, MostBy by, int top);
    [[nodiscard]] DemandSum allOrdered(const DemandScope &scope);
    /// Days with demand in order.
    [[nodiscard]] std::vector<DayDemand> byDay(const DemandScope &scope);

    [[nodiscard]] QStringList categories();
    [[nodiscard]] std::vector<std::pair<qint64, QString>> suppliers();
    [[nodiscard]] QStringList campaigns();
    [[nodiscard]] bool hasSales();
    /// Of these products, in their order.
    [[nodiscard]] std::vector<ProductName> names(const std::vector<ProductId> &products);

private:
    [[nodiscard]] SqlPart waitingOf(const DemandScope &scope) const;
    [[nodiscard]] SqlPart orderedOf(const DemandScope &scope) const;
    [[nodiscard]] SqlPart daysOf(const DemandScope &scope) const;
    [[nodiscard]] std::vector<ProductDemand> most(const SqlPart &rows, MostBy by, int top);
    [[nodiscard]] DemandSum sum(const SqlPart &rows);

    Connection &m_connection;
};

} // namespace waitline
