#include "models/exchange/cells.h"

#include <QTest>

using namespace waitline;

namespace {

const CellStyle point{};
const CellStyle comma{',', true};

QString outcome(const Result<qint64> &result) { return result ? QString::number(result.value()) : QStringLiteral("error"); }

} // namespace

class CellsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsUnits_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<bool>("decimalComma");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("5") << false << "5";
        QTest::newRow("point zero") << QByteArray("5.0") << false << "5";
        QTest::newRow("comma zero") << QByteArray("5,00") << true << "5";
        QTest::newRow("thousands") << QByteArray("1,000") << false << "1000";
        QTest::newRow("thousands with points") << QByteArray("1.234.567") << true << "1234567";
        QTest::newRow("no-break space") << QByteArray("1\xC2\xA0"
                                                      "000")
                                        << true << "1000";
        QTest::newRow("negative") << QByteArray("-74215") << false << "-74215";
        QTest::newRow("half") << QByteArray("2.5") << false << "error";
        QTest::newRow("tiny rest") << QByteArray("2.0000001") << false << "2";
        QTest::newRow("wrong groups") << QByteArray("1,00") << false << "error";
        QTest::newRow("groups apart") << QByteArray("1,0000") << false << "error";
        QTest::newRow("exponent") << QByteArray("1E+05") << false << "error";
        QTest::newRow("text") << QByteArray("five") << false << "error";
        QTest::newRow("sign alone") << QByteArray("-") << false << "error";
        QTest::newRow("empty") << QByteArray("") << false << "error";
        QTest::newRow("too large") << QByteArray("99999999999999999999") << false << "error";
    }
    void readsUnits()
    {
        QFETCH(QByteArray, cell);
        QFETCH(bool, decimalComma);
        QFETCH(QString, expected);
        QCOMPARE(outcome(parseUnits(cell, decimalComma ? comma : point)), expected);
    }
    void readsMoney_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<bool>("decimalComma");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("12.5") << "EUR" << false << "1250";
        QTest::newRow("dollars with code") << QByteArray("$25.00 USD") << "USD" << false << "2500";
        QTest::newRow("code of another currency") << QByteArray("$25.00 USD") << "EUR" << false << "error";
        QTest::newRow("euros behind") << QByteArray("12,00 €") << "EUR" << true << "1200";
        QTest::newRow("code before") << QByteArray("EUR 1.234,5") << "EUR" << true << "123450";
        QTest::newRow("US$") << QByteArray("US$1,234.50") << "USD" << false << "123450";
        QTest::newRow("brackets") << QByteArray("(5.00)") << "EUR" << false << "-500";
        QTest::newRow("minus before the sign") << QByteArray("-$5.00") << "USD" << false << "-500";
        QTest::newRow("sign before the minus") << QByteArray("$-5.00") << "USD" << false << "-500";
        QTest::newRow("yen") << QByteArray("¥1,200") << "JPY" << false << "1200";
        QTest::newRow("yen with decimals") << QByteArray("1200.5") << "JPY" << false << "error";
        QTest::newRow("dinar") << QByteArray("0.125") << "KWD" << false << "125";
        QTest::newRow("zeros behind") << QByteArray("14.9000") << "EUR" << false << "1490";
        QTest::newRow("excess decimals") << QByteArray("14.905") << "EUR" << false << "error";
        QTest::newRow("narrow space groups") << QByteArray("1\xE2\x80\xAF"
                                                           "234,50 €")
                                             << "EUR" << true << "123450";
        QTest::newRow("Swiss groups") << QByteArray("CHF 1'234.50") << "CHF" << false << "123450";
        QTest::newRow("decimals only") << QByteArray(".5") << "EUR" << false << "50";
        QTest::newRow("word") << QByteArray("variable") << "EUR" << false << "error";
        QTest::newRow("sign alone") << QByteArray("€") << "EUR" << false << "error";
        QTest::newRow("too large") << QByteArray("10000000000.01") << "EUR" << false << "error";
        QTest::newRow("huge") << QByteArray("99999999999999999999.99") << "EUR" << false << "error";
        QTest::newRow("comma where points are") << QByteArray("12,00") << "EUR" << false << "error";
        QTest::newRow("two points") << QByteArray("1.2.3") << "EUR" << false << "error";
    }
    void readsMoney()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, currency);
        QFETCH(bool, decimalComma);
        QFETCH(QString, expected);
        const Currency known = Currency::fromCode(currency).value();
        QCOMPARE(outcome(parseMoney(cell, decimalComma ? comma : point, known)), expected);
    }
    void roundsHalfAwayFromZeroWhereAsked()
    {
        const Currency euro;
        QCOMPARE(outcome(parseMoney("14.905", point, euro, ExcessDecimals::Round)), "1491");
        QCOMPARE(outcome(parseMoney("14.9049999", point, euro, ExcessDecimals::Round)), "1490");
        QCOMPARE(outcome(parseMoney("-0.005", point, euro, ExcessDecimals::Round)), "-1");
        QCOMPARE(outcome(parseMoney("0.1234567890123456789", point, euro, ExcessDecimals::Round)), "12");
    }
    void aCurrencyWithoutCodeTakesAny() { QCOMPARE(outcome(parseMoney("$25.00 USD", point, Currency{QString(), 2})), "2500"); }
    void readsDays_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<bool>("dayFirst");
        QTest::addColumn<QDate>("day");
        const QDate third(2026, 2, 3);
        QTest::newRow("ISO") << QByteArray("2026-02-03") << false << third;
        QTest::newRow("compact") << QByteArray("20260203") << false << third;
        QTest::newRow("ISO with slashes") << QByteArray("2026/2/3") << false << third;
        QTest::newRow("American") << QByteArray("02/03/26") << false << third;
        QTest::newRow("European") << QByteArray("03/02/2026") << true << third;
        QTest::newRow("German") << QByteArray("3.2.2026") << false << third;
        QTest::newRow("the day as written there") << QByteArray("2026-02-03 00:30:00 +0100") << false << third;
        QTest::newRow("SQL") << QByteArray("1996-07-04 00:00:00.000") << false << QDate(1996, 7, 4);
        QTest::newRow("last century") << QByteArray("12/31/99") << false << QDate(1999, 12, 31);
        QTest::newRow("no such day") << QByteArray("2026-02-30") << false << QDate();
        QTest::newRow("month 13") << QByteArray("13/13/26") << false << QDate();
        QTest::newRow("text") << QByteArray("soon") << false << QDate();
        QTest::newRow("more behind") << QByteArray("2026-02-03x") << false << QDate();
        QTest::newRow("mixed signs") << QByteArray("2026-02/03") << false << QDate();
    }
    void readsDays()
    {
        QFETCH(QByteArray, cell);
        QFETCH(bool, dayFirst);
        QFETCH(QDate, day);
        const auto result = parseDay(cell, CellStyle{'.', dayFirst});
        QCOMPARE(result ? result.value() : QDate(), day);
    }
    void readsInstants_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("iso");
        QTest::newRow("Shopify") << QByteArray("2026-02-03 10:11:02 +0100") << "2026-02-03T09:11:02.000Z";
        QTest::newRow("summer time") << QByteArray("2026-03-29 03:30:00 +02:00") << "2026-03-29T01:30:00.000Z";
        QTest::newRow("west") << QByteArray("2026-01-01T00:00:00-0530") << "2026-01-01T05:30:00.000Z";
        QTest::newRow("ISO") << QByteArray("2026-02-03T10:11:02.5Z") << "2026-02-03T10:11:02.500Z";
        QTest::newRow("UTC by name") << QByteArray("2026-02-03 10:11:02 UTC") << "2026-02-03T10:11:02.000Z";
        QTest::newRow("no offset") << QByteArray("1996-07-04 00:00:00.000") << "1996-07-04T00:00:00.000Z";
        QTest::newRow("day alone") << QByteArray("2026-02-03") << "2026-02-03T00:00:00.000Z";
        QTest::newRow("Kickstarter") << QByteArray("2013/05/08, 17:31") << "2013-05-08T17:31:00.000Z";
        QTest::newRow("afternoon") << QByteArray("02/03/26 01:05 PM") << "2026-02-03T13:05:00.000Z";
        QTest::newRow("midnight") << QByteArray("02/03/26 12:05 am") << "2026-02-03T00:05:00.000Z";
        QTest::newRow("hour 25") << QByteArray("2026-02-03 25:00:00") << "";
        QTest::newRow("bad offset") << QByteArray("2026-02-03 10:00:00 +9999") << "";
    }
    void readsInstants()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, iso);
        const auto result = parseInstant(cell, CellStyle());
        QCOMPARE(result ? toIso(result.value()) : QString(), iso);
    }
    void codesStayText()
    {
        QCOMPARE(codeOf("'01067").toByteArray(), "01067");
        QCOMPARE(codeOf("=\"01067\"").toByteArray(), "01067");
        QCOMPARE(codeOf(" 007 ").toByteArray(), "007");
        QCOMPARE(codeOf("10.0").toByteArray(), "10.0");
        QCOMPARE(wholeCodeOf("17850.0").toByteArray(), "17850");
        QCOMPARE(wholeCodeOf("A.0").toByteArray(), "A.0");
        QCOMPARE(textOf("'=SUM(A1)"), QStringLiteral("=SUM(A1)"));
        QCOMPARE(textOf("'t Hooft"), QStringLiteral("'t Hooft"));
        QCOMPARE(textOf(QByteArrayView("a\0b", 3)), QStringLiteral("ab"));
    }
    void skusFromNamesAreStable()
    {
        QCOMPARE(skuFromName(QStringLiteral("Lantern - Dusk - Pre-order")), QStringLiteral("lantern-dusk-pre-order"));
        QCOMPARE(skuFromName(QStringLiteral("☂ ☂")).size(), 13);
        QVERIFY(skuFromName(QString(500, u'x')).size() <= 60);
        QVERIFY(skuFromName(QString(500, u'x')) != skuFromName(QString(501, u'x')));
    }
    void columnsTellTheirStyle()
    {
        const auto styleOf = [](std::initializer_list<QByteArrayView> cells) {
            CellStyleEvidence evidence;
            for (const QByteArrayView cell : cells)
                evidence.see(cell);
            return evidence.style(CellStyle{'?', false});
        };
        QCOMPARE(styleOf({"261,96", "5"}).decimalSign, ',');
        QCOMPARE(styleOf({"12.50 €"}).decimalSign, '.');
        QCOMPARE(styleOf({"1.234,50"}).decimalSign, ',');
        QCOMPARE(styleOf({"1,234,567"}).decimalSign, '.');
        QCOMPARE(styleOf({"1,000", "7"}).decimalSign, '?');
        QVERIFY(styleOf({"13/02/26"}).dayBeforeMonth);
        QVERIFY(!styleOf({"02/13/26", "01/02/26"}).dayBeforeMonth);
    }
};

QTEST_APPLESS_MAIN(CellsTest)
#include "cellstest.moc"
