#pragma once

#include "models/forecast/series.h"
#include "models/store/planinputstore.h"

#include <QDate>

#include <optional>

namespace waitline {

class Connection;

enum class Grid { Week, Month };

/// Days in a period, on average.
[[nodiscard]] double daysIn(Grid grid);
/// Periods count from the one that 1970-01-01 is in; weeks begin on Monday.
[[nodiscard]] qint64 periodOf(DayNumber day, Grid grid);
[[nodiscard]] QDate startOf(qint64 period, Grid grid);

/// A product's demand by periods, from the first with any to the last that is over.
struct ProductDemandSeries {
    qint64 firstPeriod = 0;
    forecasting::Series series;
};

/// Order-date demand of one product or all: what was asked for on its day, whether it was waited for, refused, withdrawn
/// while waiting or sold before this database; returns are taken off. A period without demand in which nothing could be
/// had is missing, unless the product is nearly always bought on order: then it was not asked for.
class DemandHistory final {
public:
    DemandHistory(Connection &connection, const PlanScope &scope);

    /// The day of the first order or sale on record, of any product.
    [[nodiscard]] DayNumber begun() const { return m_begun; }
    /// What is known before the period `today` is in.
    [[nodiscard]] ProductDemandSeries series(ProductId product, Grid grid, QDate today) const;
    /// The last day on which anything was asked for; none before the first.
    [[nodiscard]] std::optional<QDate> lastAsked(ProductId product) const;
    /// What was asked for in these days, the last included.
    [[nodiscard]] double unitsBetween(ProductId product, QDate first, QDate last) const;
    /// Pre-orders by weeks from the first to the one before `release`; empty where there are none.
    [[nodiscard]] std::vector<double> preorderCourse(ProductId product, QDate release) const;

private:
    void leaveOutGaps(ProductId product, Grid grid, ProductDemandSeries &found) const;

    std::vector<DayUnits> m_demand;
    std::vector<DayUnits> m_free;
    DayNumber m_begun = 0;
};

} // namespace waitline
