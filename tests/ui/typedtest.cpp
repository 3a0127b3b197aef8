#include "ui/forms/typed.h"
#include "models/tables/celltext.h"

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
