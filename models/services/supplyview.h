#pragma once

#include "models/domain/eta.h"
#include "models/store/purchasestore.h"
#include "models/store/waitingstore.h"

namespace waitline {

/// A product's supply, walked along its line.
class SupplyView final {
public:
    SupplyView(Connection &connection, const WaitingProduct &product, QDate today)
        : m_available(product.available)
        , m_release(product.release)
        , m_today(today)
    {
        if (product.onOrder > 0)
            m_supplies = PurchaseStore(connection).supplies(product.product);
    }

    [[nodiscard]] Coverage covers(Units unitsAhead, Units waiting) const
    {
        return coverage(m_available, m_supplies, unitsAhead, waiting, m_today, m_release);
    }

private:
    Units m_available;
    std::optional<QDate> m_release;
    QDate m_today;
    std::vector<Supply> m_supplies;
};

} // namespace waitline
