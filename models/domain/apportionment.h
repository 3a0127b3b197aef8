#pragma once

#include "models/domain/money.h"

namespace waitline {

/// What a shipment meets when it leaves: amounts in minor units, none negative.
struct ShipmentMoney {
    Money value = 0; ///< of the shipment
    Money paidLeft = 0; ///< paid − refunded − what earlier shipments have consumed
    Money stillToShip = 0; ///< value of the order's units that neither ship now nor shipped before
    Money deposit = 0; ///< the order's deposit requirement
    Money total = 0; ///< the order's value, without what was cancelled
};

/// Money paid before that is credited to a shipment (product.md §2.13).
///
/// Value shipped consumes paid money first, but for the deposit's share of what is still to ship: that stays for the
/// shipments it was paid for, at the rate deposit ÷ total. So a deposit alone is consumed at its own rate, what was paid
/// beyond it at once, and the last shipment, which keeps nothing back, takes all that remains.
/// A deposit of 21,000 at 30 % of 70,000: 20,000 delivered consume 6,000; 20,000 are then cancelled, and the last 30,000
/// consume 15,000.
///
/// This says what a shipment's invoice is credited with. What the business owes its customers is another question, and
/// follows product.md §1 to the letter: customer deposits = paid − refunded − value shipped, floored at 0 per order.
[[nodiscard]] Money consumedBy(const ShipmentMoney &shipment);

} // namespace waitline
