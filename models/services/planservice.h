#pragma once

#include "models/forecast/buying.h"
#include "models/services/caller.h"
#include "models/services/demandhistory.h"
#include "models/services/progress.h"
#include "models/store/planstore.h"
#include "models/store/purchasedraftstore.h"

namespace waitline {

class Connection;

/// The last plan, as it is stored. What is drafted or was ordered since it was made is taken off its suggestions; one that is
/// taken up whole keeps its units.
struct Plan {
    std::optional<StoredPlan> made; ///< none: there was no plan yet
    std::vector<StoredSuggestion> suggestions; ///< by supplier, then by urgency
    std::vector<BookingAlert> alerts;
    Money drafted = 0; ///< cost of what is in purchase drafts: a budget has paid for it already
};

/// What to buy: forecasts every product, holds its stock against demand and lead time, and keeps what is needed.
class PlanService final {
public:
    explicit PlanService(Connection &connection) : m_connection(connection) {}

    /// Makes the plan anew. Cancelled, it leaves the last one as it is.
    Result<Plan> make(const Caller &caller, const Progress &progress);
    /// The last plan at once.
    Result<Plan> last();
    /// Keeps a purchase draft for each supplier, all or none: expected after the lead time. The cost is the suggestion's. What
    /// somebody has drafted since the suggestions were read is not drafted again: there may be nothing left to keep.
    Result<std::vector<PurchaseDraftId>> keepDrafts(const std::vector<StoredSuggestion> &suggestions, const Caller &caller);
    /// Throws drafts away, all or none.
    Result<Done> discardDrafts(const std::vector<PurchaseDraftId> &drafts, const Caller &caller);

private:
    Connection &m_connection;
};

/// Takes back what a budget does not pay for: the parts of orders that are worth most for the money stay. What is cut says so,
/// and is told with what the rest of it is worth. Suggestions of nothing are left out.
[[nodiscard]] std::vector<StoredSuggestion> withinBudget(std::vector<StoredSuggestion> suggestions, Money budget);

/// The suggestion with other levels, such as those of a what-if.
[[nodiscard]] StoredSuggestion withBuying(StoredSuggestion suggestion, const forecasting::Buying &buying);

/// The suggestion with other units, such as somebody types, and what those are worth.
[[nodiscard]] StoredSuggestion withUnits(StoredSuggestion suggestion, Units units);

/// Whether nobody should buy it unasked: its demand has probably ended, and no customer waits for it.
[[nodiscard]] bool isSilent(const StoredSuggestion &suggestion);

/// "12 in draft 3", "12 ordered since": what became of a suggestion; empty where nothing did.
[[nodiscard]] QString takenUpText(const StoredSuggestion &suggestion);

/// The share of demand served from stock when such an order comes each time: β of what is needed, or of the economic quantity.
/// Of a production run it is the share of all its demand.
[[nodiscard]] double servedFromStock(const StoredSuggestion &suggestion);

/// "LAMP: 180 pre-orders so far; by now it is usually 200 to 420. Fewer than usual: look at its campaign." And the other way.
[[nodiscard]] QString alertText(const BookingAlert &alert);

/// The demand of a day as it is spoken: whole from 10 on, one decimal below.
[[nodiscard]] QString spokenADay(const StoredSuggestion &suggestion);

/// Whether it is a production run after pre-orders.
[[nodiscard]] bool isProduction(const StoredSuggestion &suggestion);

/// The sentence that explains a suggestion: demand, lead time, what to order by when, and who waits for it.
[[nodiscard]] QString explanationOf(const StoredSuggestion &suggestion, QDate today);

} // namespace waitline
