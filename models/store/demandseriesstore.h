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
};

struct DemandSum {
    qint64 products = 0;
    Units preorder = 0;
    Units backorder = 0;
    Money value = 0;
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
    /// Products by pre-order and backorder units ordered from day to day, most first, and all of them added up.
    [[nodiscard]] std::vector<ProductDemand> mostOrdered(QDate from, QDate to, int top);
    [[nodiscard]] DemandSum allOrdered(QDate from, QDate to);
    /// Days with demand in order, of one product or (an invalid id) of all.
    [[nodiscard]] std::vector<DayDemand> byDay(ProductId product, QDate from, QDate to);

private:
    Connection &m_connection;
};

} // namespace waitline
