#include "tests/console/outsider.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QStandardPaths>

using namespace waitline;
using namespace waitline::test;

/// Campaigns and the monthly report, from outside.
class ConsoleCampaignTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCampaignIsAddedShownAndGivenOrders_data() { eachDatabase(); }
    void aCampaignIsAddedShownAndGivenOrders()
    {
        TEST_DATABASE(database);
        BatchRun shop(database.location().text);
        shop.askObject("product add", {{"sku", "LAMP"}, {"name", "Lamp"}, {"price", "10.00"}});
        shop.askObject("order place", {{"customer", "Ann"}, {"line", QJsonArray{"LAMP=3"}}, {"campaign", "SPRING"}, {"channel", "Fair"}});
        shop.askObject("order place", {{"customer", "Bob"}, {"line", QJsonArray{"LAMP=2"}}});
        QJsonObject spring = shop.askObject("campaign add", {{"code", "SPRING"},
                                                             {"name", "Spring"},
                                                             {"from", "2026-01-01"},
                                                             {"to", "2036-12-31"},
                                                             {"product", QJsonArray{"LAMP"}},
                                                             {"budget", "12.00"},
                                                             {"edition", 10}});
        QCOMPARE(spring.value("orders").toInt(), 1);
        QCOMPARE(spring.value("units").toInt(), 3);
        QCOMPARE(spring.value("cost_per_unit").toString(), "4.00");
        QCOMPARE(spring.value("share_of_edition").toDouble(), .3);
        QVERIFY(spring.value("uplift").isNull() && spring.value("baseline").isNull());
        QCOMPARE(shop.askObject("campaign assign", {{"code", "SPRING"}, {"order", QJsonArray{"2"}}}).value("assigned").toInt(), 1);
        spring = shop.askObject("campaign set", {{"code", "SPRING"}, {"edition", "none"}, {"product", QJsonArray{"all"}}});
        QCOMPARE(spring.value("orders").toInt(), 2);
        QCOMPARE(spring.value("by_hand").toInt(), 1);
        QVERIFY(spring.value("edition").isNull() && spring.value("products").toArray().isEmpty());
        QCOMPARE(shop.askObject("campaign show", {{"code", "SPRING"}}), spring);
        QCOMPARE(shop.ask("campaigns", {}).toArray(), QJsonArray{spring});
        QVERIFY(shop.askObject("check", {}).value("ok").toBool());
        const QJsonObject refused = shop.tell("campaign show", {{"code", "AUTUMN"}});
        QCOMPARE(refused.value("error").toObject().value("kind").toString(), "not_found");
    }
    void theMonthlyReportIsReadBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("demo.waitline"));
        const QString pdf = folder.filePath(QStringLiteral("report.pdf"));
        const Outsider shop(path);
        static_cast<void>(shop.ask({"init", "--demo", "--products", "12", "--customers", "40", "--lines", "300"}));
        QCOMPARE(shop.askObject({"report", pdf, "--month", "2026-02"}).value("month").toString(), "2026-02");
        const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (reader.isEmpty())
            QSKIP("There is no pdftotext here.");
        QProcess read;
        read.start(reader, {"-layout", pdf, "-"});
        QVERIFY(read.waitForFinished());
        const QString text = QString::fromUtf8(read.readAllStandardOutput());
        for (const char *words : {"Monthly report, February 2026", "Demand", "Waiting and late", "Cash", "Fairness", "Units ordered",
                                  "Ordered over time", "Waiting now by product", "Waiting orders kept", "Page 1"})
            QVERIFY2(text.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u" is missing in " + text));
        // A month that is not over says so, and where today is.
        const QString now = folder.filePath(QStringLiteral("now.pdf"));
        static_cast<void>(shop.askObject({"report", now}));
        read.start(reader, {"-layout", now, "-"});
        QVERIFY(read.waitForFinished());
        QVERIFY(QString::fromUtf8(read.readAllStandardOutput()).contains(QStringLiteral("today, so far")));
        // Figures of the report are those of the other verbs.
        qint64 ordered = 0;
        const QJsonArray days = shop.ask({"demand", "--from", "2026-02-01", "--to", "2026-02-28", "--by", "month"}).toArray();
        for (const QJsonValue &row : days)
            ordered += row.toObject().value("preorder_ordered").toInteger();
        QVERIFY(ordered > 0);
        QVERIFY(text.contains(QRegularExpression(QStringLiteral("Pre-order units\\s+%1").arg(QLocale().toString(ordered)))));
        const QString closing =
            shop.askObject({"deposits", "--from", "2026-02-01", "--to", "2026-02-28"}).value("sum").toObject().value("closing").toString();
        QString plain = text;
        QVERIFY2(plain.remove(u',').contains(closing), qPrintable(closing));
        const Ending refused = shop.run({"report", pdf, "--month", "2030-01"});
        QCOMPARE(refused.status, 1);
        QVERIFY(shop.run({"report", QStringLiteral("/nowhere/report.pdf")}).status == 1);
    }
    void aReportIsACallOfItsOwn()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        BatchRun shop(database.location().text);
        const QJsonObject refused = shop.tell("report", {{"file", "/tmp/never.pdf"}});
        QCOMPARE(refused.value("error").toObject().value("kind").toString(), "refused");
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/never.pdf")));
    }
};

QTEST_GUILESS_MAIN(ConsoleCampaignTest)
#include "campaigntest.moc"
