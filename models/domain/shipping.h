#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

/// A line of an order as shipping looks at it.
struct ShippingLine {
    QString sku;
    Units active = 0; ///< ordered − cancelled
    Units waiting = 0;
    Units allocated = 0;
    Money unitPrice = 0;
    std::optional<QDate> release;

    [[nodiscard]] bool isReleased(QDate today) const { return !release || *release <= today; }
};

struct ShippingOrder {
    bool shipComplete = false;
    Money held = 0; ///< paid − refunded
    Money depositRequired = 0;
    std::vector<ShippingLine> lines;
};

/// What a store asks besides the order itself.
struct ShippingTerms {
    QDate today;
    bool fullBalance = false; ///< everything must be paid first
    Currency currency;
};

/// Why an order cannot ship now, all reasons as the end of a sentence: "it asks to be shipped complete and 4 units of LAMP
/// still wait; its balance of 5.00 is not paid". None: it is ready (product.md §2.11).
[[nodiscard]] std::optional<QString> shippingBlocker(const ShippingOrder &order, const ShippingTerms &terms);
/// The same without asking whether any units are there to ship: what keeps the whole order back.
[[nodiscard]] std::optional<QString> orderBlocker(const ShippingOrder &order, const ShippingTerms &terms);
/// Units that leave when it ships.
[[nodiscard]] Units unitsToShip(const ShippingOrder &order, QDate today);

} // namespace waitline
