#pragma once

#include "models/charts/chartsheet.h"
#include "models/services/scopeddemand.h"
#include "models/services/session.h"

namespace waitline {

/// The charts of demand, in the order in which they are offered.
enum class DemandChart {
    Products,
    OverTime,
    Compare,
    WaitingAge,
    Bookings,
    FillRate,
    Refused,
    Withdrawn,
    KeepRate,
    Season,
    Classes,
    Buyers,
    Together,
    Promote,
    Clear,
    Forecast
};

/// How those who buy are told apart.
enum class BuyersGrouping { NewAndReturning, Channel, Country, Campaign };

/// What a chart of demand is asked for. A chart takes what bears on it.
struct DemandQuestion {
    DemandChart chart = DemandChart::Products;
    DemandScope scope; ///< with the days
    bool isWaiting = true; ///< what waits now, instead of what was ordered in the days
    bool isInValue = false;
    int top = 10;
    Period by = Period::Week;
    BuyersGrouping buyers = BuyersGrouping::NewAndReturning;
    QString scopeText; ///< what the scope is narrowed to, in words; the products it names come before
    QDate today;
};

/// The chart's numbers read and put in words. A chart over periods begins with a whole one.
[[nodiscard]] Result<ChartSheet> demandSheet(Connection &connection, const DemandQuestion &question);

namespace jobs {

/// The same as a job of the reports' lane.
QFuture<Result<ChartSheet>> demandSheet(Session &session, const DemandQuestion &question);
QFuture<Result<ScopeChoices>> scopeChoices(Session &session);
QFuture<Result<OrdersBehind>> ordersBehind(Session &session, const BehindQuestion &question);

} // namespace jobs

} // namespace waitline
