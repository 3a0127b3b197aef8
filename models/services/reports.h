#pragma once

#include "models/services/caller.h"
#include "models/services/punctuality.h"
#include "models/store/reportstore.h"

namespace waitline {

class Connection;

/// A waiting line with its place and what covers it.
struct QueueEntry {
    WaitingReportRow row;
    QString sku;
    qint64 place = 0;
    Units unitsAhead = 0;
    Coverage coverage;
    std::optional<DayOdds> odds; ///< of the delivery that covers it

    /// Served later than promised, or not at all as far as can be seen.
    [[nodiscard]] bool isLate() const { return row.promise && (!coverage.isCovered() || coverage.eta > *row.promise); }
};

/// A product's waiting line in rank order.
Result<std::vector<QueueEntry>> queueOf(Connection &connection, const QString &sku, QDate today);
/// Waiting lines of all products whose ETA is later than their promise, by promise.
Result<std::vector<QueueEntry>> lateLines(Connection &connection, QDate today);

/// Demand of each product; with `by`, one row for each product and period.
Result<std::vector<DemandReportRow>> demandReport(Connection &connection, const QString &sku, DemandQuery query, std::optional<Period> by);
/// First day of the period a day falls in; weeks begin on Monday.
[[nodiscard]] QDate startOfPeriod(QDate day, Period period);
/// First day of the period after the one a day falls in.
[[nodiscard]] QDate nextPeriod(QDate day, Period period);

} // namespace waitline
