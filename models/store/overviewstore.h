#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QDate>
#include <QString>

#include <algorithm>
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
    qint64 preorderLines = 0; ///< these are parts of them
    Money preorderValue = 0;
};

/// Since when the longest waiting line of each kind has waited.
struct WaitingSince {
    std::optional<Instant> preorder;
    std::optional<Instant> backorder;

    [[nodiscard]] std::optional<Instant> any() const
    {
        return !preorder ? backorder : !backorder ? preorder : std::optional(std::min(*preorder, *backorder));
    }
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
    [[nodiscard]] WaitingSince longestWaitingSince();
    [[nodiscard]] std::vector<UnitsOfProduct> mostRefused(QDate since, int top);
    [[nodiscard]] bool hasProducts();

private:
    [[nodiscard]] std::optional<Instant> longestWaitingSince(bool preorder);

    Connection &m_connection;
};

} // namespace waitline
