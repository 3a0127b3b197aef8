#include "models/services/punctuality.h"

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
    Past past{store.expected(purchase), 0, std::nullopt};
    past.overdue = std::max(0.0, double(past.expected.daysTo(m_today)));
    if (std::vector<double> daysLate = store.daysLate(purchase); daysLate.size() >= fewest)
        past.lateness.emplace(std::move(daysLate));
    return m_past.emplace(purchase, std::move(past)).first->second;
}

std::optional<QDate> Punctuality::likelyDay(PurchaseId purchase)
{
    const Past &past = pastOf(purchase);
    if (!past.lateness)
        return std::nullopt;
    return std::max(m_today, past.expected.addDays(qint64(past.lateness->slackFor(likelyShare, past.overdue))));
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
        odds.kept = isTooSoon ? 0.0 : past.lateness->kept(double(past.expected.daysTo(*promise)), past.overdue);
    }
    return odds;
}

} // namespace waitline
