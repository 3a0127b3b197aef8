#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// All waiting lines added up, from the products' counters.
struct WaitingTotals {
    Units preorder = 0;
    Units backorder = 0;
    qint64 lines = 0;
    Money value = 0;
};

/// A line of an order that holds money.
struct MoneyLine {
    OrderId order;
    Money held = 0; ///< of its order: paid − refunded
    OrderLineId line;
    Money open = 0; ///< neither shipped nor cancelled
    Money shipped = 0;
};

struct UnitsOfProduct {
    ProductId product;
    QString sku;
    QString name;
    Units units = 0;
};

class OverviewStore final {
public:
    explicit OverviewStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] WaitingTotals waiting();
    /// When the longest waiting line was placed; a line that was moved counts from where it stands.
    [[nodiscard]] std::optional<Instant> longestWaitingSince();
    [[nodiscard]] std::vector<UnitsOfProduct> mostRefused(QDate since, int top);
    /// All lines of orders whose payments are not refunded in full, order by order.
    [[nodiscard]] std::vector<MoneyLine> linesWithMoney();
    /// A product's waiting lines after the first `covered` ones.
    [[nodiscard]] std::vector<OrderLineId> linesBehind(ProductId product, qint64 covered);

private:
    Connection &m_connection;
};

} // namespace waitline
