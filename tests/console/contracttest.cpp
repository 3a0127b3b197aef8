#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QSet>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The keys of the contract that `object` lacks.
QStringList missing(const QJsonObject &object, const QStringList &keys)
{
    QStringList lacking;
    for (const QString &key : keys) {
        if (!object.contains(key))
            lacking += key;
    }
    return lacking;
}

QJsonObject first(const QJsonValue &list) { return list.toArray().at(0).toObject(); }

#define HAS_KEYS(object, ...) QCOMPARE(missing(object, QStringList{__VA_ARGS__}), QStringList())

/// Units by their integers, so that a text "5" does not pass for a number.
qint64 units(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? value.toInteger(-1) : -1;
}

} // namespace

/// The contract verb by verb, on both databases.
class ContractTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsShowTheirFigures_data() { eachDatabase(); }
    void productsShowTheirFigures()
    {
        TEST_DATABASE(database);
        const Outsider shop(database.location().text);
        const QJsonObject added = shop.askObject({"product",    "add",           "--sku",          "GAME", "--name",       "Game",
                                                  "--price",    "49.90",         "--cost",         "20",   "--release",    "2026-05-01",
                                                  "--edition",  "100",           "--per-customer", "3",    "--backorders", "7",
                                                  "--deposit",  "20%",           "--lead-days",    "30",   "--policy",     "fair-share",
                                                  "--barcode",  "4006381333931", "--barcode",      "X-1",  "--category",   "Games",
                                                  "--supplier", "Acme",          "--pack",         "6",    "--minimum",    "12"});
        HAS_KEYS(added, "sku", "name", "on_hand", "allocated", "available", "waiting_preorder", "waiting_backorder", "on_order",
                 "committed", "projected", "release", "policy");
        QCOMPARE(added.value("price").toString(), "49.90");
        QCOMPARE(added.value("release").toString(), "2026-05-01");
        QCOMPARE(added.value("policy").toString(), "fair-share");
        QCOMPARE(units(added, "backorders"), 7);
        QCOMPARE(added.value("deposit").toString(), "20%");
        QCOMPARE(shop.ask({"product", "show", "4006381333931"}), QJsonValue(added));
        const QJsonObject changed =
            shop.askObject({"product", "set", "X-1", "--price", "45", "--edition", "none", "--backorders", "refuse"});
        QCOMPARE(changed.value("price").toString(), "45.00");
        QVERIFY(changed.value("edition").isNull());
        QCOMPARE(changed.value("backorders").toString(), "refuse");
        QCOMPARE(changed.value("barcodes").toArray().size(), 2);
        QCOMPARE(units(changed, "per_customer"), 3);
    }
    void ordersGoThroughTheirLife_data() { eachDatabase(); }
    void ordersGoThroughTheirLife()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10.00"}});
        const QJsonObject placed = shop.askObject("order place", {{"customer", "Ann"},
                                                                  {"line", QJsonArray{"LAMP=3@9.50", "LAMP=2"}},
                                                                  {"promise", "2026-04-01"},
                                                                  {"reference", "R-1"}});
        HAS_KEYS(placed, "order", "lines");
        HAS_KEYS(first(placed.value("lines")), "line", "sku", "ordered", "allocated", "waiting", "preorder", "place", "units_ahead", "eta");
        const QJsonObject second = placed.value("lines").toArray().at(1).toObject();
        QCOMPARE(units(second, "place"), 2);
        QCOMPARE(units(second, "units_ahead"), 3);
        QCOMPARE(placed.value("total").toString(), "48.50");
        const qint64 order = placed.value("order").toInteger();
        const QString line = QString::number(first(placed.value("lines")).value("line").toInteger());

        QJsonObject now = shop.askObject("order amend", {{"order", order}, {"line", QJsonObject{{line, 4}}}});
        HAS_KEYS(now, "order", "lines", "status", "cancelled", "shipped", "total", "paid", "refunded", "balance_due", "refund_due");
        QCOMPARE(now.value("total").toString(), "58.00");
        now = shop.askObject("order pay", {{"order", order}, {"amount", "58.00"}, {"method", "card"}});
        QCOMPARE(now.value("balance_due").toString(), "0.00");
        now = shop.askObject("order cancel", {{"order", order}, {"line", QString(line + "=1")}, {"reason", "changed mind"}});
        QCOMPARE(units(now, "cancelled"), 1);
        QCOMPARE(now.value("refund_due").toString(), "9.50");
        now = shop.askObject("order refund", {{"order", order}, {"amount", "9.50"}});
        QCOMPARE(now.value("refunded").toString(), "9.50");
        QCOMPARE(now.value("refund_due").toString(), "0.00");
        now = shop.askObject("order priority", {{"order", order}, {"priority", 5}, {"reason", "VIP"}});
        QCOMPARE(units(now, "priority"), 5);
        QCOMPARE(now.value("status").toString(), "open");
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 4}}}});
        const QJsonObject shipped = shop.askObject("ship", {{"order", order}});
        HAS_KEYS(shipped, "shipments");
        HAS_KEYS(first(shipped.value("shipments")), "shipment", "order", "lines");
        HAS_KEYS(first(first(shipped.value("shipments")).value("lines")), "line", "sku", "units");
        now = shop.askObject("order show", {{"order", order}});
        QCOMPARE(units(now, "shipped"), 4);
        QCOMPARE(now.value("status").toString(), "part_shipped");
        now = shop.askObject("order cancel", {{"order", order}, {"reason", "rest not wanted"}});
        QCOMPARE(now.value("status").toString(), "shipped");
        QCOMPARE(shop.finish(), 0);
    }
    void theQueueSaysWhoWaitsAndWhen_data() { eachDatabase(); }
    void theQueueSaysWhoWaitsAndWhen()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"cost", "4"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 6}}}, {"promise", "2026-03-10"}});
        shop.askObject("order place", {{"customer", "Bob"}, {"line", QJsonObject{{"LAMP", 6}}}, {"promise", "2026-03-10"}});
        const QJsonObject bought =
            shop.askObject("purchase place", {{"supplier", "Acme"}, {"line", "LAMP=8@3.10"}, {"expected", "2026-03-09"}});
        HAS_KEYS(bought, "purchase", "lines", "expected", "first_expected", "status");
        HAS_KEYS(first(bought.value("lines")), "sku", "ordered", "received", "on_order");
        const qint64 purchase = bought.value("purchase").toInteger();
        QJsonArray queue = shop.ask("queue", {{"sku", "LAMP"}}).toArray();
        HAS_KEYS(queue[0].toObject(), "place", "order", "line", "customer", "waiting", "units_ahead", "preorder", "eta", "covered_by",
                 "promised");
        QCOMPARE(queue[0].toObject().value("eta").toString(), "2026-03-09");
        QCOMPARE(units(queue[0].toObject(), "covered_by"), purchase);
        QVERIFY(queue[1].toObject().value("eta").isNull());
        QCOMPARE(units(queue[1].toObject(), "units_ahead"), 6);
        QJsonArray late = shop.ask("late", {}).toArray();
        QCOMPARE(late.size(), 1);
        QCOMPARE(late[0].toObject().value("customer").toString(), "Bob");
        const QJsonObject moved = shop.askObject("purchase expect", {{"purchase", purchase}, {"day", "2026-03-20"}});
        QCOMPARE(moved.value("expected").toString(), "2026-03-20");
        QCOMPARE(moved.value("first_expected").toString(), "2026-03-09");
        late = shop.ask("late", {}).toArray();
        QCOMPARE(late.size(), 2);
        QCOMPARE(units(late[0].toObject(), "days_late"), 10);
        // Moving Bob before Ann is recorded and changes who is served.
        const auto lineOf = [&](int place) { return queue[place].toObject().value("line").toInteger(); };
        shop.askObject("order move", {{"line", lineOf(1)}, {"side", "before"}, {"beside", lineOf(0)}, {"reason", "promised"}});
        queue = shop.ask("queue", {{"sku", "LAMP"}}).toArray();
        QCOMPARE(queue[0].toObject().value("customer").toString(), "Bob");
        QCOMPARE(shop.askObject("purchase close", {{"purchase", purchase}}).value("status").toString(), "closed");
        QCOMPARE(units(first(shop.askObject("purchase show", {{"purchase", purchase}}).value("lines")), "on_order"), 0);
        const QJsonObject again = shop.askObject("purchase reopen", {{"purchase", purchase}});
        QCOMPARE(again.value("status").toString(), "placed");
        QVERIFY(units(first(again.value("lines")), "on_order") > 0);
    }
    void receivingPreviewsPostsAndVoids_data() { eachDatabase(); }
    void receivingPreviewsPostsAndVoids()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 6}}}});
        shop.askObject("order place", {{"customer", "Bob"}, {"line", QJsonObject{{"LAMP", 2}}}});
        const QJsonObject goods{{"line", "LAMP=4,damaged=1"}, {"policy", "whole-lines"}, {"reference", "GRN 7"}};
        QJsonObject trial = goods;
        trial.insert("preview", true);
        QJsonObject previewed = shop.askObject("receive", trial);
        QVERIFY(previewed.contains("receipt") && previewed.value("receipt").isNull());
        QCOMPARE(units(shop.askObject("product show", {{"sku", "LAMP"}}), "on_hand"), 0);
        QJsonObject posted = shop.askObject("receive", goods);
        HAS_KEYS(first(posted.value("lines")), "sku", "accepted", "damaged");
        HAS_KEYS(first(posted.value("served")), "order", "line", "sku", "units", "place", "remaining");
        QCOMPARE(units(first(posted.value("served")), "place"), 2);
        QCOMPARE(units(first(posted.value("left_free")), "units"), 2);
        const qint64 receipt = posted.take("receipt").toInteger();
        previewed.remove("receipt");
        QCOMPARE(previewed, posted);
        const QJsonObject undone = shop.askObject("receipt void", {{"receipt", receipt}, {"reason", "wrong goods"}});
        HAS_KEYS(undone, "receipt", "returned");
        HAS_KEYS(first(undone.value("returned")), "order", "line", "units");
        QCOMPARE(units(shop.askObject("product show", {{"sku", "LAMP"}}), "on_hand"), 0);
    }
    void countsTakeBackAndServe_data() { eachDatabase(); }
    void countsTakeBackAndServe()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 6}}}});
        const QJsonObject found = shop.askObject("count", {{"line", QJsonObject{{"LAMP", 5}}}, {"reason", "found"}});
        HAS_KEYS(found, "sku", "before", "after", "taken_back", "served");
        QCOMPARE(units(first(found.value("served")), "units"), 5);
        const QJsonObject lost = shop.askObject("count", {{"line", "LAMP=3"}, {"reason", "lost"}});
        QCOMPARE(units(lost, "before"), 5);
        QCOMPARE(units(lost, "after"), 3);
        HAS_KEYS(first(lost.value("taken_back")), "order", "line", "units");
        QCOMPARE(units(first(lost.value("taken_back")), "units"), 2);
    }
    void shippingReadyTakesEveryOrderThatMay_data() { eachDatabase(); }
    void shippingReadyTakesEveryOrderThatMay()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}});
        shop.askObject("product add", {{"sku", "GAME"}, {"name", "Game"}, {"release", "2026-05-01"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 1}}}});
        shop.askObject("order place", {{"customer", "Bob"}, {"line", QJsonObject{{"LAMP", 1}, {"GAME", 1}}}, {"complete", true}});
        shop.askObject("order place", {{"customer", "Cid"}, {"line", QJsonObject{{"LAMP", 2}, {"GAME", 1}}}});
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 9}}}});
        QJsonArray shipped = shop.askObject("ship", {{"ready", true}}).value("shipments").toArray();
        QCOMPARE(shipped.size(), 2);
        QCOMPARE(units(shipped[1].toObject(), "order"), 3);
        QCOMPARE(shipped[1].toObject().value("lines").toArray().size(), 1);
        QCOMPARE(shop.askObject("ship", {{"ready", true}}).value("shipments").toArray().size(), 0);
    }
    void demandIsToldByProductAndPeriod_data() { eachDatabase(); }
    void demandIsToldByProductAndPeriod()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}});
        shop.askObject("product add", {{"sku", "GAME"}, {"name", "Game"}, {"price", "20"}, {"release", "2026-05-01"}});
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 1}}}});
        shop.askObject("order place",
                       {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 3}, {"GAME", 4}}}, {"placed", "2026-01-31T23:30:00Z"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"GAME", 1}}}, {"placed", "2026-02-01T00:30:00+01:00"}});
        QJsonArray rows = shop.ask("demand", {}).toArray();
        QCOMPARE(rows.size(), 2);
        const QJsonObject game = rows[0].toObject();
        HAS_KEYS(game, "sku", "name", "preorder_waiting", "backorder_waiting", "preorder_ordered", "backorder_ordered", "value_waiting");
        QCOMPARE(game.value("sku").toString(), "GAME");
        QCOMPARE(units(game, "preorder_waiting"), 5);
        QCOMPARE(units(game, "preorder_ordered"), 5);
        QCOMPARE(game.value("value_waiting").toString(), "100.00");
        QCOMPARE(units(rows[1].toObject(), "backorder_ordered"), 2);
        rows = shop.ask("demand", {{"by", "month"}, {"sku", "GAME"}}).toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].toObject().value("bucket").toString(), "2026-01-01");
        QCOMPARE(units(rows[0].toObject(), "preorder_ordered"), 5);
        rows = shop.ask("demand", {{"from", "2026-02-01"}, {"to", "2026-02-28"}, {"top", 1}}).toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(units(rows[0].toObject(), "preorder_ordered"), 0);
    }
    void whatWaitsIsToldInThePeriodInWhichItWasOrdered_data() { eachDatabase(); }
    void whatWaitsIsToldInThePeriodInWhichItWasOrdered()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", "LAMP=5"}, {"placed", "2026-01-31T12:00:00Z"}});
        shop.askObject("order place", {{"customer", "Bob"}, {"line", "LAMP=2"}, {"placed", "2026-02-01T12:00:00Z"}});
        const QJsonArray days = shop.ask("demand", {{"by", "day"}}).toArray();
        QCOMPARE(days.size(), 2);
        QCOMPARE(units(days[0].toObject(), "backorder_waiting"), 5);
        QCOMPARE(days[0].toObject().value("value_waiting").toString(), "50.00");
        QCOMPARE(units(days[1].toObject(), "backorder_waiting"), 2);
        shop.askObject("receive", {{"line", "LAMP=6"}});
        const QJsonArray months = shop.ask("demand", {{"by", "month"}, {"sku", "LAMP"}}).toArray();
        QCOMPARE(units(months[0].toObject(), "backorder_waiting"), 0);
        QCOMPARE(units(months[1].toObject(), "backorder_waiting"), 1);
    }
    void aPaidOrderWithAFixedDepositAboveItsPriceShips_data() { eachDatabase(); }
    void aPaidOrderWithAFixedDepositAboveItsPriceShips()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "3"}, {"deposit", "5.00"}});
        const QJsonObject order = shop.askObject("order place", {{"customer", "Ann"}, {"line", "LAMP=2"}});
        QCOMPARE(order.value("deposit_required").toString(), "6.00");
        shop.askObject("order pay", {{"order", 1}, {"amount", "6"}});
        shop.askObject("receive", {{"line", "LAMP=2"}});
        QCOMPARE(shop.askObject("ship", {{"order", 1}}).value("shipments").toArray().size(), 1);
        QVERIFY(shop.askObject("check", {}).value("ok").toBool());
    }
    /// Units left free by a receipt under whole-lines belong to the line: a newcomer who may not wait is refused.
    void unitsThatOthersWaitForAreNotSoldToANewcomer_data() { eachDatabase(); }
    void unitsThatOthersWaitForAreNotSoldToANewcomer()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", "LAMP=10"}});
        shop.askObject("product set", {{"sku", "LAMP"}, {"backorders", "refuse"}});
        shop.askObject("receive", {{"line", "LAMP=4"}, {"policy", "whole-lines"}});
        QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("availability").toString(), "not_sold");
        const QJsonObject answer = shop.tell("order place", {{"customer", "Bob"}, {"line", "LAMP=4"}});
        QCOMPARE(answer.value("error").toObject().value("kind").toString(), "refused");
    }
    void cashTellsDepositsAndRisk_data() { eachDatabase(); }
    void cashTellsDepositsAndRisk()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}});
        shop.askObject("product add", {{"sku", "GAME"}, {"name", "Game"}, {"price", "30"}});
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 2}}}});
        // 2 lamps at once and 1 game that nothing covers; 40 of 50 paid.
        const qint64 order =
            shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 2}, {"GAME", 1}}}, {"promise", "2026-04-15"}})
                .value("order")
                .toInteger();
        shop.askObject("order pay", {{"order", order}, {"amount", "40"}});
        QJsonObject cash = shop.askObject("cash", {});
        HAS_KEYS(cash, "deposits", "at_risk", "refund_exposure", "by_month");
        QCOMPARE(cash.value("deposits").toString(), "40.00");
        QCOMPARE(cash.value("at_risk").toString(), "24.00"); // 40 × 30 ÷ 50
        QCOMPARE(cash.value("refund_exposure").toString(), "20.00"); // with the game cancelled, 20 are due back
        QCOMPARE(first(cash.value("by_month")), (QJsonObject{{"month", "2026-04"}, {"deposits", "40.00"}, {"at_risk", "24.00"}}));
        // Shipping the lamps consumes 20; a purchase covers the game.
        shop.askObject("ship", {{"order", order}});
        shop.askObject("purchase place", {{"supplier", "Acme"}, {"line", "GAME=1"}, {"expected", "2026-04-01"}});
        cash = shop.askObject("cash", {});
        QCOMPARE(cash.value("deposits").toString(), "20.00");
        QCOMPARE(cash.value("at_risk").toString(), "0.00");
        // What was paid for a cancelled game is due back, and on no line any more.
        shop.askObject("order cancel", {{"order", order}, {"reason", "no game"}});
        cash = shop.askObject("cash", {});
        QCOMPARE(cash.value("refund_exposure").toString(), "20.00");
        QVERIFY(first(cash.value("by_month")).value("month").isNull());
    }
    void checkProvesTheRulesAndEndsWithOneWhenOneIsBroken_data() { eachDatabase(); }
    void checkProvesTheRulesAndEndsWithOneWhenOneIsBroken()
    {
        TEST_DATABASE(database);
        const Outsider shop(database.location().text);
        static_cast<void>(shop.ask({"product", "add", "--sku", "LAMP", "--name", "Lamp"}));
        const QJsonObject clean = shop.askObject({"check"});
        QVERIFY(clean.value("ok").toBool());
        HAS_KEYS(first(clean.value("rules")), "rule", "checked", "broken");
        database.connection().runOnce("UPDATE product_stock SET on_hand = 5");
        const Ending ending = shop.run({"check"});
        QCOMPARE(ending.status, 1);
        QVERIFY(!ending.object().value("ok").toBool(true));
    }
    void anEmptyServerDatabaseIsMadeOnce()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("No PostgreSQL here: run the tests with ctest, which starts one where it is installed.");
        TestDatabase database(Location::Kind::Postgres);
        database.connection().runOnce("DROP SCHEMA public CASCADE");
        database.connection().runOnce("CREATE SCHEMA public");
        database.close();
        const Outsider shop(database.location().text);
        QCOMPARE(shop.run({"queue", "LAMP"}).status, 3);
        QCOMPARE(shop.run({"init"}).status, 0);
        QCOMPARE(shop.run({"init"}).status, 1);
        QVERIFY(shop.askObject({"check"}).value("ok").toBool());
        QCOMPARE(shop.run({"backup", "x"}).status, 1);
    }
    void aBackupIsRestoredAndTheOldFileKept()
    {
        QTemporaryDir folder;
        const Outsider shop(folder.filePath("shop.waitline"));
        const QString copy = folder.filePath("copy.waitline");
        QCOMPARE(shop.run({"init", "--currency", "KWD"}).status, 0);
        QCOMPARE(shop.askObject({"product", "add", "--sku", "LAMP", "--name", "Lamp", "--price", "1.25"}).value("price").toString(),
                 "1.250");
        QCOMPARE(shop.askObject({"backup", copy}).value("file").toString(), copy);
        QCOMPARE(shop.run({"backup", copy}).status, 1);
        QCOMPARE(shop.run({"backup", folder.filePath("no/such/folder")}).status, 1);
        static_cast<void>(shop.askObject({"product", "set", "LAMP", "--price", "2"}));
        QCOMPARE(shop.run({"restore", copy}).status, 1);
        QCOMPARE(shop.run({"restore", folder.filePath("none"), "--force"}).status, 3);
        const QString kept = shop.askObject({"restore", copy, "--force"}).value("kept").toString();
        QCOMPARE(shop.askObject({"product", "show", "LAMP"}).value("price").toString(), "1.250");
        QCOMPARE(Outsider(kept).askObject({"product", "show", "LAMP"}).value("price").toString(), "2.000");
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "contracttest.moc"
