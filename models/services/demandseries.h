#pragma once

#include "models/domain/money.h"
#include "models/services/reports.h"
#include "models/store/demandseriesstore.h"

#include <QDate>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What the bars of products in demand are asked for.
struct DemandBarsQuestion {
    enum class Measure {
        Waiting, ///< units that wait now
        Ordered ///< units ordered from `from` to `to`, both included
    };
    Measure measure = Measure::Waiting;
    QDate from;
    QDate to;
    int top = 10;
};

/// A product in demand; or all the others together.
struct DemandBar {
    ProductId product; ///< invalid for the rest
    QString sku;
    QString name;
    Units preorder = 0;
    Units backorder = 0;
    Money value = 0; ///< of these units
    Money preorderValue = 0; ///< part of it; told by scopedBars only

    [[nodiscard]] Units units() const { return preorder + backorder; }
};

struct DemandBars {
    DemandBarsQuestion question;
    std::vector<DemandBar> bars; ///< most units first
    DemandBar rest; ///< the products that are not among the bars, added up
    qint64 restProducts = 0;
    Currency currency;
};

/// What demand over time is asked for; the days are inclusive.
struct DemandOverTimeQuestion {
    ProductId product; ///< invalid: all
    QDate from;
    QDate to;
    Period by = Period::Week;
};

/// Units ordered in a period.
struct DemandBucket {
    QDate start; ///< first day of the period, also where the question begins within it
    Units preorder = 0;
    Units backorder = 0;
    Units other = 0; ///< to be had at once
    Money value = 0;
    Money preorderValue = 0; ///< these are parts of it
    Money backorderValue = 0;
    Units past = 0; ///< sold before this database, where that is asked for
    Money pastValue = 0;

    [[nodiscard]] Units units() const { return preorder + backorder + other + past; }
    [[nodiscard]] Money worth() const { return value + pastValue; }
    [[nodiscard]] Money otherValue() const { return value - preorderValue - backorderValue; }
};

struct DemandOverTime {
    DemandOverTimeQuestion question;
    std::vector<DemandBucket> buckets; ///< one for each period, those without demand too
    Currency currency;
};

/// Products by pre-order and backorder units, from the maintained counters and summaries.
[[nodiscard]] Result<DemandBars> demandBars(Connection &connection, const DemandBarsQuestion &question);
/// Units ordered by period, from the maintained daily summaries.
[[nodiscard]] Result<DemandOverTime> demandOverTime(Connection &connection, const DemandOverTimeQuestion &question);
/// Days in order, within the question's, added up by its periods.
[[nodiscard]] DemandOverTime inPeriods(const DemandOverTimeQuestion &question, const std::vector<DayDemand> &days,
                                       const Currency &currency);

} // namespace waitline
