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

struct OrderDeposit {
    OrderId order;
    Money deposit = 0; ///< paid − refunded − value shipped, above 0
};

struct OpenLineValue {
    OrderLineId line;
    Money open = 0; ///< neither shipped nor cancelled
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
    [[nodiscard]] std::vector<OrderDeposit> deposits();
    /// A product's lines after the first `covered` ones, with their orders.
    [[nodiscard]] std::vector<std::pair<OrderLineId, OrderId>> linesBehind(ProductId product, qint64 covered);
    [[nodiscard]] std::vector<OpenLineValue> openLines(OrderId order);

private:
    Connection &m_connection;
};

} // namespace waitline
