#pragma once

#include "models/services/receivingservice.h"

namespace waitline {

/// What one line gets in one outcome and in another.
struct OutcomeChange {
    OrderId order;
    OrderLineId line;
    QString sku;
    Units before = 0;
    Units after = 0;

    [[nodiscard]] Units difference() const { return after - before; }
    friend bool operator==(const OutcomeChange &, const OutcomeChange &) = default;
};

/// The lines that get more or fewer units, in the order of the first outcome, then of the second. Both sides have the same
/// units to give where the sum of the differences and of what stays free is 0.
[[nodiscard]] std::vector<OutcomeChange> changesBetween(const ReceiptOutcome &before, const ReceiptOutcome &after);

} // namespace waitline
