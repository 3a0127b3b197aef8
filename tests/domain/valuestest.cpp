#include "models/domain/caps.h"
#include "models/domain/currencycodes.h"
#include "models/domain/eta.h"
#include "models/domain/foldedtext.h"
#include "models/domain/lots.h"
#include "models/domain/rank.h"
#include "models/domain/spelling.h"

#include <QTest>

using namespace waitline;

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCurrencyThatIsEnteredIsOneOfIso4217()
    {
        for (const char *code : {"EUR", "jpy", " KWD ", "ZWG"})
            QVERIFY2(enteredCurrency(QString::fromLatin1(code)), code);
        for (const char *code : {"YEN", "EU", "XXX", "EUR USD", ""})
            QVERIFY2(!enteredCurrency(QString::fromLatin1(code)), code);
        QVERIFY(Currency::fromCode(QStringLiteral("XTS"))); // what a database holds is read all the same
    }
    void moneyIsReadExactly_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("euro") << "EUR"
                              << "12.50" << true << qint64(1250);
        QTest::newRow("one decimal") << "EUR"
                                     << "12.5" << true << qint64(1250);
        QTest::newRow("negative") << "EUR"
                                  << "-0.01" << true << qint64(-1);
        QTest::newRow("trailing zeros") << "EUR"
                                        << "1.5000" << true << qint64(150);
        QTest::newRow("too fine") << "EUR"
                                  << "1.005" << false << qint64(0);
        QTest::newRow("yen") << "JPY"
                             << "1200" << true << qint64(1200);
        QTest::newRow("yen with decimals") << "JPY"
                                           << "1.5" << false << qint64(0);
        QTest::newRow("dinar") << "KWD"
                               << "1.234" << true << qint64(1234);
        QTest::newRow("word") << "EUR"
                              << "ten" << false << qint64(0);
        QTest::newRow("empty") << "EUR"
                               << "" << false << qint64(0);
        QTest::newRow("two points") << "EUR"
                                    << "1.2.3" << false << qint64(0);
        QTest::newRow("huge") << "EUR"
                              << "99999999999999999999" << false << qint64(0);
    }
    void moneyIsReadExactly()
    {
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QFETCH(bool, ok);
        QFETCH(qint64, minor);
        const auto parsed = Currency::fromCode(currency)->parse(text, "price");
        QCOMPARE(parsed.isOk(), ok);
        if (ok)
            QCOMPARE(*parsed, minor);
        else
            QCOMPARE(parsed.error().field, QString("price"));
    }

    void moneyIsWrittenAsItIsRead()
    {
        QCOMPARE(Currency{}.toDecimal(-5), QString("-0.05"));
        QCOMPARE((Currency{"JPY", 0}.toDecimal(1200)), QString("1200"));
        QCOMPARE((Currency{"KWD", 3}.toDecimal(1)), QString("0.001"));
    }

    void depositsAreShareOrAmount()
    {
        const auto share = DepositTerms::parse("30%", Currency{});
        QCOMPARE(share->required(10, 700), Money(2100));
        QCOMPARE(DepositTerms::parse("5.00", Currency{})->required(3, 700), Money(1500));
        QCOMPARE(DepositTerms::parse("5.00", Currency{})->required(3, 400), Money(1200)); // never more than the goods
        QCOMPARE(DepositTerms::parse("12.5%", Currency{})->text(Currency{}), QString("12.50%"));
        QVERIFY(!DepositTerms::parse("120%", Currency{}).isOk());
        QVERIFY(!DepositTerms::parse("-1", Currency{}).isOk());
    }

    void etaIsTheDayTheSupplyReachesTheLine()
    {
        const QDate today(2026, 10, 1);
        const std::vector<Supply> supplies{{40, QDate(2026, 10, 14), {118}}, {10, QDate(2026, 11, 2), {119}}};
        QCOMPARE(coverage(0, supplies, 14, 6, today, {}).eta, QDate(2026, 10, 14));
        QCOMPARE(coverage(0, supplies, 40, 1, today, {}).coveredBy->value, qint64(119));
        const Coverage part = coverage(0, supplies, 45, 6, today, {});
        QVERIFY(!part.isCovered());
        QCOMPARE(part.partly, Units(5));
        QCOMPARE(part.partlyOn, QDate(2026, 11, 2));
        QCOMPARE(part.partlyBy->value, qint64(119));
        QVERIFY(!part.whole().partlyBy && !coverage(0, supplies, 50, 6, today, {}).partlyBy);
        QCOMPARE(coverage(20, {}, 14, 6, today, {}).eta, today);
        QCOMPARE(coverage(0, supplies, 0, 6, today, QDate(2027, 3, 3)).eta, QDate(2027, 3, 3));
        QCOMPARE(coverage(0, supplies, 0, 6, QDate(2026, 10, 20), {}).eta, QDate(2026, 10, 20));
    }

    void capsSayHowManyCouldBeSold()
    {
        ProductTerms terms;
        terms.editionSize = 100;
        terms.customerLimit = 4;
        StockFigures stock;
        stock.waitingPreorder = 97;
        QVERIFY(checkCaps(terms, stock, 0, std::vector<Units>{3}, true).isGranted());
        const CapVerdict edition = checkCaps(terms, stock, 0, std::vector<Units>{2, 2}, true);
        QCOMPARE(edition.sellable, Units(3));
        QVERIFY(edition.stoppedBy == CapKind::Edition);
        const CapVerdict customer = checkCaps(terms, stock, 3, std::vector<Units>{2}, true);
        QCOMPARE(customer.sellable, Units(1));
        QVERIFY(customer.stoppedBy == CapKind::PerCustomer);
    }

    void theBackorderLimitSparesWhatIsInStock()
    {
        ProductTerms terms;
        terms.backorderLimit = 0;
        StockFigures stock;
        stock.onHand = 5;
        QVERIFY(checkCaps(terms, stock, 0, std::vector<Units>{5}, false).isGranted());
        QCOMPARE(checkCaps(terms, stock, 0, std::vector<Units>{6}, false).sellable, Units(5));
        terms.backorderLimit = 3;
        QVERIFY(checkCaps(terms, stock, 0, std::vector<Units>{8}, false).isGranted());
        QVERIFY(!checkCaps(terms, stock, 0, std::vector<Units>{9}, false).isGranted());
        QVERIFY(checkCaps(terms, stock, 0, std::vector<Units>{9}, true).isGranted());
        terms.policy = AllocationPolicy::WholeLines;
        QVERIFY(!checkCaps(terms, stock, 0, std::vector<Units>{8}, false).isGranted());
    }

    void ranksOrderByPriorityThenTimeThenLine()
    {
        QVERIFY(RankKey::natural(5, 200, {9}) < RankKey::natural(0, 100, {1}));
        QVERIFY(RankKey::natural(0, 100, {9}) < RankKey::natural(0, 200, {1}));
        QVERIFY(RankKey::natural(0, 100, {1}) < RankKey::natural(0, 100, {2}));
    }

    void movedLinesStandDirectlyBesideTheirAnchor()
    {
        const RankKey anchor = RankKey::natural(0, 100, {5});
        RankKey nearest = beside(anchor, Side::Before, nullptr);
        QVERIFY(nearest < anchor);
        for (int i = 0; i < 39; ++i) {
            const RankKey next = beside(anchor, Side::Before, &nearest);
            QVERIFY(nearest < next && next < anchor);
            nearest = next;
        }
        const RankKey after = beside(anchor, Side::After, nullptr);
        QVERIFY(anchor < after && after < RankKey::natural(0, 100, {6}));
    }

    void aMovedLineIsNeverGivenTheKeyOfTheLineBesideIt()
    {
        const RankKey own = RankKey::natural(0, 100, {5});
        const RankKey before = beside(own, Side::Before, nullptr);
        const RankKey behindIt = beside(before, Side::After, nullptr);
        QVERIFY(before < behindIt && behindIt < own && behindIt.isMoved());
        const RankKey after = beside(own, Side::After, nullptr);
        const RankKey aheadOfIt = beside(after, Side::Before, &before);
        QVERIFY(own < aheadOfIt && aheadOfIt < after && aheadOfIt.isMoved());
    }

    void whatShipsIsWhatTheLineHeldLongest()
    {
        const std::vector<AllocationStep> steps{{{1}, 5, false, {}}, {{2}, 5, false, {}}, {{3}, -6, true, {}}, {{4}, -2, false, {}}};
        const LineLots lots = replayLots(steps);
        QCOMPARE(lots.shipped.at({1}), Units(5));
        QCOMPARE(lots.shipped.at({2}), Units(1));
        QVERIFY(!lots.held.contains({1}));
        QCOMPARE(lots.held.at({2}), Units(2));
    }

    void aVoidTakesItsOwnUnitsFirst()
    {
        const std::vector<AllocationStep> steps{{{1}, 5, false, {}}, {{2}, 5, false, {}}, {{3}, -5, false, {1}}};
        QCOMPARE(replayLots(steps).held.at({2}), Units(5));
    }

    void aCartonsBarcodeSaysWhatItHolds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read"); ///< "" where it is refused
        const QString carton = QStringLiteral("4010 4020×12");
        for (const char *typed : {"4010 4020×12", "4010, 4020*12", "4010;4020x12", "4010 4020X12", "4010 4020=12"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << carton;
        QTest::newRow("one alone") << QStringLiteral("4020×1") << QStringLiteral("4020");
        QTest::newRow("letters") << QStringLiteral("BOX12 id=12 *A*") << QStringLiteral("BOX12 id=12 *A*");
        for (const char *typed : {"×12", "4020=", "4020=many", "4020x", "4010 4010×12", "4020=0", "4020=99999999999999999999"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString();
    }
    void aCartonsBarcodeSaysWhatItHolds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        ProductTerms terms;
        const auto done = readBarcodes(typed, terms);
        QCOMPARE(bool(done), !read.isEmpty());
        if (done)
            QCOMPARE(barcodesText(terms), read);
        else
            QCOMPARE(done.error().field, QStringLiteral("barcode"));
    }
    void searchTextFoldsCaseAndAccents()
    {
        QCOMPARE(folded(QString("Müller  &  SØN")), QString("muller & søn"));
        QCOMPARE(folded(QString("STRASSE ÉCLAIR")), QString("strasse eclair"));
    }

    void aWordIsFoundHoweverItIsSpelled()
    {
        QCOMPARE(spellings(u"lamp").front(), QString("lamp"));
        QVERIFY(spellings(u"mueller").contains(QString("muller")));
        QCOMPARE(spellings(u"Müller").front(), QString("muller"));
        QVERIFY(spellings(u"Müller").contains(QString("mueller")));
        QCOMPARE(spellings(u"Straße"), (QStringList{QString("straße"), QString("strasse")}));
        QVERIFY(spellings(u"strasse").contains(QString("straße")));
        QCOMPARE(nameKey(u"Straße"), nameKey(u"Strasse"));
        QVERIFY(spellings(u"lukasz").contains(QString("łukasz")));
        QVERIFY(spellings(u"Soenke").contains(QString("sønke")));
        // No umlauts: what ends a word, and diphthongs of their own.
        QCOMPARE(spellings(u"blue").contains(QString("blu")), false);
        QCOMPARE(spellings(u"bauer").contains(QString("baur")), false);
        QCOMPARE(spellings(u"queen").contains(QString("quen")), false);
        QCOMPARE(spellings(u"shoe").contains(QString("sho")), false);
        QVERIFY(spellings(u"aeoeueaeoeueaeoeuex").size() <= 13);
        QVERIFY(spellings(u"").isEmpty());
    }
    void namesThatAreLikelyOneHaveOneKey()
    {
        for (const char *name : {"Hans Müller", "HANS MUELLER", "Müller, Hans", "  Mueller Hans. "})
            QCOMPARE(nameKey(QString::fromUtf8(name)), nameKey(u"Hans Müller"));
        QCOMPARE(nameKey(u"Søren Łukasz"), nameKey(u"Soeren Lukasz"));
        QVERIFY(nameKey(u"Hans Müller") != nameKey(u"Hans Maller"));
        QVERIFY(nameKey(u"...").isEmpty());
    }

    void daysAndInstantsAgree()
    {
        QCOMPARE(dayOf(0), QDate(1970, 1, 1));
        QCOMPARE(dayOf(-1), QDate(1969, 12, 31));
        QCOMPARE(toDayNumber(QDate(1970, 1, 2)), DayNumber(1));
        QCOMPARE(toIso(*instantFromIso("2026-10-14T11:30:00+02:00")), QString("2026-10-14T09:30:00.000Z"));
        QCOMPARE(*instantFromIso("2026-10-14T09:30:00"), *instantFromIso("2026-10-14T09:30:00Z"));
        QVERIFY(!instantFromIso("yesterday"));
    }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "valuestest.moc"
