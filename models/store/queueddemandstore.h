#pragma once

#include "models/domain/money.h"
#include "models/store/demandscope.h"
#include "models/store/scopeddemandstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Pre-order and backorder units of a day.
struct QueuedDay {
    DayNumber day = 0;
    Units preorder = 0;
    Units backorder = 0;
    qint64 lines = 0;
    Money value = 0;
    Money preorderValue = 0; ///< part of it

    [[nodiscard]] Units units() const { return preorder + backorder; }
    [[nodiscard]] Money backorderValue() const { return value - preorderValue; }
};

/// A product with a release that was pre-ordered.
struct LaunchOfProduct {
    ProductName product;
    QDate release;
};

struct UnitsOnDay {
    DayNumber day = 0;
    Units units = 0;
};

/// Units of a product asked for and not sold.
struct RefusedUnits {
    ProductName product;
    Units units = 0;
    qint64 times = 0;
    Money value = 0; ///< at the product's price of today
};

/// Reads what became of demand that could not be served at once. A scope narrows it; its days are those of what is read.
class QueuedDemandStore final {
public:
    explicit QueuedDemandStore(Connection &connection) : m_connection(connection) {}

    /// What waits now, by the day it was ordered, oldest first; the scope's days do not matter.
    [[nodiscard]] std::vector<QueuedDay> waitingByDay(const DemandScope &scope);
    /// Withdrawn while it waited, by the day of the cancellation; what was taken back, or came back as a return, does not count.
    [[nodiscard]] std::vector<QueuedDay> withdrawnByDay(const DemandScope &scope);
    /// The same by the day the order was placed; of a line no more than had to wait when it was ordered.
    [[nodiscard]] std::vector<UnitsOnDay> withdrawnByOrderDay(const DemandScope &scope);
    /// What could not be served when it was ordered, by day.
    [[nodiscard]] std::vector<UnitsOnDay> queuedByDay(const DemandScope &scope);

    /// Pre-ordered products released after `today`, soonest first; or up to it, latest first.
    [[nodiscard]] std::vector<LaunchOfProduct> launches(const DemandScope &scope, QDate today, bool isComing, int limit);
    /// A product's pre-orders, oldest day first.
    [[nodiscard]] std::vector<UnitsOnDay> preorders(ProductId product);

    /// Refused within the scope's days, most units (or value) first.
    [[nodiscard]] std::vector<RefusedUnits> refused(const DemandScope &scope, MostBy by);

private:
    [[nodiscard]] std::vector<QueuedDay> queuedDays(const SqlPart &sql);
    [[nodiscard]] std::vector<UnitsOnDay> unitsByDay(const SqlPart &sql);

    Connection &m_connection;
};

/// Of a row x of cancellation with its line l: the units that waited when they were withdrawn.
[[nodiscard]] QString withdrawnWhileWaiting();

} // namespace waitline
