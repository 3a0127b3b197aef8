#include "models/forecast/replenishment.h"

#include "models/forecast/normal.h"

#include <QTest>

#include <rapidcheck.h>

using namespace waitline;
using namespace waitline::forecasting;

namespace {

bool isNear(double a, double b, double tolerance = 0.005) { return std::abs(a - b) <= tolerance; }

} // namespace

/// The textbook's values, and what must hold for any.
class ReplenishmentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEconomicQuantityIsTheTextbooks()
    {
        QVERIFY(isNear(economicQuantity(1200, 50, 2), 244.95));
        QCOMPARE(economicQuantity(0, 50, 2), 0.0);
        QCOMPARE(economicQuantity(1200, 50, 0), 0.0);
    }
    void theReorderPointIsTheTextbooks()
    {
        const DemandOver demand = demandOver(20, 5, {9, 2}, 0);
        QVERIFY(isNear(demand.deviation, 42.72));
        QVERIFY(isNear(safetyStock(demand.deviation, 0.95), 70.27));
        QVERIFY(isNear(stockFor(demand, 0.95), 250.27));
    }
    void theNewsvendorIsTheTextbooks()
    {
        QVERIFY(isNear(criticalRatio(12, 8), 0.6));
        QVERIFY(isNear(stockFor({500, 100}, criticalRatio(12, 8)), 525.33));
        QCOMPARE(criticalRatio(0, 8), 0.0);
        QCOMPARE(criticalRatio(5, 0), 1.0);
    }
    void theFillRateFollowsTheLossFunction()
    {
        QVERIFY(isNear(unitLoss(0), 0.39894, 1e-5));
        QVERIFY(isNear(unitLoss(1), 0.08332, 1e-5));
        QVERIFY(isNear(fillRate(100, 1, 500), 1 - 8.332 / 500, 1e-5));
        QCOMPARE(fillRate(100, 1, 0), 0.0);
    }
    void smallCountsAreReadOffTheirOwnDistribution()
    {
        QCOMPARE(demandNotExceeded({3, std::sqrt(3.0)}, 0.975, true), 7.0);
        QVERIFY(isNear(demandNotExceeded({500, 100}, 0.6, false), 525.33));
        QCOMPARE(demandNotExceeded({0, 5}, 0.95, true), 0.0);
    }
    void ordersAreWholePacksAndAtLeastTheMinimum()
    {
        QCOMPARE(unitsToOrder(100, 40, 1, 0), Units(60));
        QCOMPARE(unitsToOrder(100, 40, 25, 0), Units(75));
        QCOMPARE(unitsToOrder(100, 95, 1, 20), Units(20));
        QCOMPARE(unitsToOrder(100, 95, 12, 20), Units(24));
        QCOMPARE(unitsToOrder(100, 100, 12, 20), Units(0));
        QCOMPARE(unitsToOrder(99.2, 99, 1, 0), Units(1));
        QCOMPARE(unitsToOrder(-5, -40, 1, 0), Units(40));
    }
    void moreStockNeverAsksForMore()
    {
        QVERIFY(rc::check([] {
            const double orderUpTo = *rc::gen::inRange(-50, 2000) / 3.0;
            const Units position = *rc::gen::inRange(-500, 1000);
            const Units pack = *rc::gen::inRange(1, 50);
            const Units minimum = *rc::gen::inRange(0, 200);
            const Units before = unitsToOrder(orderUpTo, position, pack, minimum);
            RC_ASSERT(before >= 0 && before % pack == 0);
            RC_ASSERT(before == 0 || before >= minimum);
            RC_ASSERT(unitsToOrder(orderUpTo, position + *rc::gen::inRange(1, 400), pack, minimum) <= before);
        }));
    }
    void moreServiceNeverNeedsLessStock()
    {
        QVERIFY(rc::check([] {
            const DemandOver demand{*rc::gen::inRange(0, 900) / 10.0, *rc::gen::inRange(0, 500) / 10.0};
            const double level = *rc::gen::inRange(50, 98) / 100.0;
            for (const bool isCounted : {false, true})
                RC_ASSERT(demandNotExceeded(demand, level + 0.01, isCounted) >= demandNotExceeded(demand, level, isCounted));
        }));
    }
};

QTEST_APPLESS_MAIN(ReplenishmentTest)
#include "replenishmenttest.moc"
