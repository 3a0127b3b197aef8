#include "models/domain/receiving.h"
#include "models/domain/arrivals.h"
#include "models/domain/scantext.h"
#include "models/domain/shortedition.h"

#include <QTest>

#include <rapidcheck.h>

using namespace waitline;

/// What the dock decides without a database, by example and by property.
class ReceivingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAndTimesAreRead_data();
    void labelsAndTimesAreRead();
    void aLineStandsAgainstItsPurchase();
    void withinTheToleranceNothingIsBeyond();
    void oneScanMoreIsNeverLessThanBefore();
    void firstComeIsServedOnTheDaysOfCoverage();
    void whatIsServedNeedsItsUnits();
    void wholeLinesLeaveTheirRestToTheNextSupply();
    void aShortEditionByExample();
    void aShortEditionGivesOutWhatIsLeft();
};

namespace {

const QDate today(2026, 3, 2);

struct Line {
    std::vector<WaitingEntry> entries;
    Units units = 0;
};

Line anyLine()
{
    constexpr int mostLines = 12;
    Line line;
    const auto waiting = *rc::gen::container<std::vector<Units>>(*rc::gen::inRange(0, mostLines), rc::gen::inRange<Units>(1, 9));
    for (size_t i = 0; i < waiting.size(); ++i) {
        line.entries.push_back({OrderLineId{qint64(i) + 1}, waiting[i], *rc::gen::arbitrary<bool>()});
        line.units += waiting[i];
    }
    return line;
}

std::vector<Supply> anySupplies()
{
    std::vector<Supply> supplies;
    QDate day = today;
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left) {
        day = day.addDays(*rc::gen::inRange(0, 4));
        supplies.push_back({*rc::gen::inRange<Units>(1, 15), day, PurchaseId{left}});
    }
    return supplies;
}

AllocationPolicy anyPolicy() { return allPolicies[*rc::gen::inRange(0, 5)]; }

} // namespace

void ReceivingTest::labelsAndTimesAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("times");
    QTest::addColumn<QString>("code");
    using Kind = ScanText::Kind;
    QTest::newRow("code") << " 4006381333931 " << int(Kind::Product) << qint64(1) << "4006381333931";
    QTest::newRow("times") << "12*LAMP" << int(Kind::Product) << qint64(12) << "LAMP";
    QTest::newRow("times alone") << "12*" << int(Kind::Times) << qint64(12) << "";
    QTest::newRow("purchase") << "po-118" << int(Kind::Purchase) << qint64(1) << "po-118";
    QTest::newRow("no purchase") << "PO-LAMP" << int(Kind::Product) << qint64(1) << "PO-LAMP";
    QTest::newRow("done") << "DONE" << int(Kind::Done) << qint64(1) << "DONE";
    QTest::newRow("undo") << "undo" << int(Kind::Undo) << qint64(1) << "undo";
    QTest::newRow("damaged") << "DAMAGED" << int(Kind::Damaged) << qint64(1) << "DAMAGED";
    QTest::newRow("twelve done") << "12*DONE" << int(Kind::Product) << qint64(12) << "DONE";
    for (const char *none : {"0*", "0*LAMP", "-5*", "1.5*", "1,5*LAMP", "99999999999999999999*LAMP"})
        QTest::newRow(none) << QString::fromLatin1(none) << int(Kind::NoTimes) << qint64(1) << QString::fromLatin1(none);
    QTest::newRow("star in a SKU") << "A*1" << int(Kind::Product) << qint64(1) << "A*1";
}

void ReceivingTest::labelsAndTimesAreRead()
{
    QFETCH(QString, typed);
    const ScanText scan = readScan(typed);
    QTEST(int(scan.kind), "kind");
    QTEST(scan.times, "times");
    QTEST(scan.code, "code");
    QCOMPARE(readScan(purchaseCode(PurchaseId{118})).purchase, PurchaseId{118});
}

