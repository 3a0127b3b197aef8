#pragma once

#include "models/services/punctuality.h"
#include "models/domain/order.h"
#include "models/domain/product.h"
#include "models/services/caller.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What a line of an order that is being entered would become.
struct LinePreview {
    std::optional<Error> refusal; ///< why it cannot be sold, and how many could; the rest is only filled without one
    QString sku;
    QString name;
    Money unitPrice = 0;
    DepositTerms deposit;
    bool preorder = false;
    std::optional<QDate> release;
    std::optional<Units> editionSize;
    std::optional<Units> editionLeft; ///< before this line
    std::optional<Units> customerLimit;
    Units allocated = 0;
    Units waiting = 0;
    qint64 place = 0; ///< among those who wait, once the order is placed; 0 where nothing waits
    Units unitsAhead = 0;
    Coverage coverage;
    std::optional<Supply> nextSupply; ///< the open purchase of the product that is expected first
    std::optional<DayOdds> odds; ///< of the delivery that covers it
};

struct OrderPreview {
    std::vector<LinePreview> lines; ///< in the order of the draft's
    Money total = 0; ///< of the lines that can be sold
    Money depositRequired = 0;
};

/// What place() would do with the draft now, by the same rules and the same plan, all its lines together; writes nothing.
/// A line that would be refused says so and does not hide the others. Lines need a SKU and units.
[[nodiscard]] Result<OrderPreview> previewOrder(Connection &connection, const OrderDraft &draft, const Caller &caller);

} // namespace waitline
