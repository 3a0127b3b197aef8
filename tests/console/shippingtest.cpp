#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QTest>

using namespace waitline;
using namespace waitline::test;

/// Goods out and back in, as scripts do it, on both databases; each test ends with a clean check.
class ShippingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aShipmentTravelsIsVoidedAndGoesAgain_data() { eachDatabase(); }
    void aShipmentTravelsIsVoidedAndGoesAgain();
    void aReturnMakesTheRefundDue_data() { eachDatabase(); }
    void aReturnMakesTheRefundDue();
    void damageAndACountOfSeveralProducts_data() { eachDatabase(); }
    void damageAndACountOfSeveralProducts();
    void aPurchaseIsChanged_data() { eachDatabase(); }
    void aPurchaseIsChanged();
    void aPurchaseIsDraftedAndPlaced_data() { eachDatabase(); }
    void aPurchaseIsDraftedAndPlaced();
    void aPurchaseThatComesOtherwiseIsForeseen_data() { eachDatabase(); }
    void aPurchaseThatComesOtherwiseIsForeseen();
};

namespace {

QJsonObject first(const QJsonValue &list) { return list.toArray().first().toObject(); }

/// LAMP, 3 on hand, ordered by Ann and paid.
qint64 orderOfLamps(BatchRun &shop)
{
    shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10.00"}, {"location", "A-3"}});
    shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 3}}}});
    const qint64 order = shop.askObject("order place", {{"customer", "Ann"}, {"line", "LAMP=3"}}).value("order").toInteger();
    shop.askObject("order pay", {{"order", order}, {"amount", "30.00"}});
    return order;
}

} // namespace

void ShippingTest::aShipmentTravelsIsVoidedAndGoesAgain()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    const qint64 order = orderOfLamps(shop);
    const QJsonObject left = first(shop.askObject("ship", {{"ready", true}, {"carrier", "DHL"}, {"tracking", "JD01"}}).value("shipments"));
    QCOMPARE(left.value("carrier").toString(), "DHL");
    const qint64 shipment = left.value("shipment").toInteger();
    const QJsonObject parcel = shop.askObject("shipment parcel", {{"shipment", shipment}, {"carrier", "UPS"}, {"tracking", "1Z"}});
    QCOMPARE(parcel.value("tracking").toString(), "1Z");
    const QString uuid = "8b6f2d9e-3f52-4c63-9f0e-7d2b0c2b7a11";
    const QJsonObject args{{"shipment", shipment}, {"reason", "wrong parcel"}};
    const QJsonObject voided = shop.tell("shipment void", args, uuid).value("result").toObject();
    QCOMPARE(first(voided.value("returned")).value("units").toInteger(), 3);
    QCOMPARE(shop.tell("shipment void", args, uuid).value("result").toObject(), voided); // said twice, done once
    QVERIFY(!shop.tell("shipment void", args).value("ok").toBool());
    QCOMPARE(shop.askObject("shipment show", {{"shipment", shipment}}).value("void").toBool(), true);
    QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("allocated").toInteger(), 3);
    shop.askObject("ship", {{"order", order}});
    QCOMPARE(shop.askObject("order show", {{"order", order}}).value("status").toString(), "shipped");
    QVERIFY(shop.askObject("check", {}).value("ok").toBool());
}

void ShippingTest::aReturnMakesTheRefundDue()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    const qint64 order = orderOfLamps(shop);
    const QJsonObject shipped = first(shop.askObject("ship", {{"order", order}}).value("shipments"));
    const QString line = QString::number(first(shipped.value("lines")).value("line").toInteger());
    const qint64 shipment = shipped.value("shipment").toInteger();
    const QJsonObject back =
        shop.askObject("return", {{"shipment", shipment}, {"line", QString(line + "=1,damaged=1")}, {"reason", "bent"}});
    QCOMPARE(back.value("refund_due").toString(), "20.00");
    QCOMPARE(first(back.value("lines")).value("scrapped").toInteger(), 1);
    QCOMPARE(shop.askObject("order show", {{"order", order}}).value("refund_due").toString(), "20.00");
    QCOMPARE(first(shop.askObject("shipment show", {{"shipment", shipment}}).value("lines")).value("returned").toInteger(), 2);
    QVERIFY(!shop.tell("return", {{"shipment", shipment}, {"line", QString(line + "=2")}, {"reason", "bent"}}).value("ok").toBool());
    QVERIFY(shop.askObject("check", {}).value("ok").toBool());
}

