#include "models/domain/leadtimes.h"
#include "models/domain/lots.h"
#include "models/domain/pegging.h"
#include "models/domain/product.h"
#include "models/domain/shipping.h"

#include <rapidcheck.h>

#include <QTest>

#include <numeric>

using namespace waitline;

/// The dock's pure rules, by example and by property.
class DockRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suppliesCoverTheLineInOrderAndTheRestIsLeftOver();
    void aLineIsCompletedByTheSupplyItsEtaNames();
    void leadTimesAreMeanSpreadAndShareOnTime();
    void aVoidShipmentBringsTheSameLotsBack();
    void theBlockerNamesWhatIsMissing();
    void oddUnitsSayWhichOnesWouldDo();
};

namespace {
const QDate today(2026, 3, 2);
}

void DockRulesTest::suppliesCoverTheLineInOrderAndTheRestIsLeftOver()
{
    const std::vector<Supply> supplies{{5, today, {1}}, {4, today.addDays(1), {2}}};
    const std::vector<Units> waiting{2, 4, 1};
    const auto pegged = pegSupplies(1, supplies, waiting);
    QCOMPARE(pegged[0], (PeggedSupply{{{0, 1, true}, {1, 4, true}}, 0}));
    QCOMPARE(pegged[1], (PeggedSupply{{{2, 1, true}}, 3}));
    QCOMPARE(pegSupplies(0, supplies, {})[0], (PeggedSupply{{}, 5}));
}

void DockRulesTest::aLineIsCompletedByTheSupplyItsEtaNames()
{
    const bool holds = rc::check([] {
        const Units available = *rc::gen::inRange<Units>(-2, 10);
        const auto units = *rc::gen::container<std::vector<Units>>(rc::gen::inRange<Units>(1, 12));
        const auto waiting = *rc::gen::container<std::vector<Units>>(rc::gen::inRange<Units>(1, 9));
        std::vector<Supply> supplies;
        for (size_t i = 0; i < units.size(); ++i)
            supplies.push_back({units[i], today.addDays(qint64(i)), {qint64(i) + 1}});
        const auto pegged = pegSupplies(available, supplies, waiting);
        Units ahead = 0;
        for (size_t entry = 0; entry < waiting.size(); ++entry) {
            const Coverage covered = coverage(available, supplies, ahead, waiting[entry], today, {});
            ahead += waiting[entry];
            for (size_t i = 0; i < supplies.size(); ++i) {
                const auto completes = std::any_of(pegged[i].pegs.begin(), pegged[i].pegs.end(),
                                                   [&](const Peg &peg) { return peg.entry == entry && peg.completes; });
                RC_ASSERT(completes == (covered.coveredBy == supplies[i].purchase));
            }
        }
        for (size_t i = 0; i < supplies.size(); ++i) {
            const Units given = std::accumulate(pegged[i].pegs.begin(), pegged[i].pegs.end(), Units(0),
                                                [](Units sum, const Peg &peg) { return sum + peg.units; });
            RC_ASSERT(given + pegged[i].leftOver == supplies[i].units);
        }
        // Given out one by one under first-come, they go to the same lines.
        std::vector<WaitingEntry> queue;
        for (size_t entry = 0; entry < waiting.size(); ++entry)
            queue.push_back({{qint64(entry) + 1}, waiting[entry]});
        const auto given = giveOut(available, supplies, queue, AllocationPolicy::FirstCome);
        RC_ASSERT(std::vector<PeggedSupply>(given.begin() + 1, given.end()) == pegged);
    });
    QVERIFY(holds);
}

void DockRulesTest::leadTimesAreMeanSpreadAndShareOnTime()
{
    // All of 10 came in time; of 240, 19, and the rest is not coming; the last one is still to come.
    const std::vector<Delivery> history{{{1}, today, today.addDays(10), today.addDays(10), today.addDays(10), 10, 10, false},
                                        {{2}, today, today.addDays(10), today.addDays(14), today.addDays(14), 240, 19, false},
                                        {{3}, today, today.addDays(10), today.addDays(10), std::nullopt, 50, 0, true}};
    const LeadTimes times = leadTimes(history, today.addDays(10));
    QCOMPARE(times.deliveries, 2);
    QCOMPARE(times.mean, 12.0);
    QVERIFY(std::abs(times.spread - std::sqrt(8.0)) < 1e-9);
    QCOMPARE(times.onTime, 29.0 / 250.0);
    QCOMPARE(leadTimes(history, today.addDays(11)).onTime, 29.0 / 300.0); // its day is past
    QCOMPARE(leadTimes({}, today), LeadTimes{});
    QCOMPARE(leadTimes({history.data(), 1}, today).spread, 0.0);
}

