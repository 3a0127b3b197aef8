#include "ui/forms/typed.h"
#include "models/tables/celltext.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace waitline;

class TypedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void daysAreSaidFromToday_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");
        QTest::newRow("today") << "t" << QDate(2026, 3, 20);
        QTest::newRow("tomorrow") << "+" << QDate(2026, 3, 21);
        QTest::newRow("yesterday") << "-" << QDate(2026, 3, 19);
        QTest::newRow("in a week") << "+7" << QDate(2026, 3, 27);
        QTest::newRow("two weeks") << "w2" << QDate(2026, 4, 3);
        QTest::newRow("day of this month") << "25" << QDate(2026, 3, 25);
        QTest::newRow("day of the next month") << "3" << QDate(2026, 4, 3);
        QTest::newRow("a day April has not") << "31" << QDate(2026, 3, 31);
        QTest::newRow("ISO") << "2026-10-14" << QDate(2026, 10, 14);
        QTest::newRow("as it is shown") << dayText(QDate(2026, 10, 14)) << QDate(2026, 10, 14);
    }
    void daysAreSaidFromToday()
    {
        QFETCH(QString, text);
        QFETCH(QDate, day);
        const auto typed = typedDay(text, QDate(2026, 3, 20), QStringLiteral("promise"));
        QVERIFY2(typed, typed ? "" : qPrintable(typed.error().message));
        QCOMPARE(**typed, day);
    }
    void daysAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");
        const auto row = [](const char *locale, const char *text, QDate day) {
            QTest::addRow("%s in %s", text, locale) << QString::fromLatin1(locale) << QString::fromUtf8(text) << day;
        };
        for (const char *locale : {"de_DE", "en_GB", "en_US", "fr_FR", "C"}) {
            row(locale, "31.12.2026", {2026, 12, 31});
            row(locale, "31.12.26", {2026, 12, 31});
            row(locale, "3.1.", {2027, 1, 3});
            row(locale, "31.12", {2026, 12, 31});
            row(locale, "20.3.", {2026, 3, 20});
            row(locale, "29.2.", {2028, 2, 29});
            row(locale, "15 Jan", {2027, 1, 15});
            row(locale, "15 Jan 2027", {2027, 1, 15});
            row(locale, "15 january 2028", {2028, 1, 15});
            row(locale, "2026-10-14", {2026, 10, 14});
            row(locale, "Dec 24", {2026, 12, 24});
            row(locale, "24 Dec", {2026, 12, 24});
            row(locale, "24.12.", {2026, 12, 24});
            row(locale, "24-Dec-2026", {2026, 12, 24});
            row(locale, "December 24, 2026", {2026, 12, 24});
            row(locale, "Mar 3rd", {2027, 3, 3});
        }
        for (const char *locale : {"de_DE", "en_GB", "fr_FR", "C"}) {
            row(locale, "31/12/2026", {2026, 12, 31});
            row(locale, "3/1", {2027, 1, 3});
        }
        row("en_US", "12/31/2026", {2026, 12, 31});
        row("en_US", "12/31/26", {2026, 12, 31});
        row("en_US", "1/3", {2027, 1, 3});
        row("de_DE", "15. März", {2027, 3, 15});
        row("de_DE", "15. Dez. 2026", {2026, 12, 15});
        row("de_DE", "Dez. 15", {2026, 12, 15});
        row("es_ES", "15 de diciembre de 2026", {2026, 12, 15});
        row("nl_NL", "31-12-2026", {2026, 12, 31});
    }
    void daysAreReadAsTheyAreWritten()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QDate, day);
        QLocale::setDefault(QLocale(locale));
        const auto typed = typedDay(text, QDate(2026, 3, 20), QStringLiteral("promise"));
        QVERIFY2(typed, typed ? "" : qPrintable(typed.error().message));
        QCOMPARE(**typed, day);
    }
    void daysShowFourDigitsOfTheYearAndAreReadBack()
    {
        const QDate day(2026, 12, 31);
        for (const char *locale : {"de_DE", "en_GB", "en_US", "fr_FR", "sv_SE", "ja_JP", "cs_CZ", "nl_NL", "pl_PL", "C"}) {
            QLocale::setDefault(QLocale(QLatin1String(locale)));
            QVERIFY2(dayText(day).contains(QStringLiteral("2026")), locale);
            QCOMPARE(**typedDay(dayText(day), QDate(2026, 3, 20), QStringLiteral("promise")), day);
        }
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(dayText(day), QStringLiteral("31.12.2026"));
        QVERIFY(instantText(QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch()).startsWith(QStringLiteral("31.12.2026 ")));
    }
    void noSuchDayIsNone()
    {
        for (const char *text : {"31.2.2026", "32.1.", "30 Feb", "15 Ja", "1.13.2026", "15 January 2027 x", "Dec 2026", "Dec 32"})
            QVERIFY2(!typedDay(QString::fromLatin1(text), QDate(2026, 3, 20), {}), text);
    }
    void whatIsNoDayIsRefusedInWords()
    {
        const auto typed = typedDay(QStringLiteral("soon"), QDate(2026, 3, 20), QStringLiteral("promise"));
        QVERIFY(!typed);
        QCOMPARE(typed.error().field, QStringLiteral("promise"));
        QVERIFY(typed.error().message.contains(QStringLiteral("“soon” is not a day")));
    }
    void amountsAreReadByTheLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Money>("amount");
        QTest::newRow("plain") << "en_US"
                               << "1204.5" << Money(120450);
        QTest::newRow("grouped") << "en_US"
                                 << "1,204.50" << Money(120450);
        QTest::newRow("German") << "de_DE"
                                << "1.204,50" << Money(120450);
        QTest::newRow("German, thousands only") << "de_DE"
                                                << "1.204" << Money(120400);
        QTest::newRow("German, with a point") << "de_DE"
                                              << "12.5" << Money(1250);
        QTest::newRow("German, with a comma") << "de_DE"
                                              << "12,5" << Money(1250);
        QTest::newRow("German, in English") << "de_DE"
                                            << "1,500.00" << Money(150000);
        QTest::newRow("English, in German") << "en_US"
                                            << "1.500,00" << Money(150000);
        QTest::newRow("English, a million in German") << "en_US"
                                                      << "1.500.000,5" << Money(150000050);
        QTest::newRow("French blanks") << "fr_FR" << QStringLiteral("1\u202f500,25") << Money(150025);
        QTest::newRow("Swiss") << "de_CH" << QStringLiteral("1\u2019500.25") << Money(150025);
        QTest::newRow("Indian") << "en_IN"
                                << "1,50,000.00" << Money(15000000);
        QTest::newRow("groups alone") << "en_US"
                                      << "1.500.000" << Money(150000000);
    }
    void groupsThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"1.00,00", "1,00.00", "1.0.0", "1,,500", "1.500,00.", "12,34,5", "1234,500.00", ",500.00", "1.500,00,00"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void groupsThatAreNoneAreRefused()
    {
        QFETCH(QString, text);
        for (const char *locale : {"en_US", "de_DE"}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(locale)));
            const auto typed = typedMoney(text, Currency{}, QStringLiteral("amount"));
            QVERIFY2(!typed, qPrintable(QStringLiteral("%1 is read as %2").arg(text).arg(typed ? *typed : 0)));
            QVERIFY2(typed.error().message.contains(text), qPrintable(typed.error().message));
        }
    }
    void amountsAreReadByTheLocale()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(Money, amount);
        QLocale::setDefault(QLocale(locale));
        const auto typed = typedMoney(text, Currency{}, QStringLiteral("price"));
        QVERIFY2(typed, typed ? "" : qPrintable(typed.error().message));
        QCOMPARE(*typed, amount);
        QCOMPARE(*typedMoney(moneyToType(amount, Currency{}), Currency{}, QStringLiteral("price")), amount);
    }
    void anAmountThatIsMissingIsSaidToBe()
    {
        const auto typed = typedMoney(QStringLiteral(" "), Currency{}, QStringLiteral("amount"));
        QVERIFY(!typed);
        QVERIFY2(typed.error().message.startsWith(QStringLiteral("No amount is given")), qPrintable(typed.error().message));
    }
    void unitsAreWholeNumbers()
    {
        QCOMPARE(*typedUnits(QStringLiteral(" 12 "), QStringLiteral("line")), Units(12));
        QVERIFY(!typedUnits(QStringLiteral("1.5"), QStringLiteral("line")));
        QVERIFY(!typedUnits(QString(), QStringLiteral("line")));
        QVERIFY(!typedUnitsOrNone(QString(), QStringLiteral("line"))->has_value());
    }
};

QTEST_GUILESS_MAIN(TypedTest)
#include "typedtest.moc"
