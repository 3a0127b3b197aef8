#pragma once

#include "models/domain/campaign.h"
#include "models/domain/keeprate.h"
#include "models/store/demandscope.h"
#include "models/store/queueddemandstore.h"

#include <vector>

namespace waitline {

class Connection;
class Rows;

struct StoredCampaign {
    CampaignId id;
    CampaignTerms terms;
    bool isPlanned = false; ///< somebody said what it is about; otherwise only orders name it
};

/// A campaign that offers only so many units.
struct CampaignOffer {
    CampaignId id;
    QString code;
    Units edition = 0;
    std::vector<ProductId> products; ///< in order; none: all
};

/// Orders that belong to a campaign, added up.
struct CampaignOrders {
    qint64 orders = 0;
    qint64 byHand = 0; ///< of them, those somebody gave to it after they were placed
    qint64 customers = 0;
    Units ordered = 0; ///< of the campaign's products
    Units cancelled = 0;
    Money value = 0; ///< of what was ordered and not cancelled

    [[nodiscard]] Units units() const { return ordered - cancelled; }
};

/// Money for a campaign's products in its orders, of which it is never more than their value.
struct CampaignMoney {
    Money collected = 0; ///< paid − refunded; an order's money lies on its lines by their value
    Money held = 0; ///< the part beyond the value shipped; it lies on what has not shipped, by its value
};

class CampaignStore final {
public:
    explicit CampaignStore(Connection &connection) : m_connection(connection) {}

    /// By code.
    [[nodiscard]] std::vector<StoredCampaign> all();
    [[nodiscard]] std::optional<StoredCampaign> find(const QString &code);
    /// Adds a campaign, or says what one that orders name is about.
    void save(OperationId operation, const CampaignTerms &terms, const std::vector<ProductId> &products);
    [[nodiscard]] std::vector<ProductId> products(CampaignId campaign);

    /// None where it offers any number. Locked, nobody else changes it, or sells of it, until the transaction ends.
    [[nodiscard]] std::optional<CampaignOffer> offer(const QString &code);
    [[nodiscard]] std::optional<CampaignOffer> lockOffer(const QString &code);
    /// Units of its products in its orders, without what was cancelled.
    [[nodiscard]] Units sold(CampaignId campaign);
    /// Keeps what was sold beyond its edition beside it: it was not refused. Of one without an edition or without a code
    /// there is nothing to keep.
    void forgiveExcess(const QString &code);

    [[nodiscard]] CampaignOrders orders(CampaignId campaign);
    /// Customers whose first order of all belongs to it.
    [[nodiscard]] qint64 newCustomers(CampaignId campaign);
    [[nodiscard]] CampaignMoney money(CampaignId campaign);
    [[nodiscard]] KeepRate kept(CampaignId campaign);
    /// Units of its products by day: of its own orders, or of all orders.
    [[nodiscard]] std::vector<UnitsOnDay> ownDays(CampaignId campaign, QDate from, QDate to);
    [[nodiscard]] std::vector<UnitsOnDay> allDays(CampaignId campaign, QDate from, QDate to);
    /// The first day on which one of its products was ordered.
    [[nodiscard]] std::optional<QDate> firstOrdered(CampaignId campaign);
    /// Units of its products that were asked for and not sold.
    [[nodiscard]] Units refused(CampaignId campaign, QDate from, QDate to);

private:
    [[nodiscard]] std::optional<CampaignOffer> offerIn(Rows rows);
    [[nodiscard]] QString ofProducts(CampaignId campaign, const QString &column);

    Connection &m_connection;
};

} // namespace waitline