void ReceivingTest::aLineStandsAgainstItsPurchase()
{
    QCOMPARE(statusOf({12, 0, 0, true}), ReceiptLineStatus::Missing);
    QCOMPARE(statusOf({12, 5, 2, true}), ReceiptLineStatus::Partial);
    QCOMPARE(statusOf({12, 10, 2, true}), ReceiptLineStatus::Complete);
    QCOMPARE(statusOf({12, 12, 1, true}), ReceiptLineStatus::OverReceived);
    QCOMPARE(statusOf({0, 1, 0, false}), ReceiptLineStatus::NotOnPurchase);
    QCOMPARE(verdictOf({12, 12, 0, true}, false), ScanVerdict::Expected);
    QCOMPARE(verdictOf({12, 13, 0, true}, false), ScanVerdict::MoreThanOrdered);
    QCOMPARE(verdictOf({0, 1, 0, false}, false), ScanVerdict::NotOnPurchase);
    QCOMPARE(verdictOf({0, 1, 0, false}, true), ScanVerdict::Expected);
}

void ReceivingTest::withinTheToleranceNothingIsBeyond()
{
    QCOMPARE(beyondTolerance({20, 21, 0, true}, 5), 0);
    QCOMPARE(beyondTolerance({20, 22, 0, true}, 5), 2);
    QCOMPARE(beyondTolerance({10, 11, 0, true}, 5), 1); // half a unit is none
    QCOMPARE(beyondTolerance({20, 20, 9, true}, 0), 0); // damaged ones do not come into stock
    QCOMPARE(beyondTolerance({0, 7, 0, false}, 0), 0);
    QVERIFY(rc::check("beyond is never within", [] {
        const CountedUnits units{*rc::gen::inRange<Units>(0, 1000), *rc::gen::inRange<Units>(0, 2000), 0, true};
        const int percent = *rc::gen::inRange(0, 101);
        const Units beyond = beyondTolerance(units, percent);
        RC_ASSERT((beyond > 0) == ((units.accepted - units.expected) > units.expected * percent / 100));
        RC_ASSERT(beyond == 0 || beyond == units.accepted - units.expected);
    }));
}

void ReceivingTest::oneScanMoreIsNeverLessThanBefore()
{
    QVERIFY(rc::check("more units never bring a line back", [] {
        CountedUnits units{*rc::gen::inRange<Units>(0, 20), *rc::gen::inRange<Units>(0, 30), *rc::gen::inRange<Units>(0, 5), true};
        const auto before = statusOf(units);
        ++units.accepted;
        RC_ASSERT(int(statusOf(units)) >= int(before));
    }));
}

void ReceivingTest::firstComeIsServedOnTheDaysOfCoverage()
{
    QVERIFY(rc::check("under first-come the walk is that of an ETA", [] {
        const Line line = anyLine();
        const std::vector<Supply> supplies = anySupplies();
        const Units available = *rc::gen::inRange<Units>(-2, 20);
        const auto release = *rc::gen::arbitrary<bool>() ? std::optional(today.addDays(3)) : std::nullopt;
        const auto days = servedOn(available, supplies, line.entries, AllocationPolicy::FirstCome, today, release);
        Units ahead = 0;
        for (size_t i = 0; i < days.size(); ++i) {
            RC_ASSERT(days[i] == coverage(available, supplies, ahead, line.entries[i].waiting, today, release).eta);
            ahead += line.entries[i].waiting;
        }
    }));
}

void ReceivingTest::whatIsServedNeedsItsUnits()
{
    QVERIFY(rc::check("lines served in full by a day need no more than has come by then", [] {
        const Line line = anyLine();
        const std::vector<Supply> supplies = anySupplies();
        const Units available = *rc::gen::inRange<Units>(0, 20);
        const AllocationPolicy policy = anyPolicy();
        const auto days = servedOn(available, supplies, line.entries, policy, today, {});
        Units come = available;
        Units all = available;
        for (const Supply &supply : supplies)
            all += supply.units;
        for (size_t s = 0; s < supplies.size(); ++s) {
            come += supplies[s].units;
            if (s + 1 < supplies.size() && supplies[s + 1].day == supplies[s].day)
                continue;
            Units served = 0;
            for (size_t i = 0; i < days.size(); ++i) {
                if (days[i].isValid() && days[i] <= supplies[s].day)
                    served += line.entries[i].waiting;
            }
            RC_ASSERT(served <= come);
        }
        // Where there is enough for all, all are served, whatever the policy.
        if (all >= line.units)
            RC_ASSERT(std::all_of(days.begin(), days.end(), [](QDate day) { return day.isValid(); }));
    }));
}

