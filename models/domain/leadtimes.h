#pragma once

#include "models/domain/id.h"

#include <QDate>

#include <optional>
#include <span>

namespace waitline {

/// A purchase and what became of its promise.
struct Delivery {
    PurchaseId purchase;
    QDate placed;
    QDate expectedFirst;
    QDate expected;
    std::optional<QDate> received; ///< the day the last of its goods came; none: something is still to come

    /// Days from placed to received.
    [[nodiscard]] qint64 leadDays() const { return received ? placed.daysTo(*received) : 0; }
    /// Received by the day first expected.
    [[nodiscard]] bool isOnTime() const { return received && *received <= expectedFirst; }
};

/// A supplier's history in three figures, over the purchases that have come in.
struct LeadTimes {
    qint64 deliveries = 0;
    double mean = 0; ///< days
    double spread = 0; ///< days: the sample's standard deviation; 0 for fewer than two
    double onTime = 0; ///< share of 1

    friend bool operator==(const LeadTimes &, const LeadTimes &) = default;
};

[[nodiscard]] LeadTimes leadTimes(std::span<const Delivery> deliveries);

} // namespace waitline
