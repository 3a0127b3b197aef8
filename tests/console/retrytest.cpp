#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QUuid>

using namespace waitline;
using namespace waitline::test;

namespace {

QByteArray request(const QString &verb, const QJsonObject &args, const QString &uuid)
{
    return QJsonDocument(QJsonObject{{"id", 1}, {"verb", verb}, {"uuid", uuid}, {"args", args}}).toJson(QJsonDocument::Compact);
}

QString freshUuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

} // namespace

/// Saying an operation twice changes nothing and gives the first answer, letter by letter.
class RetryTest final : public QObject {
    Q_OBJECT

    /// Two products, 5 lamps free, an order of 3 games that waits.
    static void stock(BatchRun &shop)
    {
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10"}});
        shop.askObject("product add", {{"sku", "GAME"}, {"name", "Game"}, {"price", "20"}, {"backorders", 5}});
        shop.askObject("receive", {{"line", QJsonObject{{"LAMP", 5}}}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonObject{{"GAME", 3}}}});
        shop.askObject("purchase place", {{"supplier", "Acme"}, {"line", QJsonObject{{"GAME", 9}}}, {"expected", "2026-05-01"}});
    }

    static qint64 count(TestDatabase &database, const char *table)
    {
        Rows rows = database.connection().run(QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(table)), {});
        return rows.next() ? rows.integer(0) : -1;
    }

