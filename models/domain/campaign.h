#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace waitline {

using CampaignId = Id<struct CampaignTag>;

/// What a campaign is about. Orders belong to it that name its code.
struct CampaignTerms {
    QString code;
    QString name;
    std::optional<QDate> first; ///< of its days; both or none
    std::optional<QDate> last;
    QStringList skus; ///< its products; none: all
    Money budget = 0;
    std::optional<Units> edition; ///< units on offer

    friend bool operator==(const CampaignTerms &, const CampaignTerms &) = default;
};

/// What is wrong with them, in one sentence.
[[nodiscard]] Result<Done> validate(const CampaignTerms &terms);

/// Units ordered a day over some days.
struct DailyPace {
    QDate first;
    QDate last;
    Units units = 0;

    [[nodiscard]] qint64 days() const { return first.daysTo(last) + 1; }
    [[nodiscard]] double perDay() const { return double(units) / double(days()); }
};

/// A campaign is held against the up to four weeks before it. They count from the day on which its products were
/// first ordered, and are no baseline where they are fewer than two weeks.
inline constexpr int baselineDays = 28;
inline constexpr int fewestBaselineDays = 14;
[[nodiscard]] std::optional<DailyPace> baselineBefore(QDate first, std::optional<QDate> firstOrdered);
/// By which share the pace lies above the baseline's; none without a baseline, or where nothing was ordered in it.
[[nodiscard]] std::optional<double> upliftOf(const DailyPace &pace, const std::optional<DailyPace> &baseline);
/// Between which shares an uplift lies with 95 %, told by the units of each day during and before. None where either is without
/// units, or where both are fewer than three days.
struct UpliftInterval {
    double low = 0;
    double high = 0;

    /// Whether it tells a difference at all.
    [[nodiscard]] bool isTold() const { return low > 0 || high < 0; }
};
[[nodiscard]] std::optional<UpliftInterval> upliftInterval(const std::vector<Units> &during, const std::vector<Units> &before);

} // namespace waitline
