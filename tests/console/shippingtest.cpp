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

QTEST_GUILESS_MAIN(ShippingTest)
#include "shippingtest.moc"
