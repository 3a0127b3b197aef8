#pragma once

#include "models/domain/policy.h"
#include "models/domain/result.h"
#include "models/services/purchasepegs.h"

namespace waitline {

/// What may become of the rest of a purchase: which units come on which days, in one or more parts. What no part brings is
/// not coming.
struct WhatIf {
    struct Part {
        QDate day;
        std::map<ProductId, Units> units;
    };
    std::vector<Part> parts;
    std::optional<AllocationPolicy> policy; ///< of this purchase's receipts; none: each product's own
};

struct WhatIfOutcome {
    std::vector<AffectedLine> lines; ///< served on another day than as things stand, product by product in rank order
    qint64 sooner = 0; ///< lines, also those that are not named
    qint64 later = 0; ///< or not covered any more
    qint64 broken = 0; ///< promises that hold as things stand, and would not
    qint64 mended = 0; ///< the other way round
    Units notComing = 0;

    friend bool operator==(const WhatIfOutcome &, const WhatIfOutcome &) = default;
};

/// All that is still to come of a purchase, on one day.
[[nodiscard]] WhatIf asOrdered(const StoredPurchase &purchase, QDate day);

/// Who would be served on another day than as things stand: the days of servedOn(), under each product's own policy, and
/// the one chosen for what comes of this purchase. Of a part that comes today, that is what posting it would leave. Names at
/// most `most` lines.
[[nodiscard]] Result<WhatIfOutcome> whatIf(Connection &connection, PurchaseId purchase, const WhatIf &change, QDate today,
                                           size_t most = 500);

/// Whether a promise that is late as things stand would hold.
[[nodiscard]] bool mendsPromise(const AffectedLine &line);

/// The same inside a transaction, for a rest that comes on `day`, or (an invalid day) not at all: the first `most` lines.
[[nodiscard]] std::vector<AffectedLine> affectedBy(Connection &connection, const StoredPurchase &purchase, QDate day, QDate today,
                                                   size_t most);

} // namespace waitline
