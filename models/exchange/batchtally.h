#pragma once

#include "models/exchange/records.h"

namespace waitline {

/// What became of the records of one batch.
struct BatchTally {
    qint64 created = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< known already, and nothing new told
    qint64 newProducts = 0; ///< made because an order or a sale names them
    std::vector<Rejection> rejections;
    std::vector<qint64> differing; ///< of the skipped: orders of which the file tells other units or a cancellation
    std::vector<qint64> differingPurchases; ///< the same of purchases: other units or another day

    /// As it is kept beside the batch, for an import that goes on later.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static BatchTally fromText(const QString &text);
};

} // namespace waitline
