#pragma once

#include "models/domain/id.h"

namespace waitline::forecasting {

// The textbook's replenishment (Silver, Pyke and Peterson 1998). Demand per period, times in the same periods.

/// √(2DK/h): the quantity at which ordering and holding cost the same. 0 where nothing is sold or holding costs nothing.
[[nodiscard]] double economicQuantity(double demandAYear, double costAnOrder, double holdingCostAYear);

/// A time with its uncertainty.
struct LeadTime {
    double mean = 0;
    double deviation = 0;
};

/// Demand over an interval.
struct DemandOver {
    double mean = 0;
    double deviation = 0;
};

/// Over lead time and review: μ = d(L+R), σ = √((L+R)σ_d² + d²σ_L²).
[[nodiscard]] DemandOver demandOver(double mean, double deviation, const LeadTime &lead, double review);

/// zσ with z = Φ⁻¹(service level).
[[nodiscard]] double safetyStock(double deviation, double serviceLevel);

/// μ + safety stock.
[[nodiscard]] double stockFor(const DemandOver &demand, double serviceLevel);

/// The demand that is not exceeded with this probability. Counts are read off their own distribution, which is skewed;
/// where they are large it is the normal one.
[[nodiscard]] double demandNotExceeded(const DemandOver &demand, double probability, bool isCounted);

/// G(z) = φ(z) − z(1 − Φ(z)): the units short in deviations.
[[nodiscard]] double unitLoss(double z);

/// β = 1 − σG(z)/Q: the share of demand served from stock. Between 0 and 1.
[[nodiscard]] double fillRate(double deviation, double z, double quantity);

/// cu / (cu + co), and 0 where being short costs nothing.
[[nodiscard]] double criticalRatio(double costOfShort, double costOfOver);

/// What to order: nothing while the position reaches `orderUpTo`, otherwise the difference, at least `minimum`, in whole
/// packs. More stock never asks for more.
[[nodiscard]] Units unitsToOrder(double orderUpTo, Units position, Units pack, Units minimum);

} // namespace waitline::forecasting
