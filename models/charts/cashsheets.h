#pragma once

#include "models/charts/chartsheet.h"
#include "models/services/cashseries.h"
#include "models/services/openpurchases.h"
#include "models/services/session.h"

namespace waitline {

/// The charts of the cash, in the order in which they are offered.
enum class CashChart { OverTime, ByMonth, Runs, Slip };

/// What a chart of the cash is asked for. A chart takes what bears on it.
struct CashQuestion {
    CashChart chart = CashChart::OverTime;
    CashOverTimeQuestion days;
    QDate today;
    PurchaseId purchase; ///< that slips; invalid: none is chosen yet
    int slip = 14; ///< days
    DemandScope scope; ///< products of the runs
    int top = 10; ///< runs that are drawn; the table has all of them
};

/// The chart's numbers read and put in words.
[[nodiscard]] Result<ChartSheet> cashSheet(Connection &connection, const CashQuestion &question);
/// Deposits held over time as bars, and what came, was earned and given back as lines. Row by row: first day of the
/// period, opening, in, consumed, refunded, closing, value shipped.
[[nodiscard]] ChartSheet sheetOf(const CashOverTime &series);
/// Covered deposits and those at risk by the month of the promise, and what is due back: month, deposits, covered,
/// at risk, due back.
[[nodiscard]] ChartSheet sheetOf(const CashByMonth &months, QDate today);
/// What pre-orders have brought in and still owe against the cost of the run: SKU, name, units pre-ordered, their value,
/// collected, units of the run, its cost, missing, break-even.
/// Drawn are those of the question's top.
[[nodiscard]] ChartSheet sheetOf(const ProductionRuns &runs, const CashQuestion &question);
/// The lines a purchase's delay puts off: customer, order, SKU, units, value, promise, ETA before and after, becomes late.
[[nodiscard]] ChartSheet sheetOf(const PurchaseSlip &slip);

/// The month a point of the chart by month stands for; none for what is not promised.
[[nodiscard]] std::optional<QDate> monthOfPoint(const ChartSheet &sheet, int point);

namespace jobs {

QFuture<Result<ChartSheet>> cashSheet(Session &session, const CashQuestion &question);
QFuture<Result<std::vector<OpenPurchase>>> openPurchases(Session &session);
QFuture<Result<OrdersBehind>> depositsBehind(Session &session, const std::optional<QDate> &month);

} // namespace jobs

} // namespace waitline
