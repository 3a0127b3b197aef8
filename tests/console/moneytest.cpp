#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>

using namespace waitline;
using namespace waitline::test;

namespace {

QJsonObject first(const QJsonValue &list) { return list.toArray().at(0).toObject(); }

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// An order's money and its notices, from outside, on both databases.
class MoneyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyComesGoesAndIsTakenBack_data() { eachDatabase(); }
    void moneyComesGoesAndIsTakenBack()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10.00"}, {"deposit", "20%"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonArray{"LAMP=10"}}, {"promise", "2026-03-10"}});
        QJsonObject order = shop.askObject("order pay", {{"order", 1}, {"amount", "50.00"}, {"method", "card"}, {"reference", "T-1"}});
        QCOMPARE(order.value("paid").toString(), "50.00");
        QCOMPARE(order.value("balance_due").toString(), "50.00");
        order = shop.askObject("order refund", {{"order", 1}, {"amount", "5.00"}, {"method", "card"}});
        QCOMPARE(order.value("refunded").toString(), "5.00");
        const QJsonArray journal = shop.ask("payments", {{"order", 1}}).toArray();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal.at(1).toObject().value("reference").toString(), "T-1");
        QCOMPARE(first(journal).value("amount").toString(), "-5.00");
        order = shop.askObject("payment reverse", {{"payment", first(journal).value("payment")}, {"reason", "wrong order"}});
        QCOMPARE(order.value("refunded").toString(), "0.00");
        shop.ask("receive", {{"line", QJsonObject{{"LAMP", 4}}}});
        const QJsonObject shipment = first(shop.askObject("ship", {{"order", 1}}).value("shipments"));
        QCOMPARE(shipment.value("value").toString(), "40.00");
        QCOMPARE(shipment.value("consumed").toString(), "38.00"); // 12.00 stay for the other six: 20 % of 60.00
        QCOMPARE(shipment.value("to_pay").toString(), "2.00");
        const QJsonObject deposits = shop.askObject("deposits", {});
        QCOMPARE(deposits.value("in").toString(), "50.00");
        QCOMPARE(deposits.value("consumed").toString(), "40.00");
        QCOMPARE(deposits.value("closing").toString(), "10.00");
        QCOMPARE(first(deposits.value("orders")).value("customer").toString(), "Ann");
        QCOMPARE(shop.askObject("cash", {}).value("deposits").toString(), "10.00");
        order = shop.askObject("order cancel", {{"order", 1}, {"reason", "late"}});
        QCOMPARE(order.value("refund_due").toString(), "10.00");
        order = shop.askObject("order pay", {{"order", 1}, {"amount", "5.00"}}); // more than is due is taken, and seen in the answer
        QCOMPARE(order.value("balance_due").toString(), "0.00");
        QCOMPARE(order.value("refund_due").toString(), "15.00");
        QVERIFY(shop.askObject("check", {}).value("ok").toBool());
        QCOMPARE(shop.finish(), 0);
    }
    void theLateListSaysFirstPromiseAndSlip_data() { eachDatabase(); }
    void theLateListSaysFirstPromiseAndSlip()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10.00"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonArray{"LAMP=10"}}, {"promise", "2026-03-10"}});
        shop.askObject("purchase place", {{"supplier", "Foundry"}, {"line", QJsonArray{"LAMP=10"}}, {"expected", "2026-03-20"}});
        const QJsonObject late = first(shop.ask("late", {}));
        QCOMPARE(late.value("promised_first").toString(), "2026-03-10");
        QCOMPARE(late.value("slip").toInt(-1), 0);
        QCOMPARE(late.value("days_late").toInt(), 10);
        QCOMPARE(shop.finish(), 0);
    }
    void noticesAreListedWrittenAndMarked_data() { eachDatabase(); }
    void noticesAreListedWrittenAndMarked()
    {
        TEST_DATABASE(database);
        const Outsider shop(database.location().text);
        QVERIFY(shop.ask({"product", "add", "--sku", "LAMP", "--name", "Lamp", "--price", "10"}).isObject());
        QVERIFY(shop.ask({"order", "place", "--customer", "Ann", "--line", "LAMP=2"}).isObject());
        const QJsonObject notice = first(shop.ask({"notices"}));
        QCOMPARE(notice.value("kind").toString(), "received");
        QVERIFY(notice.value("text").toString().contains("2 × Lamp (LAMP)"));
        QTemporaryDir folder;
        const QString merge = folder.filePath("merge.csv");
        QCOMPARE(shop.askObject({"notices", "export", merge}).value("rows").toInt(), 1);
        QVERIFY(contentOf(merge).startsWith("kind,email,subject,text,customer,order"));
        const Ending noAddress = shop.run({"notices", "export", folder.path()});
        QCOMPARE(noAddress.status, 1);
        QVERIFY(noAddress.error().value("message").toString().contains("no e-mail address yet"));
        QVERIFY(shop.ask({"settings", "--business", "Lamps & Co", "--email", "orders@example.com", "--full-balance", "yes"}).isObject());
        QCOMPARE(shop.askObject({"settings"}).value("full_balance").toBool(), true);
        QCOMPARE(shop.askObject({"notices", "export", folder.path()}).value("without_address"), QJsonValue(QJsonArray{"Ann"}));
        const QString number = QString::number(notice.value("notice").toInteger());
        QCOMPARE(shop.askObject({"notices", "told", number}).value("notices").toInt(), 1);
        QCOMPARE(shop.run({"notices", "told", number}).status, 1);
        QVERIFY(shop.ask({"notices"}).toArray().isEmpty());
        const QString told = first(shop.ask({"notices", "--state", "told"})).value("text").toString();
        QCOMPARE(told, QString(notice.value("text").toString() + "\nLamps & Co")); // it has a name by then
        QCOMPARE(shop.run({"notices", "--kind", "other"}).status, 1);
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "moneytest.moc"
