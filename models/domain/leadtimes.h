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
    std::optional<QDate> received = {}; ///< the day the last of its goods came; none: something is still to come, or nothing came
    Units ordered = 0;
    Units inTime = 0; ///< units that came by the day first said, at most those ordered
    bool isOpen = false; ///< something is still to come

    /// Days from placed to received.
    [[nodiscard]] qint64 leadDays() const { return received ? placed.daysTo(*received) : 0; }
    /// Whether its first promise was kept or broken by now: nothing more is to come, or the day is past.
    [[nodiscard]] bool isJudged(QDate today) const { return !isOpen || expectedFirst < today; }
};

/// A supplier's history in figures: how long purchases took that have come in, and how much of what was ordered came by
/// the day first said, over all purchases whose first promise was kept or broken by now.
struct LeadTimes {
    qint64 deliveries = 0;
    double mean = 0; ///< days
    double spread = 0; ///< days: the sample's standard deviation; 0 for fewer than two
    Units promised = 0; ///< units ordered on the purchases that are judged
    double onTime = 0; ///< share of them that came by the day first said; of 1

    friend bool operator==(const LeadTimes &, const LeadTimes &) = default;
};

[[nodiscard]] LeadTimes leadTimes(std::span<const Delivery> deliveries, QDate today);

} // namespace waitline
