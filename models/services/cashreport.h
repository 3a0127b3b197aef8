#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/services/ordersbehind.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// The cash that waiting orders have brought in, and what of it is at risk (product.md §2.13).
struct CashReport {
    struct Month {
        std::optional<QDate> first; ///< first day of the promise's month; none: not promised, or on no open line
        Money deposits = 0;
        Money atRisk = 0;
        Money due = 0; ///< of them to be given back: more than their orders' open lines are worth
    };
    /// Money an order holds beyond what shipped and what is still open: it is due back.
    struct Refund {
        OrderId order;
        Money amount = 0;
    };
    Money deposits = 0; ///< customer deposits: paid − refunded − value shipped, at least 0 for each order
    Money atRisk = 0; ///< the part of them on lines that no supply covers
    Money refundExposure = 0; ///< what would be due back if everything that waits were cancelled
    Money due = 0; ///< the part of them to be given back now
    std::vector<Refund> refunds; ///< adds up to that; the largest first
    std::vector<Month> byMonth; ///< adds up to deposits and atRisk; unpromised last
};

[[nodiscard]] Result<CashReport> cashReport(Connection &connection);
/// The lines on which a month's deposits lie, the largest first, their value being the deposit; none: not promised, or on
/// no open line.
[[nodiscard]] Result<OrdersBehind> depositsBehind(Connection &connection, const std::optional<QDate> &month);

/// Customer deposits as a liability over a period, order by order. For each and in sum: opening + in − consumed −
/// refunded = closing, and opening and closing are what product.md §1 says on those days.
struct DepositsReport {
    struct Row {
        OrderId order; ///< invalid in the sum
        QString customer;
        Money opening = 0;
        Money in = 0;
        Money consumed = 0; ///< by the value shipped
        Money refunded = 0;
        Money closing = 0;
    };
    QDate from;
    QDate to;
    std::vector<Row> orders; ///< those with a deposit or a movement in the period, by number
    Row sum;
};

/// The days are inclusive.
[[nodiscard]] Result<DepositsReport> depositsReport(Connection &connection, QDate from, QDate to);
/// The same for a unit of work that reads more: it throws StoreError.
[[nodiscard]] CashReport readCash(Connection &connection);

} // namespace waitline
