#pragma once

#include "models/domain/availability.h"
#include "models/domain/moneytext.h"
#include "models/domain/notice.h"
#include "models/domain/unitstext.h"
#include "models/services/countservice.h"
#include "models/services/orderview.h"
#include "models/tables/ordermodel.h"
#include "models/tables/waitingmodel.h"
#include "ui/style/badge.h"

namespace waitline {

/// How the window words and shows what the models tell, the same on every page.

[[nodiscard]] BadgeLook lookOf(WaitingStatus status);
[[nodiscard]] BadgeLook lookOf(WaitingKind kind);
[[nodiscard]] BadgeLook lookOf(Availability state);
[[nodiscard]] BadgeLook lookOf(OrderState state);
[[nodiscard]] BadgeLook lookOf(NoticeKind kind);

[[nodiscard]] QString kindText(bool preorder);
[[nodiscard]] QString availabilityName(Availability state); ///< without its numbers: "Pre-order open"
[[nodiscard]] QString policyText(AllocationPolicy policy);
[[nodiscard]] QString purchaseName(PurchaseId purchase); ///< "PO-118"
/// Why an amount is asked about that is more than is due.
[[nodiscard]] QString overpaidText(Money amount, Money due, const Currency &currency);
/// "1st in line", "7th in line".
[[nodiscard]] QString placeText(qint64 place);
/// "7th in line, 14 units ahead".
[[nodiscard]] QString standingText(qint64 place, Units unitsAhead);
/// When and by what a line is covered that waits, or that nothing covers it: "expected 14 Oct 2026 from PO-118".
[[nodiscard]] QString expectedText(const Coverage &coverage, const std::optional<Supply> &next, const std::optional<DayOdds> &odds,
                                   Units waiting);

/// Why a line waits, or that it does not: "7th in line, 14 units ahead; next supply PO-118 on 14 Oct brings 40 and
/// covers it. 80 % by 18 Oct."
[[nodiscard]] QString whyItWaits(const OrderLineView &line);
/// What became of a line just placed: "4 allocated, 6 wait: 7th in line, 11 ahead, expected 14 Oct".
[[nodiscard]] QString whatBecame(const OrderLineView &line);
/// The same for a whole order: "Order 1042 for Acme is saved. LAMP: 4 allocated, …"
[[nodiscard]] QString whatBecame(const OrderView &order);
/// What is left to do of an order that was cancelled whole.
[[nodiscard]] QString whatIsLeft(const OrderView &order, const Currency &currency);
/// "Promised 14 Oct, first 1 Oct: 13 days later." Empty without a promise.
[[nodiscard]] QString promiseText(const StoredOrderLine &line);
/// The same, and how sure it is: "Promised 14 Oct. By this supplier's past deliveries it is kept with 80 %."
[[nodiscard]] QString promiseText(const OrderLineView &line);
/// 0.8 is "80 %", 0.9949 "99.4 %": what is less than all is not said to be all.
[[nodiscard]] QString percentText(double share);
/// What a count did: "LAMP counted: 12 on hand, 8 before. 4 units went to waiting orders 12 and 14."
[[nodiscard]] QString whatCountDid(const CountOutcome &outcome);
/// A sentence for each of the two that is not empty, with the orders.
[[nodiscard]] QStringList whoIsServedAndWhoWaits(const std::vector<LineUnits> &served, const std::vector<LineUnits> &takenBack);

/// Why what stands before a star is no number of units.
[[nodiscard]] QString noTimesText(const QString &typed);

} // namespace waitline