void ShippingTest::damageAndACountOfSeveralProducts()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    orderOfLamps(shop);
    const QJsonObject damaged = shop.askObject("damage", {{"line", QJsonObject{{"LAMP", 1}}}, {"reason", "dropped"}});
    QCOMPARE(damaged.value("after").toInteger(), 2);
    QCOMPARE(first(damaged.value("taken_back")).value("units").toInteger(), 1);
    shop.askObject("product add", {{"sku", "DESK"}, {"name", "Desk"}});
    const QJsonObject counted = shop.askObject("count", {{"line", QJsonObject{{"LAMP", 4}, {"DESK", 2}}}, {"reason", "inventory"}});
    QCOMPARE(counted.value("counts").toArray().size(), 2);
    const QJsonObject one = shop.askObject("count", {{"line", QJsonObject{{"DESK", 3}}}, {"reason", "again"}});
    QCOMPARE(one.value("before").toInteger(), 2);
    QVERIFY(shop.askObject("check", {}).value("ok").toBool());
}

void ShippingTest::aPurchaseIsChanged()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    orderOfLamps(shop);
    const QJsonObject placed = shop.askObject("purchase place", {{"supplier", "Maker"}, {"line", "LAMP=5"}, {"expected", "2026-04-01"}});
    const QJsonObject changed = shop.askObject("purchase change", {{"purchase", placed.value("purchase")},
                                                                   {"supplier", "Maker"},
                                                                   {"line", "LAMP=8@4.50"},
                                                                   {"expected", "2026-04-05"}});
    QCOMPARE(changed.value("first_expected").toString(), "2026-04-01");
    QCOMPARE(changed.value("expected").toString(), "2026-04-05");
    QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("on_order").toInteger(), 8);
    QVERIFY(shop.askObject("check", {}).value("ok").toBool());
}

void ShippingTest::aPurchaseIsDraftedAndPlaced()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"cost", "3.00"}});
    const qint64 draft = shop.askObject("draft keep", {{"supplier", "Maker"}, {"line", "LAMP=4@2.50"}}).value("draft").toInteger();
    const QJsonObject again =
        shop.askObject("draft keep", {{"draft", draft}, {"supplier", "Maker"}, {"line", "LAMP=6"}, {"expected", "2026-03-09"}});
    QCOMPARE(again.value("draft").toInteger(), draft);
    QCOMPARE(first(again.value("lines")).value("units").toInteger(), 6);
    QCOMPARE(shop.askObject("draft show", {{"draft", draft}}), again);
    QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("on_order").toInteger(), 0);
    const QJsonObject placed = shop.askObject("draft place", {{"draft", draft}});
    QCOMPARE(placed.value("expected").toString(), "2026-03-09");
    QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("on_order").toInteger(), 6);
    QVERIFY(!shop.tell("draft show", {{"draft", draft}}).value("ok").toBool());
    const qint64 other = shop.askObject("draft keep", {{"supplier", "Maker"}}).value("draft").toInteger();
    shop.askObject("draft discard", {{"draft", other}});
    QVERIFY(!shop.tell("draft place", {{"draft", other}}).value("ok").toBool());
    QVERIFY(shop.askObject("check", {}).value("ok").toBool());
}

void ShippingTest::aPurchaseThatComesOtherwiseIsForeseen()
{
    TEST_DATABASE(database);
    BatchRun shop(database.location().text);
    shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}});
    shop.askObject("order place", {{"customer", "Ann"}, {"line", "LAMP=5"}, {"promise", "2030-03-09"}});
    shop.askObject("order place", {{"customer", "Bob"}, {"line", "LAMP=6"}, {"promise", "2030-03-09"}});
    const qint64 purchase = shop.askObject("purchase place", {{"supplier", "Maker"}, {"line", "LAMP=12"}, {"expected", "2030-03-09"}})
                                .value("purchase")
                                .toInteger();
    const QJsonObject late = shop.askObject("receive", {{"purchase", purchase}, {"preview", true}, {"day", "2030-03-20"}});
    QVERIFY(late.value("receipt").isNull());
    QCOMPARE(late.value("served").toArray().size(), 2);
    QCOMPARE(late.value("later").toInteger(), 2);
    QCOMPARE(late.value("promises_broken").toInteger(), 2);
    QCOMPARE(first(late.value("affected")).value("after").toString(), "2030-03-20");
    const QJsonObject little =
        shop.askObject("receive",
                       {{"purchase", purchase}, {"preview", true}, {"line", "LAMP=5"}, {"day", "2030-03-09"}, {"rest", "never"}});
    QCOMPARE(little.value("promises_broken").toInteger(), 1);
    QCOMPARE(little.value("not_coming").toInteger(), 7);
    QVERIFY(first(little.value("affected")).value("after").isNull());
    QVERIFY(!shop.tell("receive", {{"purchase", purchase}, {"line", "LAMP=5"}, {"day", "2030-03-09"}}).value("ok").toBool());
    QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("on_hand").toInteger(), 0);
}

QTEST_GUILESS_MAIN(ShippingTest)
#include "shippingtest.moc"