void ReceivingTest::wholeLinesLeaveTheirRestToTheNextSupply()
{
    const std::vector<WaitingEntry> line{{OrderLineId{1}, 6}, {OrderLineId{2}, 3}};
    const std::vector<Supply> supplies{{4, today.addDays(1), PurchaseId{1}}, {5, today.addDays(2), PurchaseId{2}}};
    const auto days = servedOn(0, supplies, line, AllocationPolicy::WholeLines, today, {});
    QCOMPARE(days, (std::vector<QDate>{today.addDays(2), today.addDays(1)}));
}

void ReceivingTest::aShortEditionByExample()
{
    const std::vector<WaitingEntry> line{{OrderLineId{1}, 50, false}, {OrderLineId{2}, 30}, {OrderLineId{3}, 20}};
    const EditionPlan first = planShortEdition(60, line, AllocationPolicy::FirstCome);
    QCOMPARE(first.cuts, (std::vector<EditionCut>{{1, OrderLineId{2}, 20, 10}, {2, OrderLineId{3}, 20, 0}}));
    QCOMPARE(first.emptied, 1);
    const EditionPlan fair = planShortEdition(60, line, AllocationPolicy::FairShare);
    QCOMPARE(fair.cuts, (std::vector<EditionCut>{{0, OrderLineId{1}, 20, 30}, {1, OrderLineId{2}, 12, 18}, {2, OrderLineId{3}, 8, 12}}));
    const EditionPlan each = planShortEdition(60, line, AllocationPolicy::OneEach);
    QCOMPARE(each.cuts, (std::vector<EditionCut>{{0, OrderLineId{1}, 30, 20}, {1, OrderLineId{2}, 10, 20}}));
    const EditionPlan paid = planShortEdition(60, line, AllocationPolicy::PaidFirst);
    QCOMPARE(paid.cuts, (std::vector<EditionCut>{{0, OrderLineId{1}, 40, 10}}));
    QVERIFY(planShortEdition(100, line, AllocationPolicy::FirstCome).cuts.empty());
}

void ReceivingTest::aShortEditionGivesOutWhatIsLeft()
{
    QVERIFY(rc::check("what is kept is what is left, and nobody loses more than they wait for", [] {
        const Line line = anyLine();
        const Units left = *rc::gen::inRange<Units>(0, 80);
        const AllocationPolicy policy = anyPolicy();
        const EditionPlan plan = planShortEdition(left, line.entries, policy);
        Units cut = 0;
        qint64 emptied = 0;
        for (const EditionCut &one : plan.cuts) {
            RC_ASSERT(one.cut > 0 && one.cut + one.keeps == line.entries[one.entry].waiting && one.keeps >= 0);
            cut += one.cut;
            emptied += one.keeps == 0;
        }
        RC_ASSERT(cut == plan.cut && emptied == plan.emptied);
        RC_ASSERT(line.units - cut + plan.leftFree == left || (line.units <= left && cut == 0));
        RC_ASSERT(policy == AllocationPolicy::WholeLines || cut == std::max<Units>(0, line.units - left));
        // The same again is the same, and a larger edition cuts nobody more under first-come.
        RC_ASSERT(planShortEdition(left, line.entries, policy) == plan);
        RC_ASSERT(policy != AllocationPolicy::FirstCome || planShortEdition(left + 1, line.entries, policy).cut <= cut);
    }));
}

QTEST_APPLESS_MAIN(ReceivingTest)
#include "receivingtest.moc"
