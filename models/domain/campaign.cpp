#include "models/domain/campaign.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waitline {

namespace {

constexpr qsizetype longestCode = 100;
constexpr qsizetype longestName = 500;

QString sentence(const char *text) { return QCoreApplication::translate("CampaignTerms", text); }

} // namespace

Result<Done> validate(const CampaignTerms &terms)
{
    if (terms.code.trimmed().isEmpty())
        return invalid("code", sentence("The campaign has no code: enter the one its orders name."));
    if (terms.code.size() > longestCode)
        return invalid("code", sentence("The code is too long: use at most 100 characters."));
    if (terms.name.size() > longestName)
        return invalid("name", sentence("The name is too long: use at most 500 characters."));
    if (terms.first.has_value() != terms.last.has_value())
        return invalid(terms.first ? "to" : "from", sentence("A campaign has a first and a last day: enter both, or none."));
    if (terms.first && *terms.first > *terms.last)
        return invalid("to", sentence("The last day is before the first one: exchange them."));
    if (terms.budget < 0 || terms.budget > maximumMoney)
        return invalid("budget", sentence("The budget is negative or too large: enter 0 or more."));
    if (terms.edition && *terms.edition < 1)
        return invalid("edition", sentence("The units on offer must be at least 1; leave them empty where there is no end."));
    return Done{};
}

std::optional<DailyPace> baselineBefore(QDate first, std::optional<QDate> firstOrdered)
{
    if (!firstOrdered)
        return std::nullopt;
    DailyPace baseline{std::max(first.addDays(-baselineDays), *firstOrdered), first.addDays(-1), 0};
    return baseline.days() >= fewestBaselineDays ? std::optional(baseline) : std::nullopt;
}

std::optional<double> upliftOf(const DailyPace &pace, const std::optional<DailyPace> &baseline)
{
    if (!baseline || baseline->units <= 0 || pace.days() < 1)
        return std::nullopt;
    return pace.perDay() / baseline->perDay() - 1;
}

std::optional<UpliftInterval> upliftInterval(const std::vector<Units> &during, const std::vector<Units> &before)
{
    const double after = double(std::accumulate(during.begin(), during.end(), Units(0)));
    const double earlier = double(std::accumulate(before.begin(), before.end(), Units(0)));
    const size_t days = during.size() + before.size();
    if (after <= 0 || earlier <= 0 || days < 3)
        return std::nullopt;
    // Days vary more than Poisson's would: the interval is as much wider (quasi-Poisson; McCullagh and Nelder 1989, ch. 6).
    const auto spread = [](const std::vector<Units> &units, double mean) {
        return std::accumulate(units.begin(), units.end(), 0.0,
                               [mean](double sum, Units each) { return sum + (double(each) - mean) * (double(each) - mean) / mean; });
    };
    const double perDay = after / double(during.size());
    const double perDayBefore = earlier / double(before.size());
    const double dispersion = std::max(1.0, (spread(during, perDay) + spread(before, perDayBefore)) / double(days - 2));
    constexpr double z = 1.959964;
    const double width = std::exp(z * std::sqrt(dispersion * (1 / after + 1 / earlier)));
    return UpliftInterval{perDay / perDayBefore / width - 1, perDay / perDayBefore * width - 1};
}

} // namespace waitline
