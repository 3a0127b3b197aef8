#pragma once

#include "models/domain/clock.h"
#include "models/domain/money.h"
#include "models/domain/result.h"

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
    };
    Money deposits = 0; ///< customer deposits: paid − refunded − value shipped, at least 0 for each order
    Money atRisk = 0; ///< the part of them on lines that no supply covers
    Money refundExposure = 0; ///< what would be due back if everything that waits were cancelled
    std::vector<Month> byMonth; ///< adds up to deposits and atRisk; unpromised last
};

[[nodiscard]] Result<CashReport> cashReport(Connection &connection);
/// The same for a unit of work that reads more: it throws StoreError.
[[nodiscard]] CashReport readCash(Connection &connection);

} // namespace waitline