private Q_SLOTS:
    void everyWritingVerbIsDoneOnceAlsoAfterARestart_data() { eachDatabase(); }
    void everyWritingVerbIsDoneOnceAlsoAfterARestart()
    {
        TEST_DATABASE(database);
        const QList<std::pair<QString, QJsonObject>> said{
            {"product add", {{"sku", "VASE"}, {"name", "Vase"}}},
            {"product set", {{"sku", "LAMP"}, {"price", "11"}}},
            {"order place", {{"customer", "Bob"}, {"line", QJsonObject{{"LAMP", 2}}}}},
            {"order amend", {{"order", 1}, {"line", QJsonObject{{"1", 4}}}}},
            {"order priority", {{"order", 1}, {"priority", 3}, {"reason", "VIP"}}},
            {"order pay", {{"order", 1}, {"amount", "5.00"}}},
            {"order refund", {{"order", 1}, {"amount", "2.00"}}},
            {"order cancel", {{"order", 1}, {"line", "1=1"}, {"reason", "less"}}},
            {"purchase place", {{"supplier", "Acme"}, {"line", QJsonObject{{"LAMP", 9}}}, {"expected", "2026-05-01"}}},
            {"purchase expect", {{"purchase", 1}, {"day", "2026-06-01"}}},
            {"receive", {{"purchase", 1}, {"line", QJsonObject{{"GAME", 1}}}}},
            {"receipt void", {{"receipt", 2}, {"reason", "wrong"}}},
            {"count", {{"line", QJsonObject{{"LAMP", 7}}}, {"reason", "found"}}},
            {"ship", {{"order", 2}}},
            {"purchase close", {{"purchase", 1}}},
            {"purchase reopen", {{"purchase", 1}}}};
        QList<QByteArray> requests;
        QList<QByteArray> answers;
        {
            BatchRun shop(database.location().text);
            stock(shop);
            for (const auto &[verb, args] : said) {
                requests += request(verb, args, freshUuid());
                shop.send(requests.last());
                answers += shop.answer();
                QVERIFY2(answers.last().contains("\"ok\":true"), answers.last().constData());
                shop.send(requests.last());
                QCOMPARE(shop.answer(), answers.last());
            }
        }
        const qint64 operations = count(database, "operation");
        BatchRun later(database.location().text);
        for (qsizetype i = 0; i < requests.size(); ++i) {
            later.send(requests[i]);
            QCOMPARE(later.answer(), answers[i]);
        }
        QCOMPARE(count(database, "operation"), operations);
        QVERIFY(later.askObject("check", {}).value("ok").toBool());
    }
    void theCommandLineRetriesToo()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        const Outsider shop(database.location().text);
        const QStringList words{"product", "add", "--sku", "A", "--name", "A", "--uuid", "{0B8F5A0E-6A5C-4B8E-9F5A-111111111111}"};
        const Ending first = shop.run(words);
        QCOMPARE(first.status, 0);
        QCOMPARE(shop.run(words).out, first.out);
    }
    void shippingAllThatIsReadyIsDoneOnce_data() { eachDatabase(); }
    void shippingAllThatIsReadyIsDoneOnce()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        stock(shop);
        for (const char *customer : {"Bob", "Cid"})
            shop.askObject("order place", {{"customer", customer}, {"line", QJsonObject{{"LAMP", 2}}}});
        const QByteArray ready = request("ship", {{"ready", true}}, freshUuid());
        shop.send(ready);
        const QByteArray answer = shop.answer();
        QCOMPARE(answer.count("\"shipment\""), 2);
        // What becomes ready meanwhile does not ship by a retry.
        shop.askObject("order place", {{"customer", "Dan"}, {"line", QJsonObject{{"LAMP", 1}}}});
        shop.send(ready);
        QCOMPARE(shop.answer(), answer);
        QCOMPARE(count(database, "shipment"), 2);
    }
    void anotherRequestUnderTheSameUuidIsAConflict_data() { eachDatabase(); }
    void anotherRequestUnderTheSameUuidIsAConflict()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        stock(shop);
        const QString uuid = freshUuid();
        QVERIFY(shop.tell("receive", {{"line", "LAMP=1"}}, uuid).value("ok").toBool());
        for (const QJsonObject &answered :
             {shop.tell("receive", {{"line", "LAMP=2"}}, uuid), shop.tell("count", {{"line", "LAMP=1"}, {"reason", "r"}}, uuid)}) {
            const QJsonObject error = answered.value("error").toObject();
            QCOMPARE(error.value("kind").toString(), "conflict");
            QCOMPARE(error.value("field").toString(), "uuid");
        }
        QCOMPARE(shop.askObject("product show", {{"sku", "LAMP"}}).value("on_hand").toInt(), 6);
    }
    void aRefusalMayBeTriedAgainAndCountsItsDemandOnce_data() { eachDatabase(); }
    void aRefusalMayBeTriedAgainAndCountsItsDemandOnce()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        stock(shop);
        const QString uuid = freshUuid();
        const QJsonObject wish{{"customer", "Bob"}, {"line", QJsonObject{{"GAME", 4}}}};
        for (int attempt = 0; attempt < 3; ++attempt)
            QCOMPARE(shop.tell("order place", wish, uuid).value("error").toObject().value("kind").toString(), "refused");
        QCOMPARE(count(database, "refused_demand"), 1);
        QCOMPARE(shop.tell("order place", wish).value("error").toObject().value("kind").toString(), "refused");
        QCOMPARE(count(database, "refused_demand"), 2);
        shop.askObject("product set", {{"sku", "GAME"}, {"backorders", "allow"}});
        const QJsonObject placed = shop.tell("order place", wish, uuid);
        QVERIFY(placed.value("ok").toBool());
        QCOMPARE(shop.tell("order place", wish, uuid).value("result"), placed.value("result"));
        QCOMPARE(count(database, "sales_order"), 2);
        QVERIFY(shop.askObject("check", {}).value("ok").toBool());
    }
    void aPreviewIsNotKept_data() { eachDatabase(); }
    void aPreviewIsNotKept()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        stock(shop);
        const qint64 operations = count(database, "operation");
        const QString uuid = freshUuid();
        QVERIFY(shop.tell("receive", {{"line", "LAMP=1"}, {"preview", true}}, uuid).value("ok").toBool());
        QCOMPARE(count(database, "operation"), operations);
        QVERIFY(shop.tell("receive", {{"line", "LAMP=1"}}, uuid).value("ok").toBool());
    }
    void twoProgramsThatSayItAtOnceGetOneAnswer_data() { eachDatabase(); }
    void twoProgramsThatSayItAtOnceGetOneAnswer()
    {
        TEST_DATABASE(database);
        BatchRun one(database.location().text);
        stock(one);
        BatchRun two(database.location().text);
        constexpr int rounds = 60;
        QList<QByteArray> requests;
        for (int round = 0; round < rounds; ++round) {
            const QString reference = QString::number(round);
            requests += round % 3 == 0
                            ? request("order place", {{"customer", "Bob"}, {"line", "LAMP=1"}, {"reference", reference}}, freshUuid())
                        : round % 3 == 1 ? request("receive", {{"line", "LAMP=1"}}, freshUuid())
                                         : request("ship", {{"ready", true}}, freshUuid());
            one.send(requests.last());
            two.send(requests.last());
        }
        for (int round = 0; round < rounds; ++round) {
            const QByteArray answer = one.answer();
            QVERIFY2(answer.contains("\"ok\":true"), answer.constData());
            QCOMPARE(two.answer(), answer);
        }
        QCOMPARE(count(database, "sales_order"), 1 + rounds / 3);
        QCOMPARE(count(database, "receipt"), 1 + rounds / 3);
        QVERIFY(one.askObject("check", {}).value("ok").toBool());
    }
};

QTEST_GUILESS_MAIN(RetryTest)
#include "retrytest.moc"
