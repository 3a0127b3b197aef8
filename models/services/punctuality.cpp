#include "models/services/punctuality.h"

#include "models/forecast/leadtimes.h"
#include "models/store/purchasestore.h"

#include <algorithm>

namespace waitline {

using namespace forecasting;

namespace {
constexpr size_t fewest = 3;
}

const Punctuality::Past &Punctuality::pastOf(PurchaseId purchase)
{
    if (const auto known = m_past.find(purchase); known != m_past.end())
        return known->second;
    PurchaseStore store(m_connection);
    Past past{store.expected(purchase), store.daysLate(purchase)};
    const double overdue = double(past.expected.daysTo(m_today));
    if (past.daysLate.size() < fewest)
        past.daysLate.clear();
    else if (overdue > 0)
        std::erase_if(past.daysLate, [=](double late) { return late <= overdue; });
    return m_past.emplace(purchase, std::move(past)).first->second;
}

std::optional<QDate> Punctuality::likelyDay(PurchaseId purchase)
{
    const Past &past = pastOf(purchase);
    if (past.daysLate.empty())
        return std::nullopt;
    return std::max(m_today, past.expected.addDays(qint64(slackFor(past.daysLate, likelyShare))));
}

std::optional<DayOdds> Punctuality::oddsOf(const Coverage &coverage, std::optional<QDate> release, std::optional<QDate> promise)
{
    if (!coverage.isCovered() || !coverage.coveredBy)
        return std::nullopt;
    const auto likely = likelyDay(*coverage.coveredBy);
    if (!likely)
        return std::nullopt;
    DayOdds odds{release ? std::max(*likely, *release) : *likely, std::nullopt};
    const Past &past = pastOf(*coverage.coveredBy);
    if (promise) {
        const bool isTooSoon = *promise < m_today || (release && *promise < *release);
        odds.kept = isTooSoon ? 0.0 : keptProbability(past.daysLate, double(past.expected.daysTo(*promise)));
    }
    return odds;
}

} // namespace waitline
