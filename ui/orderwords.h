#pragma once

#include "models/services/orderediting.h"
#include "models/services/orderpreview.h"

namespace waitline {

/// What the order form says of lines before they are saved, and of what others changed.

/// "pre-order, releases 3 Mar, 12 of 500 left, 2 per customer".
[[nodiscard]] QString preorderText(const LinePreview &line);
/// "4 now, 6 wait: 7th in line, 11 ahead, expected 14 Oct from PO-118", or "pre-order, releases 3 Mar, 12 of 500 left,
/// 2 per customer; …". A line that is refused says that itself.
[[nodiscard]] QString whatWillHappen(const LinePreview &line);
/// That a line which waits is expected later than the day that is promised, or by no known day; empty where it is not.
[[nodiscard]] QString laterThanPromised(const Coverage &coverage, Units waiting, const std::optional<QDate> &promise);
/// "Berta, 10:42: units of LAMP from 5 to 7. Yours: 6." `mine` is empty where the edit leaves that value alone.
[[nodiscard]] QString whatOthersDid(const OthersChange &change, const QString &mine, const Currency &currency);
/// An order that was entered and not saved: "Acme, 3 lines", "order 12 for Acme, 3 lines".
[[nodiscard]] QString draftName(OrderId order, const QString &customer, qsizetype lines);

} // namespace waitline
