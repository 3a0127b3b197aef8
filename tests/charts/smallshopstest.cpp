// Charts of shops so small that each figure is known beforehand.
#include "models/charts/demandquestion.h"
#include "models/charts/periods.h"
#include "models/domain/daytext.h"
#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "tests/support/testdatabase.h"

#include <algorithm>

using namespace waitline;
using namespace waitline::test;

class SmallShopsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theMeanKnowsWhatWasSoldBeforeItsOwnPeriods_data() { eachDatabase(); }
    void theMeanKnowsWhatWasSoldBeforeItsOwnPeriods()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("CAJUN");
        terms.name = QStringLiteral("Cajun seasoning");
        must(ProductService(connection).add(terms, callerAt()));
        constexpr int minutesAWeek = 7 * 24 * 60;
        const auto sell = [&](int week, Units units) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Eck");
            draft.lines = {{terms.sku, units, {}}};
            must(OrderService(connection).place(draft, callerAt(week * minutesAWeek)));
        };
        DemandQuestion question;
        question.chart = DemandChart::OverTime;
        question.today = callerAt(29 * minutesAWeek).today().addDays(7);
        question.scope.from = question.today.addDays(-28);
        question.scope.to = question.today;
        sell(26, 13);
        // New in week 26: none of the periods has thirteen before it that count.
        for (const auto &mean : must(demandSheet(connection, question)).series.back().values)
            QVERIFY(!mean);
        // Sold long before and not since, the empty weeks are as real as others.
        TestDatabase other(database.location().kind);
        must(ProductService(other.connection()).add(terms, callerAt()));
        for (const int week : {0, 26}) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Eck");
            draft.lines = {{terms.sku, 13, {}}};
            must(OrderService(other.connection()).place(draft, callerAt(week * minutesAWeek)));
        }
        const ChartSheet sheet = must(demandSheet(other.connection(), question));
        QCOMPARE(sheet.points.size(), size_t(5));
        for (const auto &mean : sheet.series.back().values)
            QCOMPARE(mean.value_or(-1), 1.0);
    }
    void aProductWithoutACostHasNoMarginAndIsNotPromoted_data() { eachDatabase(); }
    void aProductWithoutACostHasNoMarginAndIsNotPromoted()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        struct Sold {
            const char *sku;
            Money cost;
            Units before;
            Units recent;
        };
        const Sold all[] = {{"AA", 4000, 41, 83}, {"BB", 6000, 20, 20}, {"CC", 0, 30, 60}, {"DD", 0, 30, 30}, {"EE", 0, 40, 10}};
        for (const Sold &each : all) {
            ProductTerms terms;
            terms.sku = QString::fromLatin1(each.sku);
            terms.name = terms.sku;
            terms.price = 10000;
            terms.cost = each.cost;
            must(ProductService(connection).add(terms, callerAt()));
            must(CountService(connection).count(terms.sku, 2000, QStringLiteral("opening"), callerAt(1)));
            constexpr int minutesADay = 24 * 60;
            for (const auto &[day, units] : {std::pair(10, each.before), std::pair(130, each.recent)}) {
                OrderDraft draft;
                draft.customer = QStringLiteral("Eck");
                draft.lines = {{terms.sku, units, {}}};
                must(OrderService(connection).place(draft, callerAt(day * minutesADay)));
            }
        }
        DemandQuestion question;
        question.chart = DemandChart::Promote;
        question.today = callerAt().today().addDays(150);
        const ChartSheet promote = must(demandSheet(connection, question));
        QCOMPARE(promote.rows.size(), size_t(1));
        QCOMPARE(promote.rows[0][0].toString(), QStringLiteral("AA"));
        QCOMPARE(promote.rows[0][6].toDouble(), .6);
        QVERIFY2(promote.filter.contains(QStringLiteral("margin at least 50.0 %")), qPrintable(promote.filter)); // of AA and BB alone
        QVERIFY2(promote.filter.contains(QStringLiteral("left out, for no cost is entered: 1 product")), qPrintable(promote.filter));
        question.chart = DemandChart::Clear;
        const ChartSheet clear = must(demandSheet(connection, question));
        const auto row =
            std::find_if(clear.rows.begin(), clear.rows.end(), [](const QVariantList &each) { return each[0].toString() == u"EE"; });
        QVERIFY(row != clear.rows.end());
        QVERIFY((*row)[6].isNull() && (*row)[10].isNull());
        const ChartPoint &point = clear.points[size_t(row - clear.rows.begin())];
        QVERIFY2(point.words.contains(QStringLiteral("no cost is entered")), qPrintable(point.words));
        // The bar, its words and the table tell the same days.
        const QString days = QStringLiteral("%1 days").arg(QLocale().toString((*row)[8].toLongLong()));
        QVERIFY2(point.label.contains(days) && point.words.contains(days), qPrintable(point.label + point.words + days));
        question.scope.products = {must(ProductService(connection).show(QStringLiteral("CC"))).id};
        question.chart = DemandChart::Promote;
        const ChartSheet none = must(demandSheet(connection, question));
        QVERIFY(none.isEmpty());
        QVERIFY2(none.emptySentence.contains(QStringLiteral("without a cost entered: 1 product")), qPrintable(none.emptySentence));
    }
    void everyPeriodAskedForIsShownThoughOneOrderIsAll()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("ONE");
        terms.name = QStringLiteral("The one");
        terms.price = 1000;
        must(ProductService(connection).add(terms, callerAt()));
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        draft.lines = {{terms.sku, 1, {}}};
        must(OrderService(connection).place(draft, callerAt()));
        DemandQuestion question;
        question.today = callerAt().today().addDays(14);
        question.scope.from = startOfPeriod(question.today, Period::Week).addDays(-63);
        question.scope.to = question.today;
        for (const DemandChart chart : {DemandChart::OverTime, DemandChart::FillRate, DemandChart::Buyers, DemandChart::KeepRate}) {
            question.chart = chart;
            QCOMPARE(must(demandSheet(connection, question)).points.size(), size_t(10));
        }
        question.chart = DemandChart::Classes;
        const ChartSheet classes = must(demandSheet(connection, question));
        QCOMPARE(classes.gridColumns.last(), QStringLiteral("N: not enough history"));
        QCOMPARE(classes.rows.back()[0].toString(), QStringLiteral("AN"));
        question.scope.from = QDate(1970, 1, 1);
        question.chart = DemandChart::Buyers;
        QCOMPARE(must(demandSheet(connection, question)).points.size(), size_t(3));
    }
    void theHeadNamesTheProductAsItIsCalledNow()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        ProductService products(connection);
        for (const char *sku : {"QQ", "RR"}) {
            ProductTerms terms;
            terms.sku = QString::fromLatin1(sku);
            terms.name = QStringLiteral("Backorder  gizmo ") + terms.sku;
            must(products.add(terms, callerAt()));
            OrderDraft draft;
            draft.customer = QStringLiteral("Eck");
            draft.lines = {{terms.sku, 2, {}}};
            must(OrderService(connection).place(draft, callerAt(1)));
        }
        DemandQuestion question;
        question.today = callerAt().today();
        question.scope.from = question.today.addDays(-20);
        question.scope.to = question.today;
        question.scopeText = QStringLiteral("All products");
        QVERIFY(must(demandSheet(connection, question)).filter.endsWith(QStringLiteral("All products with such orders")));
        question.scopeText.clear();
        question.scope.products = {must(products.show(QStringLiteral("QQ"))).id};
        const QString day = dayText(question.today);
        QCOMPARE(must(demandSheet(connection, question)).filter, QStringLiteral("QQ Backorder gizmo QQ · On ") + day);
        must(products.change(
            QStringLiteral("QQ"),
            [](ProductTerms &terms) {
                terms.name = QStringLiteral("Gadget");
                return Result<Done>(Done{});
            },
            callerAt(2)));
        QCOMPARE(must(demandSheet(connection, question)).filter, QStringLiteral("QQ Gadget · On ") + day);
        question.chart = DemandChart::OverTime;
        QVERIFY(must(demandSheet(connection, question)).filter.startsWith(QStringLiteral("QQ Gadget · ")));
    }
};

QTEST_GUILESS_MAIN(SmallShopsTest)
#include "smallshopstest.moc"
