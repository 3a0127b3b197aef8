#include "models/services/checkservice.h"
#include "models/services/overrideservice.h"
#include "models/services/productforecast.h"
#include "models/services/promiseservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/reports.h"
#include "tests/services/lampshop.h"

using namespace waitline;
using namespace waitline::test;

/// What somebody knows better than the forecast, and how sure the supplier makes a promise; on both databases.
class KnownBetterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatSomebodyKnowsBetterIsPlannedWith_data() { eachDatabase(); }
    void whatSomebodyKnowsBetterIsPlannedWith()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        must(ProductService(connection).add(lamp(), callerAt()));
        sellDaily(connection, QStringLiteral("LAMP"), 0, 70);
        const Caller now = callerAt(70 * minutesADay);
        const Units usual = suggestionFor(must(PlanService(connection).make(now, goOn)), QStringLiteral("LAMP"))->units;
        OverrideDraft draft{{}, QStringLiteral("LAMP"), now.today(), now.today().addDays(6), 100, QStringLiteral("trade fair")};
        const StoredOverride kept = must(OverrideService(connection).keep(draft, now));
        QVERIFY2(kept.said > 10 && kept.said < 18, qPrintable(QString::number(kept.said)));
        const Units more = suggestionFor(must(PlanService(connection).make(now, goOn)), QStringLiteral("LAMP"))->units;
        QVERIFY2(more >= usual + 80 && more < usual + 140, qPrintable(QStringLiteral("%1 after %2").arg(more).arg(usual)));
        const auto made = must(productForecast(connection, {{}, QStringLiteral("LAMP"), Grid::Week, 3}, now.today()));
        QCOMPARE(made.overrides.standing.size(), size_t(1));
        QVERIFY(std::abs(made.forecast.periods[0].mean - 100) < 1); // the 70th day is a Monday
        QVERIFY(made.forecast.periods[1].mean < 20);
        // Another one on the same days takes its place; taken back, the method counts again.
        draft.units = 50;
        const StoredOverride second = must(OverrideService(connection).keep(draft, now));
        QCOMPARE(must(productForecast(connection, {{}, QStringLiteral("LAMP"), Grid::Week, 3}, now.today())).overrides.standing.size(),
                 size_t(1));
        must(OverrideService(connection).end(second.id, {}, now));
        QCOMPARE(suggestionFor(must(PlanService(connection).make(now, goOn)), QStringLiteral("LAMP"))->units, usual);
        QVERIFY(!OverrideService(connection).end(second.id, {}, now));
        QVERIFY(must(checkDatabase(connection)).isOk());
    }
    void anOverrideCountsByItsDays()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        must(ProductService(connection).add(lamp(), callerAt()));
        sellDaily(connection, QStringLiteral("LAMP"), 0, 74);
        const Caller now = callerAt(74 * minutesADay); // a Friday
        const auto needWith = [&](QDate first, QDate last, Units units) {
            const StoredOverride kept =
                must(OverrideService(connection).keep({{}, QStringLiteral("LAMP"), first, last, units, QStringLiteral("fair")}, now));
            const Plan plan = must(PlanService(connection).make(now, goOn));
            must(OverrideService(connection).end(kept.id, {}, now));
            return double(suggestionFor(plan, QStringLiteral("LAMP"))->needMilli) / 1000;
        };
        // 14 days to arrive and 7 until the next order: 21 of 31 days, at 10 each.
        QVERIFY(std::abs(needWith(now.today(), now.today().addDays(30), 310) - 210) < 0.01);
        // It begins on the last of those days; the 20 before are as usual.
        QVERIFY(std::abs(needWith(now.today().addDays(20), now.today().addDays(30), 1100) - (100 + 20 * 2)) < 2);
        QVERIFY(std::abs(needWith(now.today().addDays(21), now.today().addDays(30), 1100) - 21 * 2) < 2);
    }
    void aLaterOverrideCountsForItsDaysAndTheEarlierForTheRest()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        must(ProductService(connection).add(lamp(), callerAt()));
        sellDaily(connection, QStringLiteral("LAMP"), 0, 70);
        const Caller now = callerAt(70 * minutesADay); // a Monday
        const auto keep = [&](int first, int last, Units units) {
            return must(
                OverrideService(connection)
                    .keep(
                        {{}, QStringLiteral("LAMP"), now.today().addDays(first), now.today().addDays(last), units, QStringLiteral("fair")},
                        now));
        };
        const auto weeks = [&] {
            std::vector<int> means;
            for (const auto &week :
                 must(productForecast(connection, {{}, QStringLiteral("LAMP"), Grid::Week, 3}, now.today())).forecast.periods)
                means.push_back(int(std::lround(week.mean)));
            return means;
        };
        keep(0, 20, 210); // ten a day, three weeks long
        QCOMPARE(weeks(), std::vector<int>({70, 70, 70}));
        const StoredOverride inside = keep(7, 13, 14); // the week in the middle
        QCOMPARE(weeks(), std::vector<int>({70, 14, 70}));
        const StoredOverride atTheEnd = keep(20, 26, 7); // one day of the first one, which keeps all others
        QCOMPARE(weeks(), std::vector<int>({70, 14, 61}));
        QCOMPARE(must(productForecast(connection, {{}, QStringLiteral("LAMP"), Grid::Week, 3}, now.today())).overrides.standing.size(),
                 size_t(3));
        must(OverrideService(connection).end(inside.id, {}, now));
        must(OverrideService(connection).end(atTheEnd.id, {}, now));
        QCOMPARE(weeks(), std::vector<int>({70, 70, 70})); // all of it is there again
        QVERIFY(must(checkDatabase(connection)).isOk());
    }
    void overridesThatAreOverTellHowGoodTheyWere_data() { eachDatabase(); }
    void overridesThatAreOverTellHowGoodTheyWere()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        must(ProductService(connection).add(lamp(), callerAt()));
        sellDaily(connection, QStringLiteral("LAMP"), 0, 70);
        const Caller now = callerAt(70 * minutesADay);
        must(OverrideService(connection)
                 .keep({{}, QStringLiteral("LAMP"), now.today(), now.today().addDays(6), 20, QStringLiteral("fair")}, now));
        for (qint64 day = 70; day < 77; ++day)
            order(connection, QStringLiteral("LAMP"), 3, day); // 21 come
        const Caller later = callerAt(80 * minutesADay);
        const auto made = must(productForecast(connection, {{}, QStringLiteral("LAMP"), Grid::Week, 3}, later.today()));
        QVERIFY(made.overrides.standing.empty());
        QCOMPARE(made.overrides.accuracy.overrides, 1);
        QCOMPARE(made.overrides.accuracy.missed, 1.0);
        QVERIFY(made.overrides.accuracy.methodMissed > 4);
        QVERIFY2(accuracyText(made.overrides.accuracy).startsWith(QStringLiteral("Overruled once so far: off by 5 %")),
                 qPrintable(accuracyText(made.overrides.accuracy)));
    }
    void anOverrideNeedsDaysToComeAndAReason_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<Units>("units");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("field");
        QTest::newRow("past") << -1 << 3 << Units(5) << QStringLiteral("fair") << QStringLiteral("from");
        QTest::newRow("backwards") << 3 << 1 << Units(5) << QStringLiteral("fair") << QStringLiteral("to");
        QTest::newRow("far") << 0 << 2000 << Units(5) << QStringLiteral("fair") << QStringLiteral("to");
        QTest::newRow("negative") << 0 << 3 << Units(-5) << QStringLiteral("fair") << QStringLiteral("units");
        QTest::newRow("no reason") << 0 << 3 << Units(5) << QStringLiteral(" ") << QStringLiteral("reason");
    }
    void anOverrideNeedsDaysToComeAndAReason()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(Units, units);
        QFETCH(QString, reason);
        TestDatabase database(Location::Kind::SqliteFile);
        must(ProductService(database.connection()).add(lamp(), callerAt()));
        const QDate today = callerAt().today();
        const auto kept = OverrideService(database.connection())
                              .keep({{}, QStringLiteral("LAMP"), today.addDays(first), today.addDays(last), units, reason}, callerAt());
        QVERIFY(!kept);
        QTEST(kept.error().field, "field");
        QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM forecast_override"), qint64(0));
    }
    void aPromiseIsAsSureAsItsSupplier_data() { eachDatabase(); }
    void aPromiseIsAsSureAsItsSupplier()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        must(ProductService(connection).add(lamp(), callerAt()));
        const auto buy = [&](qint64 day, QDate expected) {
            PurchaseDraft purchase;
            purchase.supplier = QStringLiteral("Brightworks");
            purchase.expected = expected;
            purchase.lines.push_back({QStringLiteral("LAMP"), 5, {}});
            return must(PurchaseService(connection).place(purchase, callerAt(day * minutesADay))).id;
        };
        const QDate start = callerAt().today();
        for (qint64 late = 0; late < 4; ++late) { // 0, 2, 4 and 6 days late
            const PurchaseId purchase = buy(late, start.addDays(10 + late));
            ReceiptDraft receipt;
            receipt.purchase = purchase;
            receipt.lines.push_back({QStringLiteral("LAMP"), 5, 0});
            must(ReceivingService(connection).post(receipt, callerAt((10 + late + 2 * late) * minutesADay)));
        }
        order(connection, QStringLiteral("LAMP"), 20, 30);
        OrderDraft draft;
        draft.customer = QStringLiteral("Bolt");
        draft.lines.push_back({QStringLiteral("LAMP"), 5, {}});
        const Caller now = callerAt(30 * minutesADay);
        buy(30, now.today().addDays(10));
        const OrderId placed = must(OrderService(connection).place(draft, now)).order.id;
        const OrderLineId line = must(OrderService(connection).show(placed, now)).lines.front().line.id;
        must(PromiseService(connection).move({{line}, now.today().addDays(13), QStringLiteral("told"), {}}, now));
        const OrderView seen = must(OrderService(connection).show(placed, now));
        QVERIFY(seen.lines.front().odds);
        QCOMPARE(seen.lines.front().odds->likely, now.today().addDays(17)); // a day more than the latest of four
        const double kept = *seen.lines.front().odds->kept;
        QVERIFY(kept > 0.45 && kept < 0.65); // two of four were no later
        must(PromiseService(connection).move({{line}, now.today().addDays(15), QStringLiteral("told"), {}}, now));
        QVERIFY(*must(OrderService(connection).show(placed, now)).lines.front().odds->kept > kept + 0.05);
        const auto queue = must(queueOf(connection, QStringLiteral("LAMP"), now.today()));
        QVERIFY(queue.front().odds && queue.front().odds->kept);
        // Overdue by five days: it is later than nearly all were.
        const Caller overdue = callerAt(45 * minutesADay);
        QCOMPARE(must(OrderService(connection).show(placed, overdue)).lines.front().odds->likely, overdue.today().addDays(7));
    }
};

QTEST_GUILESS_MAIN(KnownBetterTest)
#include "knownbettertest.moc"
