#pragma once

#include "models/services/democatalogue.h"
#include "models/services/demodesk.h"
#include "models/store/customerstore.h"
#include "models/store/orderstore.h"

#include <vector>

namespace waitline {

/// Those who buy in the demo.
struct DemoCustomers {
    std::vector<CustomerDetails> details;
    std::vector<CustomerId> ids;
};

/// Orders of past weeks that were served from stock and have left: taken over week by week, in bulk.
class DemoSales final {
public:
    DemoSales(const DemoSize &size, const DemoDesk &desk, const DemoCatalogue &catalogue);

    /// Weeks count back: 1 is the last one before the days the order book is still open.
    [[nodiscard]] std::vector<Units> unitsSold(int fromWeek, int toWeek) const;
    /// Writes a week's orders, payments and shipments; their goods must be in stock. Returns the lines written.
    qint64 writeWeek(Connection &connection, DemoDesk &desk, const DemoCustomers &customers, int week) const;

private:
    struct Line {
        size_t product = 0;
        Units units = 0;
    };
    struct Order {
        size_t customer = 0;
        Instant placedAt = 0;
        Instant shippedAt = 0;
        std::vector<Line> lines;
    };
    [[nodiscard]] std::vector<Order> ordersOf(int week) const;
    [[nodiscard]] qint64 linesOf(int week) const;

    DemoSize m_size;
    const DemoDesk &m_desk;
    const DemoCatalogue &m_catalogue;
    qint64 m_lines = 0; ///< over all weeks
    std::vector<qint64> m_seasonUpTo; ///< cumulative, oldest week first
    std::vector<qint64> m_weightBefore; ///< cumulative over the products, while those now short were sold
    std::vector<qint64> m_weightSince; ///< the same for the last weeks
};

} // namespace waitline
