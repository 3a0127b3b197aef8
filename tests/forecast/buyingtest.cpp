#include "models/forecast/buying.h"
#include "models/forecast/launch.h"
#include "models/forecast/leadtimes.h"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace waitline;
using namespace waitline::forecasting;

namespace {

bool isNear(double a, double b, double tolerance = 1e-6) { return std::abs(a - b) <= tolerance; }

DaysAhead weeksAhead(const Forecast &made)
{
    std::vector<Stretch> stretches;
    for (size_t week = 0; week < made.periods.size(); ++week)
        stretches.push_back({week, 1, 7});
    return inStretches(made, stretches);
}

BuyingTerms terms()
{
    BuyingTerms terms;
    terms.lead = {14, 3};
    terms.price = 5000;
    terms.cost = 2000;
    return terms;
}

/// Weeks of the same demand from a Monday on.
DaysAhead weeks(double units, int periods) { return weeksAhead(forecast({std::vector<double>(60, units), 52}, periods)); }

} // namespace

/// What to buy and to make, from forecasts, deliveries and bookings.
class BuyingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadTimesAreThoseThatWere()
    {
        const LeadTime lead = leadTimeOf({8, 9, 10}, 30);
        QVERIFY(isNear(lead.mean, 9));
        QVERIFY(isNear(lead.deviation, 1));
        QVERIFY(isNear(leadTimeOf({8, 9}, 30).mean, 30));
        QVERIFY(isNear(leadTimeOf({}, 30).deviation, 6));
    }
    void aLaterPromiseIsSurerAndNoneIsCertain()
    {
        QVERIFY(rc::check([] {
            const auto days = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(-20, 60)),
                                                 [](const std::vector<int> &drawn) { return drawn.size() >= 3; });
            const Lateness lateness(std::vector<double>(days.begin(), days.end()));
            const double overdue = *rc::gen::inRange(0, 40);
            double before = 0;
            for (double slack = overdue; slack < 90; ++slack) {
                const double kept = lateness.kept(slack, overdue);
                RC_ASSERT(kept > before && kept < 1);
                before = kept;
            }
            RC_ASSERT(lateness.kept(lateness.slackFor(0.8, overdue), overdue) >= 0.8);
        }));
    }
    void aPromiseIsAsSureAsPastDeliveriesTell()
    {
        const std::vector<double> late{-2, 0, 0, 1, 3, 3, 5, 12};
        const Lateness lateness(late);
        QVERIFY(isNear(lateness.kept(3), 0.7, 0.1));
        QVERIFY(lateness.slackFor(0.8) >= 5 && lateness.slackFor(0.8) <= 9);
        // The more deliveries were in time, the surer; a few do not tell much.
        QVERIFY(Lateness(std::vector<double>(3, 0.0)).kept(2) < 0.9);
        QVERIFY(Lateness(std::vector<double>(60, 0.0)).kept(2) > 0.95);
        QVERIFY(Lateness(std::vector<double>(60, 0.0)).kept(30) > 0.99);
        // What did not come for ten days comes soon with a smaller probability than it did before.
        QVERIFY(lateness.kept(12, 10) < lateness.kept(12));
    }
    void curvesOfSimilarCampaignsAreAveraged()
    {
        const Curve curve = meanCurve({{10, 0, 0, 10}, {4, 4, 4, 4}}, 4);
        QVERIFY(isNear(curve.front(), 0) && isNear(curve.back(), 1));
        QVERIFY(isNear(reached(curve, 0.25), (0.5 + 0.25) / 2));
        QVERIFY(isNear(reached(meanCurve({}, 4), 0.3), 0.3));
        QVERIFY(isNear(reached(meanCurve({{0, 0}}, 2), 0.5), 0.5));
    }
    void aCampaignIsJudgedByItsCurveAndByOthers()
    {
        const Curve line = meanCurve({}, 10);
        QVERIFY(isNear(campaignTotal(50, line, 0.5, {}).mean, 100));
        QVERIFY(isNear(campaignTotal(80, line, 1, {}).mean, 80));
        // Early on, what similar ones sold counts most; later its own orders.
        const DemandOver usual{200, 20};
        QVERIFY(campaignTotal(5, line, 0.1, usual).mean > 150);
        QVERIFY(campaignTotal(45, line, 0.9, usual).mean < 75);
        QVERIFY(campaignTotal(50, line, 0.5, {}).deviation > campaignTotal(90, line, 0.9, {}).deviation);
    }
    void aLaunchIsLikeThoseOfSimilarProductsAndWide()
    {
        const auto outlooks = launchOutlook({{10, 20}, {30, 40}, {20}}, 3);
        QVERIFY(isNear(outlooks[0].mean, 20));
        QVERIFY(isNear(outlooks[1].mean, 30));
        QVERIFY(outlooks[1].deviation >= 15);
        QCOMPARE(outlooks[2].mean, 0.0);
    }
    void theProductionRunIsTheNewsvendors()
    {
        QCOMPARE(productionRun({500, 100}, 12, 8), 526.0);
        QCOMPARE(productionRun({500, 100}, 0, 8), 0.0);
        const DemandOver demand = productionDemand(100, 0.9, {50, 12});
        QVERIFY(isNear(demand.mean, 140));
        QVERIFY(isNear(demand.deviation, std::sqrt(9 + 144.0)));
    }
    void noRunEarnsMoreThanTheNewsvendors()
    {
        QVERIFY(rc::check([] {
            const DemandOver demand{double(*rc::gen::inRange(50, 900)), double(*rc::gen::inRange(5, 200))};
            const double cu = *rc::gen::inRange(1, 50);
            const double co = *rc::gen::inRange(1, 50);
            const double best = expectedProfit(demand, productionRun(demand, cu, co), cu, co);
            const double other = expectedProfit(demand, *rc::gen::inRange(0, 1500), cu, co);
            // The best run is rounded up to whole units.
            RC_ASSERT(other <= best + cu + co);
        }));
    }
    void stockIsOrderedUpToTheDemandOfLeadTimeAndReview()
    {
        const DaysAhead made = weeks(14, 3);
        const Buying buying = toBuy(made, terms(), {10, 5, 3});
        QVERIFY(isNear(buying.demandADay, 2));
        QVERIFY(buying.orderUpTo >= 42 && buying.orderUpTo <= 60);
        QVERIFY(buying.reorderPoint < buying.orderUpTo);
        QCOMPARE(buying.units, Units(buying.orderUpTo) - 12);
        QCOMPARE(buying.daysLeft, 0.0);
        QVERIFY(buying.worth > 0);
        QVERIFY(toBuy(made, terms(), {500, 0, 0}).daysLeft > 100);
    }
    void anOrderAtTheReorderPointIsAtLeastTheEconomicOne()
    {
        const DaysAhead made = weeks(7, 8); // one a day
        BuyingTerms costly = terms();
        costly.orderCost = 50'000;
        costly.holdingShare = 0.25; // of 20.00: 5.00 a year
        const Buying buying = toBuy(made, costly, {10, 0, 0});
        QVERIFY(isNear(buying.economic, std::sqrt(2 * 365.25 * 500 / 5), 1));
        QCOMPARE(buying.units, Units(std::ceil(buying.economic)));
        QCOMPARE(toBuy(made, costly, {400, 0, 0}).units, Units(0));
        QCOMPARE(toBuy(made, terms(), {10, 0, 0}).economic, 0.0);
    }
    void whereAnOrderCostsSomethingNoneIsMadeBeforeItIsDue()
    {
        const DaysAhead made = weeks(7, 8);
        BuyingTerms costly = terms();
        costly.orderCost = 50'000;
        const Buying below = toBuy(made, costly, {10, 0, 0});
        const auto reorderPoint = Units(below.reorderPoint);
        const auto level = Units(below.orderUpTo);
        QCOMPARE(toBuy(made, costly, {reorderPoint, 0, 0}).units, Units(std::ceil(below.economic)));
        const Buying soon = toBuy(made, costly, {reorderPoint + 1, 0, 0}); // it would be too late at the next review
        QVERIFY(soon.daysLeft > 0 && soon.daysLeft < costly.review);
        QCOMPARE(soon.units, Units(std::ceil(below.economic)));
        std::vector<double> uneven; // the level lies further above the reorder point than what is asked for until the review
        for (int week = 0; week < 60; ++week)
            uneven.push_back(70 + 30 * std::sin(week * week));
        const DaysAhead more = weeksAhead(forecast({uneven, 52}, 8));
        const Buying later = toBuy(more, costly, {Units(toBuy(more, costly, {10, 0, 0}).orderUpTo) - 1, 0, 0});
        QVERIFY(later.daysLeft >= costly.review);
        QCOMPARE(later.units, Units(0));
        QCOMPARE(toBuy(made, costly, {level, 0, 0}).units, Units(0));
        QCOMPARE(toBuy(made, terms(), {level - 1, 0, 0}).units, Units(1)); // where it costs nothing
    }
    void whatHasProbablyEndedIsBoughtForWhatItsMarginRisks()
    {
        const auto levelAfter = [](int silent, Money cost) {
            std::vector<double> values(30, 14.0);
            values.insert(values.end(), size_t(silent), 0.0);
            BuyingTerms bought = terms();
            bought.cost = cost;
            return toBuy(weeksAhead(forecast({values, 52}, 4)), bought, {}).orderUpTo;
        };
        QVERIFY(levelAfter(0, 2000) >= 50);
        QCOMPARE(levelAfter(0, 4000), levelAfter(0, 2000));
        QVERIFY(levelAfter(15, 2000) <= 13);
        QVERIFY(levelAfter(6, 4000) < levelAfter(6, 2000) && levelAfter(6, 2000) < levelAfter(6, 100));
        QCOMPARE(levelAfter(40, 2000), 0.0);
    }
    void beingShortForMoreAsksForMoreService()
    {
        // A unit kept a week costs 2000 × 0.2 × 7 / 365.25.
        QVERIFY(isNear(serviceFor(terms(), 23), 0.75, 1e-3));
        QVERIFY(serviceFor(terms(), 3000) > 0.99);
        QVERIFY(isNear(serviceFor(terms(), 0), 0.5));
    }
    void addingStockNeverRaisesASuggestion()
    {
        QVERIFY(rc::check([] {
            const auto counts = *rc::gen::container<std::vector<int>>(size_t(*rc::gen::inRange(0, 120)), rc::gen::inRange(0, 30));
            BuyingTerms bought = terms();
            bought.lead = {double(*rc::gen::inRange(0, 60)), double(*rc::gen::inRange(0, 20))};
            bought.serviceLevel = *rc::gen::element(0.5, 0.8, 0.95, 0.999);
            bought.pack = *rc::gen::inRange(1, 20);
            bought.minimum = *rc::gen::inRange(0, 40);
            bought.orderCost = *rc::gen::inRange(0, 50'000);
            const DaysAhead made = weeksAhead(forecast({std::vector<double>(counts.begin(), counts.end()), 52}, 4));
            const StockPosition before{*rc::gen::inRange(0, 200), *rc::gen::inRange(0, 100), *rc::gen::inRange(0, 200)};
            const StockPosition after{before.onHand + *rc::gen::inRange(0, 100), before.onOrder + *rc::gen::inRange(0, 100),
                                      before.committed};
            RC_ASSERT(toBuy(made, bought, after).units <= toBuy(made, bought, before).units);
            RC_ASSERT(toMakeUp(bought, after).units <= toMakeUp(bought, before).units);
            const DemandOver confirmed{double(*rc::gen::inRange(0, 400)), double(*rc::gen::inRange(1, 30))};
            const DemandOver all{confirmed.mean + *rc::gen::inRange(0, 300), confirmed.deviation + *rc::gen::inRange(0, 100)};
            const Units most = *rc::gen::inRange(-1, 500);
            RC_ASSERT(toProduce(all, confirmed, bought, after, most).units <= toProduce(all, confirmed, bought, before, most).units);
        }));
    }
    void aRunKeepsToItsEdition()
    {
        QVERIFY(toProduce({400, 50}, {100, 3}, terms(), {0, 0, 100}, 300).units == 300);
        QVERIFY(toProduce({400, 50}, {100, 3}, terms(), {0, 0, 100}, -1).units > 400);
    }
    void whatIsConfirmedIsMadeHoweverUncertainTheRestIs()
    {
        BuyingTerms poor = terms();
        poor.price = 2600; // a run below the mean is best
        const Units confirmed = toProduce({450, 6}, {450, 6}, poor, {0, 0, 481}, -1).units;
        QVERIFY(confirmed > 430 && confirmed < 450);
        QCOMPARE(toProduce({470, 200}, {450, 6}, poor, {0, 0, 481}, -1).units, confirmed);
    }
    void lateOrdersComeAtTheProductsOwnPaceDamped()
    {
        const std::vector<double> weeks{20, 25, 30, 35, 36, 36, 36, 36};
        const auto late = ordersAtOwnPace(weeks, 7);
        QVERIFY(late && late->mean > 0.5 * 7 * 34 && late->mean < 7 * 36);
        QVERIFY(late->deviation > 0.3 * late->mean && late->deviation < 0.6 * late->mean);
        QVERIFY(isNear(ordersAtOwnPace(weeks, 0)->mean, 0));
        QVERIFY(ordersAtOwnPace(weeks, 14)->mean > late->mean && ordersAtOwnPace(weeks, 14)->mean < 2 * late->mean);
        QVERIFY(!ordersAtOwnPace({30, 30}, 7));
        QVERIFY(!ordersAtOwnPace({0, 0, 0, 0}, 7));
    }
    void lateOrdersAreThoseOfLaunchesWhereManyAreKnown()
    {
        const DemandOver byLaunches{40, 5};
        const DemandOver own{160, 50};
        QCOMPARE(lateOrders(byLaunches, 4, std::nullopt).mean, 40.0);
        QCOMPARE(lateOrders(byLaunches, 0, own).mean, 160.0);
        QVERIFY(isNear(lateOrders(byLaunches, 3, own).mean, 100));
        QVERIFY(lateOrders(byLaunches, 3, own).deviation > 60); // they differ by 120
        QVERIFY(lateOrders(byLaunches, 100, own).mean < 45);
    }
};

QTEST_APPLESS_MAIN(BuyingTest)
#include "buyingtest.moc"
