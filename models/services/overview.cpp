#include "models/services/overview.h"

#include "models/services/overviewparts.h"
#include "models/services/purchasepegs.h"
#include "models/services/unitofwork.h"
#include "models/services/waitinglist.h"
#include "models/store/openpurchasestore.h"
#include "models/store/overviewstore.h"
#include "models/store/purchasestore.h"
#include "models/store/settingstore.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int daysAhead = 7;
constexpr int daysOfRefused = 30;
constexpr int mostRefused = 10;
constexpr size_t mostNamed = 3; // customers of an arrival

std::vector<Arrival> arrivals(Connection &connection, QDate today)
{
    std::vector<Arrival> arriving;
    PurchasePegs pegs(connection);
    for (const StoredOpenPurchase &purchase : OpenPurchaseStore(connection).all()) {
        if (purchase.expected > today.addDays(daysAhead))
            break; // by expected day
        const PurchasePegs::Served served = pegs.servedBy(purchase.id, PurchaseStore(connection).products(purchase.id), mostNamed);
        arriving.push_back(
            {purchase.id, purchase.supplier, purchase.expected, purchase.toCome, served.lines, served.units, served.customers});
    }
    return arriving;
}

Overview read(Connection &connection, QDate today)
{
    OverviewStore store(connection);
    Overview overview;
    overview.today = today;
    overview.currency = SettingStore(connection).currency();
    const WaitingTotals waiting = store.waiting();
    const WaitingSince since = store.longestWaitingSince();
    const auto day = [](const std::optional<Instant> &at) { return at ? std::optional(dayOf(*at)) : std::nullopt; };
    overview.preorders = {waiting.preorder, waiting.preorderLines, waiting.preorderValue, day(since.preorder)};
    overview.backorders = {waiting.backorder, waiting.lines - waiting.preorderLines, waiting.value - waiting.preorderValue,
                           day(since.backorder)};
    overview.late = sumLate(connection, today);
    overview.arriving = arrivals(connection, today);
    for (const UnitsOfProduct &refused : store.mostRefused(today.addDays(-daysOfRefused), mostRefused))
        overview.refused.push_back({refused.product, refused.sku, refused.name, refused.units});
    overview.bookings = PlanStore(connection).bookingAlerts();
    const auto products = WaitingStore(connection).products(WaitingStore::ProductOrder::Sku);
    const CashReport cash = readCash(connection);
    overview.deposits = cash.deposits;
    overview.depositsAtRisk = cash.atRisk;
    overview.refunds = cash.refunds;
    overview.isEmpty = !store.hasProducts();
    addDecisions(products, overview);
    return overview;
}

} // namespace

Result<Overview> overviewOf(Connection &connection, QDate today)
{
    return readIn(connection, [&] { return read(connection, today); });
}

} // namespace waitline
