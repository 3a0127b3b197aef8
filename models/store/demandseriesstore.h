#pragma once

#include "models/store/demandstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Demand of one product, or of all the others together.
struct ProductDemand {
    ProductId product;
    QString sku;
    QString name;
    Units preorder = 0;
    Units backorder = 0;
    Money value = 0;
    Money preorderValue = 0; ///< part of it; told within a scope only
};

/// Pre-orders and backorders of one product in a period.
struct OrderedDemand {
    ProductId product;
    Units preorder = 0;
    Units backorder = 0;
    Money preorderValue = 0;
    Money backorderValue = 0;

    [[nodiscard]] Units units() const { return preorder + backorder; }
    [[nodiscard]] Money value() const { return preorderValue + backorderValue; }
};

struct DemandSum {
    qint64 products = 0;
    Units preorder = 0;
    Units backorder = 0;
    Money value = 0;
    Money preorderValue = 0; ///< as above
};

struct DayDemand {
    DayNumber day = 0;
    DemandFigures ordered;
};

/// Reads the maintained counters and summaries for charts.
class DemandSeriesStore final {
public:
    explicit DemandSeriesStore(Connection &connection) : m_connection(connection) {}

    /// Products by waiting units, most first, and all of them added up.
    [[nodiscard]] std::vector<ProductDemand> mostWaiting(int top);
    [[nodiscard]] DemandSum allWaiting();
    /// Pre-orders and backorders of each product that has any, ordered from day to day, in no order.
    [[nodiscard]] std::vector<OrderedDemand> ordered(QDate from, QDate to);
    /// What a product is called.
    [[nodiscard]] ProductDemand named(const OrderedDemand &demand);
    /// Days with demand in order, of one product or (an invalid id) of all.
    [[nodiscard]] std::vector<DayDemand> byDay(ProductId product, QDate from, QDate to);

private:
    Connection &m_connection;
};

} // namespace waitline
