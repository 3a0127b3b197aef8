#include "models/services/overview.h"

#include "models/services/cashreport.h"
#include "models/services/overviewparts.h"
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
constexpr qint64 mostNamed = 3; // customers of an arrival

/// What the purchase adds to what the supply before it serves of one product.
void addServed(Connection &connection, ProductId id, Arrival &arrival)
{
    const auto product = WaitingStore(connection).product(id);
    if (!product)
        return;
    Units before = std::max<Units>(product->available, 0);
    Units units = 0;
    for (const Supply &supply : PurchaseStore(connection).supplies(id)) { // by expected day, then purchase
        if (supply.purchase == arrival.purchase)
            units += supply.units;
        else if (units == 0)
            before += supply.units;
    }
    WaitingStore store(connection);
    const qint64 linesBefore = store.servedBy(id, before).lines;
    const Units reached = std::min(before + units, product->waiting()) - std::min(before, product->waiting());
    arrival.linesServed += store.servedBy(id, before + units).lines - linesBefore;
    arrival.unitsServed += reached;
    if (reached > 0 && arrival.customers.size() < mostNamed) {
        for (const QString &customer : OverviewStore(connection).customersInLine(id, linesBefore, std::min<qint64>(reached, mostNamed))) {
            if (arrival.customers.size() < mostNamed && !arrival.customers.contains(customer))
                arrival.customers += customer;
        }
    }
}

std::vector<Arrival> arrivals(Connection &connection, QDate today)
{
    std::vector<Arrival> arriving;
    for (const StoredOpenPurchase &purchase : OpenPurchaseStore(connection).all()) {
        if (purchase.expected > today.addDays(daysAhead))
            break; // by expected day
        Arrival arrival{purchase.id, purchase.supplier, purchase.expected, purchase.toCome, 0, 0, {}};
        for (ProductId product : PurchaseStore(connection).products(purchase.id))
            addServed(connection, product, arrival);
        arriving.push_back(std::move(arrival));
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
