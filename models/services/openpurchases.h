#pragma once

#include "models/domain/result.h"
#include "models/store/openpurchasestore.h"

namespace waitline {

class Connection;

/// A purchase that something is still to come of.
struct OpenPurchase {
    StoredOpenPurchase stored;
    qint64 daysLate = 0; ///< since the expected day; 0 when it is not past
};

/// All of them by expected day, or those whose number, reference or supplier the text means.
[[nodiscard]] Result<std::vector<OpenPurchase>> openPurchases(Connection &connection, const QString &text, QDate today);
/// The number in "118", "#118" or "PO-118", in any case; 0 when there is none.
[[nodiscard]] qint64 numberAfter(const QString &prefix, const QString &text);

} // namespace waitline
