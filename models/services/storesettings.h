#pragma once

#include "models/domain/deposit.h"
#include "models/domain/money.h"
#include "models/services/caller.h"

namespace waitline {

class Connection;

/// The store's one currency.
[[nodiscard]] Result<Currency> storeCurrency(Connection &connection);

/// What the business decides for all its desks.
struct StoreSettings {
    QString business; ///< its name, under its notices
    QString address; ///< on its papers, line by line
    QString email; ///< the address its notices come from
    bool fullBalanceFirst = false; ///< nothing ships before all of the order is paid (product.md §2.11)
    int overReceiptPercent = 5; ///< more than ordered that is received without asking
    int consentDays = 14; ///< how long customers have to answer a delay
    Currency currency; ///< can be changed while nothing has an amount in it
    DepositTerms deposit; ///< proposed for new products

    friend bool operator==(const StoreSettings &, const StoreSettings &) = default;
};

[[nodiscard]] Result<Done> validate(const StoreSettings &settings);
[[nodiscard]] Result<StoreSettings> storeSettings(Connection &connection);
[[nodiscard]] Result<StoreSettings> changeSettings(Connection &connection, const StoreSettings &settings, const Caller &caller);
/// storeSettings() for a unit of work that reads more: it throws StoreError.
[[nodiscard]] StoreSettings readSettings(Connection &connection);
/// Keeps settings that were looked at, within a unit of work.
void keepSettings(Connection &connection, const StoreSettings &settings);

} // namespace waitline
