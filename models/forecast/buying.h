#pragma once

#include "models/domain/money.h"
#include "models/forecast/daysahead.h"

namespace waitline::forecasting {

/// How a product is bought. Times are in days.
struct BuyingTerms {
    LeadTime lead;
    double review = 7; ///< until the next chance to order
    double serviceLevel = 0.95; ///< probability of not being short until the next order arrives
    Units pack = 1;
    Units minimum = 0;
    Money price = 0;
    Money cost = 0;
    Money orderCost = 0; ///< of placing one order, however large
    double holdingShare = 0.2; ///< of the cost, for keeping a unit for a year
};

/// Where its stock stands.
struct StockPosition {
    Units onHand = 0;
    Units onOrder = 0;
    Units committed = 0; ///< tied to orders, whether it is there or waited for

    [[nodiscard]] Units units() const { return onHand + onOrder - committed; }
};

/// What to buy, and the numbers behind it.
struct Buying {
    Units units = 0;
    double economic = 0; ///< economic order quantity; 0 where an order costs nothing
    double reorderPoint = 0;
    double orderUpTo = 0;
    double safetyStock = 0; ///< order-up-to level above the mean demand
    DemandOver demand; ///< that it is held against: until the next order after this one has arrived, or of the whole run
    double demandADay = 0;
    double daysLeft = 0; ///< until the position reaches the reorder point; 0 when it has
    double worth = 0; ///< margin of the units that would otherwise be short, in minor units
    double goingOn = 1; ///< probability that its demand has not ended
    Method method = Method::Nothing;
};

/// Orders up to what is not exceeded, with the service level, by demand over lead time and review from today on; at least the
/// economic quantity where the position has come down to the reorder point. Where demand may have ended the service level is
/// no higher than what a unit earns is worth the risk of being left with it.
[[nodiscard]] Buying toBuy(const DaysAhead &ahead, const BuyingTerms &terms, const StockPosition &stock);

/// Units expected to be short of a demand with this stock.
[[nodiscard]] double unitsShort(const DemandOver &demand, double stock);

/// No more than `most` units, in whole packs. `stock` is held against its demand already.
[[nodiscard]] Buying limitedTo(Buying buying, Units most, const BuyingTerms &terms, Units stock);

/// The share of demand that is served from stock when such an order comes each time.
[[nodiscard]] double servedFromStock(const DemandOver &demand, double orderUpTo, double quantity);

/// The probability of not being short until the next order at which a unit short for `costOfShort` and a unit kept that
/// long cost the same; kept between a half and 0.999.
[[nodiscard]] double serviceFor(const BuyingTerms &terms, double costOfShort);

/// What a unit earns, in minor units: price − cost, and a tenth of the price at least, because it keeps the customer.
[[nodiscard]] double marginOf(const BuyingTerms &terms);

/// Makes up for what is waited for, and no more: for products that are sold no longer.
[[nodiscard]] Buying toMakeUp(const BuyingTerms &terms, const StockPosition &stock);

/// The production run of a product sold before it is there: by newsvendor, over all its demand, being left over costing the
/// cost. `demand` includes what is committed; `confirmed` is that alone, and what it makes worth is made at least: orders
/// still to come, however uncertain, take nothing away. `most` is the edition's rest, or none below 0.
[[nodiscard]] Buying toProduce(const DemandOver &demand, const DemandOver &confirmed, const BuyingTerms &terms, const StockPosition &stock,
                               Units most);

} // namespace waitline::forecasting
