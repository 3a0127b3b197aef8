#include "tests/console/outsider.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waitline::test;

namespace {

QJsonObject args(std::initializer_list<std::pair<QString, QJsonValue>> entries) { return QJsonObject(entries); }

} // namespace

/// What is refused, with which word for it, and that it changes nothing.
class RefusalTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("shop.waitline");

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(Outsider(m_file).run({"init"}).status, 0);
        BatchRun shop(m_file);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}, {"deposit", "20%"}});
        shop.askObject(
            "product add",
            {{"sku", "GAME"}, {"name", "Game"}, {"price", "50"}, {"release", "2026-05-01"}, {"edition", 5}, {"per-customer", 3}});
        shop.askObject("product add", {{"sku", "VASE"}, {"name", "Vase"}, {"backorders", "refuse"}});
        shop.askObject("product add", {{"sku", "GOLD"}, {"name", "Gold"}, {"price", "9999999999.99"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"LAMP", 3}}}, {"reference", "R-1"}});
        shop.askObject("purchase place", {{"supplier", "Acme"}, {"line", QJsonObject{{"LAMP", 3}}}, {"expected", "2026-04-01"}});
        shop.askObject("purchase close", {{"purchase", 1}});
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 2}}}});
        shop.askObject("order place", {{"customer", "Gil"}, {"line", QJsonObject{{"GAME", 1}}}});
        shop.askObject("receive", {{"line", QJsonObject{{"GAME", 1}}}});
    }
    void badInputAndRulesAreRefused_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QJsonObject>("args");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *verb, const QJsonObject &given, const char *kind, const char *field) {
            QTest::newRow(name) << QString(verb) << given << QString(kind) << QString(field);
        };
        const QJsonObject lamp{{"LAMP", 1}};
        row("no customer", "order place", args({{"line", lamp}}), "invalid", "customer");
        const QString withNul = QString("A") + QChar(u'\0') + QString("B");
        row("a NUL in a name", "order place", args({{"customer", withNul}, {"line", lamp}}), "invalid", "customer");
        row("a NUL in a SKU", "order place", args({{"customer", "A"}, {"line", QJsonObject{{withNul, 1}}}}), "invalid", "line");
        const QString marked = QString(QChar(0x200B)) + QStringLiteral("LAMP"); // a blank of no width
        row("a sign nobody sees in a SKU", "product add", args({{"sku", marked}, {"name", "A"}}), "invalid", "sku");
        row("a line break in a SKU", "product add", args({{"sku", "A\nB"}, {"name", "A"}}), "invalid", "sku");
        row("a name nobody sees", "product add", args({{"sku", "NEW"}, {"name", marked.left(1)}}), "invalid", "name");
        row("a barcode nobody sees", "product add", args({{"sku", "NEW"}, {"name", "A"}, {"barcode", marked}}), "invalid", "barcode");
        row("a customer nobody sees", "order place", args({{"customer", marked.left(1)}, {"line", lamp}}), "invalid", "customer");
        row("a name without end", "order place", args({{"customer", QString(600, u'x')}, {"line", lamp}}), "invalid", "customer");
        row("a reason without end", "order cancel", args({{"order", 1}, {"reason", QString(20'000, u'x')}}), "invalid", "reason");
        row("an order number beyond 64 bits", "order show", args({{"order", "99999999999999999999"}}), "invalid", "order");
        row("no line", "order place", args({{"customer", "A"}}), "invalid", "line");
        row("no units", "order place", args({{"customer", "A"}, {"line", "LAMP"}}), "invalid", "line");
        row("zero units", "order place", args({{"customer", "A"}, {"line", "LAMP=0"}}), "invalid", "line");
        row("negative units", "order place", args({{"customer", "A"}, {"line", QJsonObject{{"LAMP", -1}}}}), "invalid", "line");
        row("half a unit", "order place", args({{"customer", "A"}, {"line", QJsonObject{{"LAMP", 2.5}}}}), "invalid", "line");
        row("too many units", "order place", args({{"customer", "A"}, {"line", QJsonObject{{"LAMP", 1e30}}}}), "invalid", "line");
        row("units beyond 64 bits", "order place", args({{"customer", "A"}, {"line", "LAMP=9223372036854775808"}}), "invalid", "line");
        row("worth more than money holds", "order place", args({{"customer", "A"}, {"line", QJsonObject{{"GOLD", 1000000000}}}}), "invalid",
            "line");
        row("unknown product", "order place", args({{"customer", "A"}, {"line", "GHOST=1"}}), "not_found", "line");
        row("no price", "order place", args({{"customer", "A"}, {"line", "LAMP=1@cheap"}}), "invalid", "line");
        row("parts of a cent", "order place", args({{"customer", "A"}, {"line", "LAMP=1@1.001"}}), "invalid", "line");
        row("priority too high", "order place", args({{"customer", "A"}, {"line", lamp}, {"priority", 1000001}}), "invalid", "priority");
        row("no moment", "order place", args({{"customer", "A"}, {"line", lamp}, {"placed", "soon"}}), "invalid", "placed");
        row("no day", "order place", args({{"customer", "A"}, {"line", lamp}, {"promise", "2026-02-30"}}), "invalid", "promise");
        row("reference taken", "order place", args({{"customer", "A"}, {"line", lamp}, {"reference", "R-1"}}), "conflict", "reference");
        row("edition", "order place", args({{"customer", "A"}, {"line", QJsonArray{"GAME=3", "GAME=2"}}}), "refused", "line");
        row("per customer", "order place", args({{"customer", "B"}, {"line", QJsonArray{"GAME=2", "GAME=2"}}}), "refused", "line");
        row("no backorders", "order place", args({{"customer", "B"}, {"line", "VASE=1"}}), "refused", "line");
        row("unknown order", "order show", args({{"order", 99}}), "not_found", "order");
        row("order is no number", "order show", args({{"order", "A"}}), "invalid", "order");
        row("unknown line", "order amend", args({{"order", 1}, {"line", "99=1"}}), "not_found", "line");
        row("cancel without reason", "order cancel", args({{"order", 1}}), "invalid", "reason");
        row("cancel too many", "order cancel", args({{"order", 1}, {"line", "1=4"}, {"reason", "r"}}), "refused", "line");
        row("pay nothing", "order pay", args({{"order", 1}, {"amount", "0"}}), "invalid", "amount");
        row("pay a negative", "order pay", args({{"order", 1}, {"amount", "-1"}}), "invalid", "amount");
        row("refund more than paid", "order refund", args({{"order", 1}, {"amount", "1"}}), "refused", "amount");
        row("deposit unmet", "ship", args({{"order", 1}}), "refused", "order");
        row("before release", "ship", args({{"order", 2}}), "refused", "order");
        row("ship what", "ship", args({}), "invalid", "order");
        row("purchase closed", "receive", args({{"purchase", 1}, {"line", lamp}}), "refused", "purchase");
        row("receive nothing", "receive", args({{"line", QJsonObject{{"LAMP", 0}}}}), "invalid", "line");
        row("no policy", "receive", args({{"line", lamp}, {"policy", "mine-first"}}), "invalid", "policy");
        row("count below zero", "count", args({{"line", "LAMP=-1"}, {"reason", "r"}}), "invalid", "line");
        row("count without reason", "count", args({{"line", lamp}}), "invalid", "reason");
        row("SKU taken", "product add", args({{"sku", "LAMP"}, {"name", "x"}}), "conflict", "sku");
        row("no name", "product add", args({{"sku", "NEW"}}), "invalid", "name");
        row("deposit over all", "product set", args({{"sku", "LAMP"}, {"deposit", "101%"}}), "invalid", "deposit");
        row("negative price", "product set", args({{"sku", "LAMP"}, {"price", "-1"}}), "invalid", "price");
        row("backorders no word", "product set", args({{"sku", "LAMP"}, {"backorders", "some"}}), "invalid", "backorders");
        row("demand backwards", "demand", args({{"from", "2026-02-01"}, {"to", "2026-01-01"}}), "invalid", "from");
        row("demand by hour", "demand", args({{"by", "hour"}}), "invalid", "by");
        row("unknown receipt", "receipt void", args({{"receipt", 9}, {"reason", "r"}}), "not_found", "receipt");
    }
    void badInputAndRulesAreRefused()
    {
        QFETCH(QString, verb);
        QFETCH(QJsonObject, args);
        QFETCH(QString, kind);
        QFETCH(QString, field);
        BatchRun shop(m_file);
        const auto state = [&] {
            QJsonArray all;
            for (const char *sku : {"LAMP", "GAME", "VASE", "GOLD"})
                all += shop.ask("product show", {{"sku", sku}});
            return QJsonArray{all, shop.ask("order show", {{"order", 1}})};
        };
        const QJsonArray before = state();
        const QJsonObject answered = shop.tell(verb, args);
        const QJsonObject error = answered.value("error").toObject();
        QVERIFY(!answered.value("ok").toBool(true) && !answered.contains("result"));
        QCOMPARE(error.value("kind").toString(), kind);
        QCOMPARE(error.value("field").toString(), field);
        QVERIFY(error.value("message").toString().endsWith(u'.'));
        QCOMPARE(state(), before);
        const QJsonObject check = shop.askObject("check", {});
        QVERIFY(check.value("ok").toBool());
    }
    void unitsThatAreTooManyAreToldTheLimitOfALine()
    {
        BatchRun shop(m_file);
        const QJsonObject error = shop.tell("receive", args({{"line", "LAMP=99999999999999999999"}})).value("error").toObject();
        QVERIFY2(error.value("message").toString().endsWith("use 0 to 1,000,000,000."), qPrintable(error.value("message").toString()));
        // A number of an order is no amount.
        const QJsonObject ofOrder = shop.tell("order show", args({{"order", "99999999999999999999"}})).value("error").toObject();
        QVERIFY(!ofOrder.value("message").toString().contains("1,000,000,000"));
    }
    void aRefusalSaysHowManyCouldBeSold()
    {
        BatchRun shop(m_file);
        const QJsonObject error = shop.tell("order place", {{"customer", "Eve"}, {"line", "GAME=9"}}).value("error").toObject();
        QVERIFY(error.value("message").toString().contains("Lower them to 3"));
        QVERIFY(shop.tell("order place", {{"customer", "Eve"}, {"line", "GAME=3"}}).value("ok").toBool());
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "refusaltest.moc"
