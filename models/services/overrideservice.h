#pragma once

#include "models/domain/result.h"
#include "models/forecast/adjusted.h"
#include "models/services/caller.h"
#include "models/services/demandhistory.h"
#include "models/store/overridestore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What somebody expects of a product, as it is entered.
struct OverrideDraft {
    ProductId product; ///< where it is not valid, the SKU tells it
    QString sku;
    QDate first;
    QDate last;
    Units units = 0; ///< in all those days
    QString reason;
};

/// How good what people said has been, beside the method they overruled, over the overrides whose days are over.
struct OverrideAccuracy {
    int overrides = 0;
    double asked = 0; ///< units that were asked for in their days
    double missed = 0; ///< sum of what they were off by
    double methodMissed = 0; ///< the same of the method

    [[nodiscard]] double share() const { return asked > 0 ? missed / asked : 0.0; }
    [[nodiscard]] double methodShare() const { return asked > 0 ? methodMissed / asked : 0.0; }
};

/// A product's overrides, and what became of the earlier ones.
struct Overrides {
    std::vector<StoredOverride> standing; ///< not ended, and not over yet
    OverrideAccuracy accuracy;
};

/// Forecasts that somebody overrules, with a reason.
class OverrideService final {
public:
    explicit OverrideService(Connection &connection) : m_connection(connection) {}

    /// Keeps it in the place of those it shares days with. Refuses days that are over or go on for more than two years.
    Result<StoredOverride> keep(const OverrideDraft &draft, const Caller &caller);
    /// Takes it back: the method counts again.
    Result<StoredOverride> end(OverrideId id, const QString &reason, const Caller &caller);

private:
    Connection &m_connection;
};

/// Of those overrides that are over and were not ended.
[[nodiscard]] OverrideAccuracy accuracyOf(const std::vector<StoredOverride> &overrides, const DemandHistory &history, QDate today);

/// The same for a forecast to be told with.
[[nodiscard]] forecasting::SaidMiss missOf(const OverrideAccuracy &accuracy);

/// Inside a transaction; a product that is not valid stands for all. Throws StoreError.
[[nodiscard]] Overrides readOverrides(Connection &connection, ProductId product, QDate today);

/// "Overruled 5 times so far: off by 22 %, the method by 31 %." Empty before the first one is over.
[[nodiscard]] QString accuracyText(const OverrideAccuracy &accuracy);

} // namespace waitline
