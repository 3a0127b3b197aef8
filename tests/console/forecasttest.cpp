#include "tests/console/outsider.h"

#include <QDate>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waitline::test;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("\r\n", "\n").trimmed().split('\n') : QByteArrayList();
}

} // namespace

/// `forecast --series` takes any file and no database; `forecast SKU` and `suggest` ask the shop.
class ForecastTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    Ending forecast(const QByteArray &series, const QStringList &more)
    {
        write(path("series.csv"), series);
        return Outsider::runBare(QStringList{"--json", "--database", path("none.waitline"), "forecast", "--series", path("series.csv")} +
                                 more);
    }

private Q_SLOTS:
    void aFileOfSeriesIsForecastWithoutADatabase()
    {
        QByteArray series = "id,idx,frequency,h,period,value\n";
        for (int month = 0; month < 36; ++month) {
            series += "A,1,12,3," + QByteArray::number(2020 + month / 12) + '-' +
                      QByteArray::number(month % 12 + 1).rightJustified(2, '0') + "-01," + QByteArray::number(20 + month % 12) + '\n';
        }
        series += "\"B, small\",2,12,3,2020-01-01,4\n";
        const Ending ending = forecast(series, {"--horizon", "3", "--out", path("out.csv")});
        QCOMPARE(ending.status, 0);
        QCOMPARE(ending.object().value("series").toInt(), 2);
        const QByteArrayList lines = linesOf(path("out.csv"));
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0], QByteArray("id,step,mean,q025,q05,q10,q25,q50,q75,q90,q95,q975,method"));
        QVERIFY(lines[1].startsWith("A,1,"));
        QVERIFY(lines[4].startsWith("\"B, small\",1,4,"));
        QVERIFY(!QFile::exists(path("none.waitline")));
    }
    void withoutAFileTheRowsAreTheAnswer()
    {
        const Ending ending = forecast("id,frequency,period,value\nX,12,1,5\nX,12,2,5\n", {"--horizon", "2"});
        QCOMPARE(ending.status, 0);
        QCOMPARE(ending.json().toArray().size(), 2);
        QCOMPARE(ending.json().toArray().at(1).toObject().value("mean").toDouble(), 5.0);
        const Ending plain = Outsider::runBare({"forecast", "--series", path("series.csv"), "--horizon", "1"});
        QVERIFY(plain.out.startsWith("id,step,mean,q025"));
        QCOMPARE(plain.out.count('\n'), 2);
    }
    void hostileFilesHaveAnAnswer()
    {
        const Ending ending = forecast("id;frequency;period;value\r\nE;12;2020-01-01;\r\nN;monthly;2020-01-01;NaN\r\n"
                                       "Z;52;1;0\r\nG;12;2020-01-01;1000000000\r\nG;12;2020-06-01;3,5\r\nM;1;1;-4\r\n",
                                       {"--horizon", "4"});
        QCOMPARE(ending.status, 0);
        QCOMPARE(ending.json().toArray().size(), 20);
        for (const QJsonValue &row : ending.json().toArray())
            QVERIFY(row.toObject().value("mean").isDouble() && row.toObject().value("q025").toDouble() >= 0);
    }
    void anEmptyFileOfSeriesHasNoRows()
    {
        QCOMPARE(forecast("id,frequency,period,value\n", {"--horizon", "4", "--out", path("empty.csv")}).status, 0);
        QCOMPARE(linesOf(path("empty.csv")).size(), 1);
    }
    void whatIsWrongIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("series");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("part");
        const QStringList horizon{"--horizon", "4"};
        QTest::newRow("no number") << QByteArray("id,frequency,period,value\nX,12,1,lots\n") << horizon << "series.csv:2:value";
        QTest::newRow("no frequency") << QByteArray("id,frequency,period,value\nX,often,1,3\n") << horizon << "series.csv:2:frequency";
        QTest::newRow("another frequency") << QByteArray("id,frequency,period,value\nX,12,1,3\nX,52,2,3\n") << horizon
                                           << "series.csv:3:frequency";
        QTest::newRow("newest first") << QByteArray("id,frequency,period,value\nX,12,2020-02-01,3\nX,12,2020-01-01,3\n") << horizon
                                      << "series.csv:3:period";
        QTest::newRow("no value column") << QByteArray("id,frequency,period\nX,12,1\n") << horizon << "“value”";
        QTest::newRow("no header") << QByteArray() << horizon << "header";
        QTest::newRow("no horizon") << QByteArray("id,frequency,period,value\n") << QStringList() << "--horizon";
        QTest::newRow("horizon of none") << QByteArray("id,frequency,period,value\n") << QStringList{"--horizon", "0"} << "horizon";
    }
    void whatIsWrongIsToldWithItsPlace()
    {
        QFETCH(QByteArray, series);
        QFETCH(QStringList, more);
        QFETCH(QString, part);
        const Ending ending = forecast(series, more);
        QCOMPARE(ending.status, 1);
        QVERIFY2(ending.error().value("message").toString().contains(part), ending.err.constData());
    }
    void aProductIsForecastAndBought()
    {
        const Outsider shop(path("shop.waitline"));
        static_cast<void>(shop.ask({"init"}));
        static_cast<void>(shop.ask({"product", "add", "--sku", "LAMP", "--name", "Lamp", "--price", "50", "--cost", "20", "--supplier",
                                    "Bright", "--lead-days", "14", "--pack", "6"}));
        for (int week = 1; week <= 8; ++week) {
            static_cast<void>(shop.ask({"order", "place", "--customer", "Acme", "--line", "LAMP=10", "--placed",
                                        QDate(2026, 3, 2).addDays(-7 * week).toString(Qt::ISODate)}));
        }
        const QJsonObject made = shop.askObject({"forecast", "LAMP", "--by", "week", "--periods", "5"});
        QCOMPARE(made.value("sku").toString(), "LAMP");
        QCOMPARE(made.value("by").toString(), "week");
        QCOMPARE(made.value("history").toArray().size(), 8);
        QCOMPARE(made.value("forecast").toArray().size(), 5);
        const QJsonObject first = made.value("forecast").toArray().first().toObject();
        QCOMPARE(first.keys(), (QStringList{"hi80", "hi95", "lo80", "lo95", "mean", "period"}));
        QCOMPARE(first.value("mean").toDouble(), 10.0);
        QVERIFY(made.value("backtest").toObject().contains("mean_absolute_error"));
        const QJsonArray suggested = shop.ask({"suggest"}).toArray();
        QCOMPARE(suggested.size(), 1);
        const QJsonObject lamp = suggested.first().toObject();
        QVERIFY(lamp.value("units").toInt() >= 80 + 30 && lamp.value("units").toInt() % 6 == 0);
        QVERIFY(!lamp.value("reason").toString().isEmpty());
        QCOMPARE(shop.ask({"suggest", "--last"}).toArray(), suggested);
        QCOMPARE(shop.ask({"suggest", "--last", "--budget", "100"}).toArray().size(), 0);
        QCOMPARE(shop.ask({"suggest", "--last", "--supplier", "nobody"}).toArray().size(), 0);
        QVERIFY(shop.askObject({"check"}).value("ok").toBool());
    }
    void aForecastIsOverruledAndCountsAgain()
    {
        const Outsider shop(path("overruled.waitline"));
        static_cast<void>(shop.ask({"init"}));
        static_cast<void>(shop.ask({"product", "add", "--sku", "LAMP", "--name", "Lamp"}));
        for (int week = 1; week <= 10; ++week) {
            static_cast<void>(shop.ask({"order", "place", "--customer", "Acme", "--line", "LAMP=10", "--placed",
                                        QDate(2026, 3, 2).addDays(-7 * week).toString(Qt::ISODate)}));
        }
        const QJsonObject kept = shop.askObject(
            {"override", "set", "LAMP", "--from", "2026-03-09", "--to", "2026-03-15", "--units", "50", "--reason", "trade fair"});
        QCOMPARE(kept.value("units").toInt(), 50);
        QCOMPARE(kept.value("method_units").toDouble(), 10.0);
        const auto meanOf = [&](int period) {
            const QJsonObject made = shop.askObject({"forecast", "LAMP", "--by", "week", "--periods", "3"});
            return made.value("forecast").toArray().at(period).toObject().value("mean").toDouble();
        };
        QCOMPARE(meanOf(0), 10.0);
        QCOMPARE(meanOf(1), 50.0);
        QCOMPARE(shop.askObject({"forecast", "LAMP"}).value("overrides").toArray().size(), 1);
        const QString id = QString::number(kept.value("override").toInt());
        QVERIFY(shop.askObject({"override", "end", id, "--reason", "cancelled"}).value("ended").toBool());
        QCOMPARE(meanOf(1), 10.0);
        QCOMPARE(shop.run({"override", "end", id, "--reason", "again"}).status, 1);
        QCOMPARE(shop.run({"override", "set", "LAMP", "--from", "2026-03-09", "--to", "2026-03-15", "--units", "5"}).error().value("field"),
                 "reason");
        QVERIFY(shop.askObject({"check"}).value("ok").toBool());
    }
    void howTheBusinessBuysIsSet()
    {
        const Outsider shop(path("settings.waitline"));
        static_cast<void>(shop.ask({"init"}));
        QCOMPARE(shop.askObject({"plan", "settings"}).value("service").toDouble(), 95.0);
        const QJsonObject set = shop.askObject({"plan", "settings", "--service", "97.5", "--order-cost", "12.50", "--budget", "1000"});
        QCOMPARE(set.value("service").toDouble(), 97.5);
        QCOMPARE(set.value("order_cost").toString(), "12.50");
        QCOMPARE(shop.askObject({"plan", "settings"}), set);
        QVERIFY(shop.askObject({"plan", "settings", "--budget", "none"}).value("budget").isNull());
        QCOMPARE(shop.run({"plan", "settings", "--service", "100"}).error().value("field"), "service");
        QCOMPARE(shop.run({"plan", "settings", "--holding", "much"}).error().value("field"), "holding");
        QCOMPARE(shop.ask({"plan", "alerts"}).toArray().size(), 0);
    }
    void aDayIsAsSureAsTheSupplierWas()
    {
        const Outsider shop(path("sure.waitline"));
        static_cast<void>(shop.ask({"init"}));
        static_cast<void>(shop.ask({"product", "add", "--sku", "LAMP", "--name", "Lamp", "--supplier", "Bright"}));
        for (int delivery = 0; delivery < 4; ++delivery) { // 0, 2, 4 and 6 days late
            const QString placed = QDate(2026, 1, 5).addDays(delivery).toString(Qt::ISODate) + "T09:00:00Z";
            const QString came = QDate(2026, 1, 15).addDays(2 * delivery).toString(Qt::ISODate) + "T09:00:00Z";
            const Ending bought = Outsider::runBare({"--json", "--database", shop.database(), "--now", placed, "purchase", "place",
                                                     "--supplier", "Bright", "--line", "LAMP=5", "--expected", "2026-01-15"});
            const QString number = QString::number(bought.object().value("purchase").toInt());
            QCOMPARE(Outsider::runBare(
                         {"--json", "--database", shop.database(), "--now", came, "receive", "--purchase", number, "--line", "LAMP=5"})
                         .status,
                     0);
        }
        static_cast<void>(shop.ask({"order", "place", "--customer", "Acme", "--line", "LAMP=25", "--promise", "2026-03-15"}));
        static_cast<void>(shop.ask({"purchase", "place", "--supplier", "Bright", "--line", "LAMP=5", "--expected", "2026-03-12"}));
        const QJsonObject first = shop.ask({"queue", "LAMP"}).toArray().first().toObject();
        QCOMPARE(first.value("likely_by").toString(), "2026-03-19");
        QVERIFY(first.value("promise_kept").toDouble() > 0.45 && first.value("promise_kept").toDouble() < 0.65);
        const QJsonObject line = shop.askObject({"order", "show", "1"}).value("lines").toArray().first().toObject();
        QCOMPARE(line.value("likely_by"), first.value("likely_by"));
    }
    void whatIsAskedWronglyIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{"forecast"};
        QTest::newRow("no such product") << QStringList{"forecast", "GHOST"};
        QTest::newRow("by day") << QStringList{"forecast", "LAMP", "--by", "day"};
        QTest::newRow("a horizon without series") << QStringList{"forecast", "LAMP", "--horizon", "3"};
        QTest::newRow("a negative budget") << QStringList{"suggest", "--budget", "-5"};
    }
    void whatIsAskedWronglyIsRefused()
    {
        QFETCH(QStringList, words);
        const Outsider shop(path("other.waitline"));
        if (!QFile::exists(shop.database()))
            static_cast<void>(shop.ask({"init"}));
        QCOMPARE(shop.run(words).status, 1);
    }
    void aFileThatIsNotThereIsRefused()
    {
        QCOMPARE(Outsider::runBare({"forecast", "--series", path("ghost.csv"), "--horizon", "2"}).status, 1);
        QCOMPARE(forecast("id,frequency,period,value\n", {"--horizon", "2", "--out", path("no/where.csv")}).status, 1);
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecasttest.moc"