void DockRulesTest::aVoidShipmentBringsTheSameLotsBack()
{
    // 2 from operation 1, 3 from 2; 4 ship with 3; 2 more come with 4; the shipment is void by 5.
    const std::vector<AllocationStep> steps{
        {{1}, 2, false, {}, {}}, {{2}, 3, false, {}, {}}, {{3}, -4, true, {}, {}}, {{4}, 2, false, {}, {}}, {{5}, 4, false, {}, {3}}};
    const LineLots before = replayLots(std::span(steps).first(4));
    QCOMPARE(before.shipped.at({1}), 2);
    QCOMPARE(before.shipped.at({2}), 2);
    const LineLots after = replayLots(steps);
    QVERIFY(after.shipped.empty());
    QCOMPARE(after.held.at({1}), 2);
    QCOMPARE(after.held.at({2}), 3);
    QCOMPARE(after.held.at({4}), 2);
    QVERIFY(!after.held.contains({5}));
}

void DockRulesTest::theBlockerNamesWhatIsMissing()
{
    const ShippingTerms terms{today, false, Currency{}};
    ShippingOrder order{false, 0, 0, {{QStringLiteral("LAMP"), 4, 0, 4, 1000, {}}}};
    QVERIFY(!shippingBlocker(order, terms));
    order.depositRequired = 500;
    QVERIFY(shippingBlocker(order, terms)->contains(QStringLiteral("5.00 is missing")));
    order.held = 500;
    QVERIFY(!shippingBlocker(order, terms));
    QVERIFY(shippingBlocker(order, {today, true, terms.currency})->contains(QStringLiteral("balance of 35.00")));
    order.lines.front().release = today.addDays(1);
    QVERIFY(shippingBlocker(order, terms)
                ->contains(QStringLiteral("not released before ") + QLocale().toString(QDate(2026, 3, 3), QLocale::ShortFormat)));
    order.lines.push_back({QStringLiteral("DESK"), 2, 2, 0, 1000, {}});
    order.shipComplete = true;
    QVERIFY(shippingBlocker(order, terms).has_value());
    order.lines.front().release.reset();
    QVERIFY(shippingBlocker(order, terms)->contains(QStringLiteral("2 units of DESK still wait")));
    // All that keeps it is named, not only the first thing.
    order.lines.push_back({QStringLiteral("SOFA"), 1, 1, 0, 1000, {}});
    order.depositRequired = 900;
    QCOMPARE(*shippingBlocker(order, terms),
             QStringLiteral("it asks to be shipped complete and 2 units of DESK, 1 unit of SOFA still wait; "
                            "its deposit of 9.00 is not paid in full: 4.00 is missing"));
    order.lines.pop_back();
    order.depositRequired = 500;
    order.lines.erase(order.lines.begin());
    order.shipComplete = false;
    QVERIFY(shippingBlocker(order, terms)->contains(QStringLiteral("no units are allocated")));
}

void DockRulesTest::oddUnitsSayWhichOnesWouldDo()
{
    ProductTerms terms;
    terms.sku = QStringLiteral("LAMP");
    QVERIFY(!packProblem(terms, 1));
    terms.pack = 6;
    QVERIFY(!packProblem(terms, 12));
    QCOMPARE(*packProblem(terms, 13), QStringLiteral("LAMP comes in packs of 6: enter 12 or 18."));
    QCOMPARE(*packProblem(terms, 4), QStringLiteral("LAMP comes in packs of 6: enter 6."));
    terms.minimumOrder = 20;
    QCOMPARE(*packProblem(terms, 18), QStringLiteral("At least 20 units of LAMP must be bought at once: enter 24 or more."));
    QVERIFY(packProblem(terms, 22).has_value());
    QVERIFY(!packProblem(terms, 24));
}

QTEST_GUILESS_MAIN(DockRulesTest)
#include "docktest.moc"
