#pragma once

#include "models/domain/keeprate.h"
#include "models/domain/result.h"
#include "models/services/demandseries.h"
#include "models/store/queueddemandstore.h"

namespace waitline {

class Connection;

/// What waits, by how long it has waited.
struct WaitingAge {
    int fromDays = 0;
    std::optional<int> toDays; ///< both included; none: and longer
    QueuedDay waiting; ///< its `day` says nothing
};
struct WaitingAges {
    std::vector<WaitingAge> ages; ///< shortest first
    Currency currency;
};
[[nodiscard]] Result<WaitingAges> waitingAges(Connection &connection, const DemandScope &scope, QDate today);

/// The pre-orders of a product against the days to its release.
struct Launch {
    ProductName product;
    QDate release;
    std::vector<UnitsOnDay> bookings; ///< by day, oldest first

    /// All units booked so many days before the release, or earlier.
    [[nodiscard]] Units bookedUntil(qint64 daysToRelease) const;
};
/// Up to six: the scope's products where it names some, else what is released next; then earlier launches, latest first.
[[nodiscard]] Result<std::vector<Launch>> launchesToCompare(Connection &connection, const DemandScope &scope, QDate today);

struct RefusedDemand {
    std::vector<RefusedUnits> products; ///< most first
    RefusedUnits rest; ///< the others added up
    qint64 restProducts = 0;
    Currency currency;
};
/// What was asked for within the scope's days and not sold.
[[nodiscard]] Result<RefusedDemand> refusedDemand(Connection &connection, const DemandScope &scope, MostBy by, int top);

struct WithdrawnPeriod {
    QDate start;
    Units preorder = 0;
    Units backorder = 0;
    Money value = 0;
    Money preorderValue = 0; ///< part of it
};
struct WithdrawnOverTime {
    std::vector<WithdrawnPeriod> periods; ///< one for each, those without too
    Currency currency;
};
/// What customers withdrew while it waited, by the day they did.
[[nodiscard]] Result<WithdrawnOverTime> withdrawnOverTime(Connection &connection, const DemandScope &scope, Period by);

struct KeptPeriod {
    QDate start;
    KeepRate kept;
};
/// Of what had to wait, by the period it was ordered in: what was kept so far.
[[nodiscard]] Result<std::vector<KeptPeriod>> keptOverTime(Connection &connection, const DemandScope &scope, Period by);

} // namespace waitline
