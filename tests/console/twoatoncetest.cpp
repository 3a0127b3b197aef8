#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <map>
#include <thread>

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr int products = 8;

/// One half of the work: random operations on orders both halves know of.
QList<QByteArray> randomRequests(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    const auto below = [&](int limit) { return int(random.bounded(limit)); };
    const auto sku = [&] { return QStringLiteral("P%1").arg(below(products)); };
    QList<QByteArray> requests;
    for (int i = 0; i < count; ++i) {
        // Of the orders that both halves have placed by now, more or less.
        const int order = 1 + below(1 + i * 3 / 5);
        const int dice = below(100);
        QString verb;
        QJsonObject args;
        if (dice < 40) {
            verb = "order place";
            args = {{"customer", QStringLiteral("C%1").arg(below(50))},
                    {"line", QJsonObject{{sku(), 1 + below(5)}, {sku(), 1 + below(5)}}}};
        } else if (dice < 60) {
            verb = "receive";
            args = {{"line", QJsonObject{{sku(), 1 + below(15)}, {sku(), 1 + below(15)}}}};
        } else if (dice < 70) {
            verb = "order cancel";
            args = {{"order", order}, {"reason", "r"}};
        } else if (dice < 76) {
            verb = "count";
            args = {{"line", QJsonObject{{sku(), below(30)}}}, {"reason", "r"}};
        } else if (dice < 84) {
            verb = "order priority";
            args = {{"order", order}, {"priority", below(4)}, {"reason", "r"}};
        } else if (dice < 94) {
            verb = "ship";
            args = {{"order", order}};
        } else {
            verb = "order pay";
            args = {{"order", order}, {"amount", QString::number(1 + below(20))}};
        }
        requests += QJsonDocument(QJsonObject{{"id", i}, {"verb", verb}, {"args", args}}).toJson(QJsonDocument::Compact);
    }
    return requests;
}

/// What the answers of a run say happened.
struct Told {
    std::map<QString, qint64> received;
    std::map<QString, qint64> shipped;
    qint64 paid = 0; ///< in cents
    qint64 ordersPlaced = 0;
    qint64 done = 0;
};

void take(const QByteArray &request, const QJsonObject &answered, Told &told)
{
    const QString verb = QJsonDocument::fromJson(request).object().value("verb").toString();
    if (!answered.value("ok").toBool()) {
        const QString kind = answered.value("error").toObject().value("kind").toString();
        if (kind != u"refused" && kind != u"not_found")
            qFatal("%s: %s", request.constData(), QJsonDocument(answered).toJson().constData());
        return;
    }
    ++told.done;
    const QJsonObject result = answered.value("result").toObject();
    if (verb == u"order place")
        ++told.ordersPlaced;
    for (const QJsonValue &line : result.value(verb == u"receive" ? "lines" : "").toArray())
        told.received[line.toObject().value("sku").toString()] += line.toObject().value("accepted").toInteger();
    for (const QJsonValue &shipment : result.value("shipments").toArray()) {
        for (const QJsonValue &line : shipment.toObject().value("lines").toArray())
            told.shipped[line.toObject().value("sku").toString()] += line.toObject().value("units").toInteger();
    }
    if (verb == u"order pay")
        told.paid += QJsonDocument::fromJson(request).object().value("args").toObject().value("amount").toString().toInt() * 100;
    // A count puts stock to a number: what it added or took is part of what came in.
    if (verb == u"count")
        told.received[result.value("sku").toString()] += result.value("after").toInteger() - result.value("before").toInteger();
}

/// Runs the requests through a batch of its own, answers in order.
void runHalf(const QString &database, const QList<QByteArray> &requests, Told &told)
{
    BatchRun batch(database);
    for (const QByteArray &request : requests)
        batch.send(request);
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const QJsonObject answered = QJsonDocument::fromJson(batch.answer()).object();
        if (answered.value("id").toInteger(-1) != i)
            qFatal("Answer %lld is out of order", qlonglong(i));
        take(requests[i], answered, told);
    }
    if (batch.finish() != 0)
        qFatal("The batch failed");
}

} // namespace

/// Two programs at one database: nothing is lost, nothing is sold twice, and both get through.
class TwoAtOnceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoBatchesLoseAndOversellNothing_data()
    {
        QTest::addColumn<Location::Kind>("kind");
        QTest::addColumn<int>("operations");
        QTest::newRow("sqlite") << Location::Kind::SqliteFile << 5000;
        QTest::newRow("postgresql") << Location::Kind::Postgres << 1000;
    }
    void twoBatchesLoseAndOversellNothing()
    {
        QFETCH(int, operations);
        TEST_DATABASE(database);
        const QString where = database.location().text;
        {
            BatchRun shop(where);
            for (int i = 0; i < products; ++i) {
                shop.askObject("product add",
                               {{"sku", QStringLiteral("P%1").arg(i)},
                                {"name", "P"},
                                {"price", "3.00"},
                                {"policy", QStringList{"first-come", "whole-lines", "fair-share", "one-each", "paid-first"}[i % 5]}});
            }
        }
        Told one;
        Told two;
        QElapsedTimer clock;
        clock.start();
        std::thread other([&] { runHalf(where, randomRequests(1, operations), one); });
        runHalf(where, randomRequests(2, operations), two);
        other.join();
        qInfo("%d operations in %lld ms, %lld and %lld done", 2 * operations, clock.elapsed(), one.done, two.done);

        BatchRun after(where);
        const QJsonObject check = after.askObject("check", {});
        if (!check.value("ok").toBool())
            qFatal("%s", QJsonDocument(check).toJson().constData());
        qint64 shippedInAll = 0;
        for (int i = 0; i < products; ++i) {
            const QString sku = QStringLiteral("P%1").arg(i);
            const QJsonObject product = after.askObject("product show", {{"sku", sku}});
            const qint64 shipped = one.shipped[sku] + two.shipped[sku];
            QCOMPARE(product.value("shipped").toInteger(), shipped);
            QCOMPARE(product.value("on_hand").toInteger(), one.received[sku] + two.received[sku] - shipped);
            shippedInAll += shipped;
        }
        // How many depends on how the two halves meet; that there were some makes the sums above mean something.
        QVERIFY(shippedInAll > operations / 50);
        Rows rows = database.connection().run("SELECT COUNT(*), CAST(SUM(paid) AS BIGINT) FROM sales_order");
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), one.ordersPlaced + two.ordersPlaced);
        QCOMPARE(rows.integer(1), one.paid + two.paid);
    }
};

QTEST_GUILESS_MAIN(TwoAtOnceTest)
#include "twoatoncetest.moc"
