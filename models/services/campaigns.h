#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/store/campaignstore.h"

namespace waitline {

class Connection;

/// A campaign and what came of it.
struct CampaignResult {
    StoredCampaign campaign;
    CampaignOrders orders;
    qint64 newCustomers = 0;
    CampaignMoney money;
    KeepRate kept;
    Units refused = 0; ///< of its products in its days
    std::optional<DailyPace> pace; ///< units of its products in its days so far, whoever ordered them; none: it has not begun, or has no days
    std::optional<DailyPace> baseline; ///< the same before it, without its own orders; none: there is nothing to hold it against
    std::optional<UpliftInterval> interval; ///< of the uplift
    Units ownInDays = 0; ///< of the pace's units, those of its own orders

    /// Units sold ÷ units asked for in its days; none where nothing was asked for.
    [[nodiscard]] std::optional<double> conversion() const;
    [[nodiscard]] std::optional<double> uplift() const { return upliftOf(pace.value_or(DailyPace{}), pace ? baseline : std::nullopt); }
    /// Budget ÷ units; none where there is no budget or no unit.
    [[nodiscard]] std::optional<Money> costPerUnit() const;
    /// Units ÷ units on offer.
    [[nodiscard]] std::optional<double> shareOfEdition() const;
};

/// Units of a campaign's products on a day.
struct CampaignDay {
    QDate day;
    Units own = 0; ///< of its own orders
    Units other = 0;
};

/// A campaign with each of its days, and those of the baseline before.
struct CampaignCourse {
    CampaignResult result;
    std::vector<CampaignDay> days; ///< from the baseline's first day to the last so far
    Currency currency;
};

/// All campaigns by code, those too that only orders name.
[[nodiscard]] Result<std::vector<CampaignResult>> campaignResults(Connection &connection, QDate today);
[[nodiscard]] Result<CampaignResult> campaignResult(Connection &connection, const QString &code, QDate today);
[[nodiscard]] Result<CampaignCourse> campaignCourse(Connection &connection, const QString &code, QDate today);

/// Plans campaigns and gives orders to them.
class CampaignService final {
public:
    explicit CampaignService(Connection &connection) : m_connection(connection) {}

    /// Adds a campaign; one that orders name already is said what it is about.
    Result<CampaignTerms> add(const CampaignTerms &terms, const Caller &caller);
    /// Changes one; its code stays.
    Result<CampaignTerms> change(const QString &code, const std::function<Result<Done>(CampaignTerms &)> &change, const Caller &caller);
    /// Gives orders to it, all or none; they belong to no other then. Answers how many were not its own before.
    Result<qint64> assign(const QString &code, const std::vector<OrderId> &orders, const Caller &caller);

private:
    void save(const CampaignTerms &terms, const Caller &caller);

    Connection &m_connection;
};

} // namespace waitline
