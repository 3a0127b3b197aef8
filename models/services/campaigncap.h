#pragma once

#include "models/domain/result.h"
#include "models/store/campaignstore.h"

#include <functional>

namespace waitline {

class Connection;

/// What a campaign still offers while orders are written that name it. A campaign without an edition offers any number.
class CampaignCap final {
public:
    enum class Lock { None, UntilTheEnd };

    /// Locked, nobody else sells of it until the transaction ends. No code: nothing is capped.
    CampaignCap(Connection &connection, const QString &code, Lock lock);

    /// Counts units of a product as sold. Throws Refusal, after calling `onRefusal`, where fewer are left.
    void sell(ProductId product, const QString &sku, Units units, const std::function<void()> &onRefusal);
    /// The same of units that are past refusing.
    void countSold(ProductId product, Units units);
    /// Whether more is sold than it offers.
    [[nodiscard]] bool isOverdrawn() const { return m_left < 0; }

private:
    [[nodiscard]] bool isAbout(ProductId product) const;

    std::optional<CampaignOffer> m_offer;
    Units m_left = 0;
};

} // namespace waitline
