#include "models/charts/charttable.h"
#include "models/charts/demandquestion.h"
#include "models/charts/periods.h"
#include "models/services/demandseries.h"
#include "models/tables/celltext.h"
#include "tests/support/busyshop.h"

#include <QAbstractItemModelTester>

using namespace waitline;
using namespace waitline::test;

namespace {

qint64 sql(Connection &connection, const QString &text)
{
    Rows rows = connection.run(text, {});
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

class DemandChartsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void barsAndTheRestAddUpToAllThatWaits_data() { eachDatabase(); }
    void barsAndTheRestAddUpToAllThatWaits()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const DemandBars bars = must(demandBars(connection, {DemandBarsQuestion::Measure::Waiting, {}, {}, 4}));
        QCOMPARE(int(bars.bars.size()), 4);
        DemandBar all = bars.rest;
        Units before = std::numeric_limits<Units>::max();
        for (const DemandBar &bar : bars.bars) {
            QVERIFY(bar.units() <= before);
            before = bar.units();
            const QString of = QStringLiteral(" FROM waiting_line WHERE product_id = %1").arg(bar.product.value);
            QCOMPARE(bar.preorder, sql(connection, u"SELECT CAST(COALESCE(SUM(units * preorder), 0) AS BIGINT)"_qs + of));
            QCOMPARE(bar.units(), sql(connection, u"SELECT CAST(SUM(units) AS BIGINT)"_qs + of));
            QCOMPARE(bar.value, sql(connection, u"SELECT CAST(SUM(units * unit_price) AS BIGINT)"_qs + of));
            all.preorder += bar.preorder;
            all.backorder += bar.backorder;
            all.value += bar.value;
        }
        QCOMPARE(all.units(), sql(connection, QStringLiteral("SELECT CAST(SUM(units) AS BIGINT) FROM waiting_line")));
        QCOMPARE(all.preorder, sql(connection, QStringLiteral("SELECT CAST(SUM(units * preorder) AS BIGINT) FROM waiting_line")));
        QCOMPARE(all.value, sql(connection, QStringLiteral("SELECT CAST(SUM(units * unit_price) AS BIGINT) FROM waiting_line")));
        QCOMPARE(bars.restProducts, sql(connection, QStringLiteral("SELECT COUNT(DISTINCT product_id) FROM waiting_line")) - 4);
    }
    void barsOfAPeriodCountItsOrders_data() { eachDatabase(); }
    void barsOfAPeriodCountItsOrders()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const QDate day = callerAt().today();
        const DemandBars bars = must(demandBars(connection, {DemandBarsQuestion::Measure::Ordered, day, day, 3}));
        DemandBar all = bars.rest;
        for (const DemandBar &bar : bars.bars) {
            const QString of = QStringLiteral(" FROM order_line WHERE product_id = %1").arg(bar.product.value);
            QCOMPARE(bar.preorder, sql(connection, u"SELECT CAST(COALESCE(SUM(ordered * preorder), 0) AS BIGINT)"_qs + of));
            QCOMPARE(bar.backorder, sql(connection, u"SELECT CAST(COALESCE(SUM(backordered), 0) AS BIGINT)"_qs + of));
            all.preorder += bar.preorder;
            all.backorder += bar.backorder;
        }
        QCOMPARE(all.units(),
                 sql(connection, QStringLiteral("SELECT CAST(SUM(ordered * preorder + backordered) AS BIGINT) FROM order_line")));
        QVERIFY(must(demandBars(connection, {DemandBarsQuestion::Measure::Ordered, day.addDays(1), day.addDays(9), 3})).bars.empty());
    }
    void everyPeriodHasABucketAndTheyAddUp_data() { eachDatabase(); }
    void everyPeriodHasABucketAndTheyAddUp()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const ProductId lamp = must(ProductService(connection).show(busySku(1))).id;
        const QDate day = callerAt().today();
        const QString units = QStringLiteral("SELECT CAST(SUM(ordered) AS BIGINT) FROM order_line");
        for (ProductId product : {ProductId{}, lamp}) {
            const QString of = product.isValid() ? QStringLiteral(" WHERE product_id = %1").arg(product.value) : QString();
            for (auto [by, count] : {std::pair(Period::Day, 61), std::pair(Period::Week, 10), std::pair(Period::Month, 4)}) {
                const DemandOverTime series = must(demandOverTime(connection, {product, day.addDays(-30), day.addDays(30), by}));
                QCOMPARE(int(series.buckets.size()), count);
                Units ordered = 0;
                for (const DemandBucket &bucket : series.buckets) {
                    QVERIFY(bucket.units() == 0 || bucket.start == startOfPeriod(day, by));
                    ordered += bucket.units();
                }
                QCOMPARE(ordered, sql(connection, units + of));
            }
        }
    }
    void aScopeNarrowsBarsAndPeriodsToItsLines_data() { eachDatabase(); }
    void aScopeNarrowsBarsAndPeriodsToItsLines()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        draft.campaign = QStringLiteral("SPRING");
        draft.lines = {{busySku(0), 3, {}}, {busySku(2), 4, {}}};
        must(OrderService(connection).place(draft, callerAt(400)));
        const QDate day = callerAt().today();
        const QString of =
            QStringLiteral(" FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id WHERE ");
        DemandScope scope;
        scope.from = day;
        scope.to = day;
        const auto compare = [&](const DemandScope &narrow, const QString &where) {
            const DemandOverTime series = must(scopedOverTime(connection, {{}, day, day, Period::Day}, narrow));
            QCOMPARE(series.buckets[0].units(), sql(connection, u"SELECT CAST(COALESCE(SUM(l.ordered), 0) AS BIGINT)"_qs + of + where));
            const DemandBars bars =
                must(scopedBars(connection, {DemandBarsQuestion::Measure::Ordered, day, day, 50}, narrow, MostBy::Value));
            Units units = bars.rest.units();
            for (const DemandBar &bar : bars.bars)
                units += bar.units();
            QCOMPARE(units,
                     sql(connection, u"SELECT CAST(COALESCE(SUM(l.ordered * l.preorder + l.backordered), 0) AS BIGINT)"_qs + of + where));
            const OrdersBehind behind = must(ordersBehind(connection, {BehindQuestion::Lines::Queued, narrow, {}}));
            QCOMPARE(behind.all.units, units);
        };
        scope.campaign = QStringLiteral("SPRING");
        compare(scope, QStringLiteral("o.campaign_id IS NOT NULL"));
        scope.campaign.clear();
        scope.search = QStringLiteral("lamp");
        compare(scope, QStringLiteral("p.search LIKE '%lamp%'"));
        scope.search.clear();
        scope.products = {must(ProductService(connection).show(busySku(3))).id};
        compare(scope, QStringLiteral("p.sku = '%1'").arg(busySku(3)));
    }
    void theOrdersBehindABarAreItsWaitingLines_data() { eachDatabase(); }
    void theOrdersBehindABarAreItsWaitingLines()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        DemandQuestion question;
        question.today = callerAt().today();
        question.scope.from = question.scope.to = question.today;
        const ChartSheet sheet = must(demandSheet(connection, question));
        QVERIFY(!sheet.points.empty());
        for (size_t point = 0; point < sheet.points.size(); ++point) {
            const OrdersBehind behind = must(ordersBehind(connection, *sheet.points[point].behind));
            QCOMPARE(double(behind.all.units), sheet.sum(point));
            Units units = 0;
            for (const BehindRow &row : behind.rows)
                units += row.units;
            QCOMPARE(units, behind.all.units);
        }
    }
    void theTablesShowTheChartsNumbers_data() { eachDatabase(); }
    void theTablesShowTheChartsNumbers()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        DemandQuestion question;
        question.today = callerAt().today();
        question.scope.from = question.today.addDays(-7);
        question.scope.to = question.today;
        for (const DemandChart chart : {DemandChart::Products, DemandChart::OverTime}) {
            question.chart = chart;
            const ChartSheet sheet = must(demandSheet(connection, question));
            ChartTable table;
            QAbstractItemModelTester tester(&table);
            table.setSheet(sheet);
            QCOMPARE(table.rowCount(), int(sheet.rows.size()));
            const int together = 4;
            for (size_t point = 0; point < sheet.points.size(); ++point) {
                QCOMPARE(table.index(int(point), together).data(NumberRole).toDouble(), sheet.sum(point));
                QCOMPARE(table.index(int(point), 0).data(IdRole).toInt(), int(point));
            }
        }
    }
    void aPeriodThatIsNotOverSaysSoAndTheFirstIsWhole_data() { eachDatabase(); }
    void aPeriodThatIsNotOverSaysSoAndTheFirstIsWhole()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        DemandQuestion question;
        question.chart = DemandChart::OverTime;
        question.today = callerAt().today().addDays(3); // the middle of a week
        question.scope.from = question.today.addDays(-21);
        question.scope.to = question.today;
        const ChartSheet sheet = must(demandSheet(connection, question));
        QVERIFY(sheet.points.back().isUnfinished);
        QVERIFY(sheet.points.back().words.contains(QStringLiteral("so far")));
        QVERIFY(!sheet.points[sheet.points.size() - 2].isUnfinished && !sheet.points.front().isUnfinished);
        QCOMPARE(sheet.points.front().behind->scope.from, startOfPeriod(question.scope.from, Period::Week));
    }
    void daysUpToTodayBeginAlikeInEveryChart_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("weeks");
        QTest::addColumn<QDate>("quarter");
        QTest::addColumn<QDate>("year");
        QTest::newRow("end of a month") << QDate(2026, 11, 27) << QDate(2026, 10, 26) << QDate(2026, 8, 1) << QDate(2025, 11, 1);
        QTest::newRow("first of a month") << QDate(2026, 3, 1) << QDate(2026, 1, 26) << QDate(2025, 12, 1) << QDate(2025, 3, 1);
        QTest::newRow("beginning of a year") << QDate(2026, 1, 5) << QDate(2025, 12, 8) << QDate(2025, 10, 1) << QDate(2025, 1, 1);
    }
    void daysUpToTodayBeginAlikeInEveryChart()
    {
        QFETCH(QDate, today);
        QTEST(firstDayOf(Span::FourWeeks, today), "weeks");
        QTEST(firstDayOf(Span::ThreeMonths, today), "quarter");
        QTEST(firstDayOf(Span::TwelveMonths, today), "year");
        QCOMPARE(firstDayOf(Span::All, today), QDate(1970, 1, 1));
        // No period is cut off, so that charts by day, week and month hold what charts of the whole hold.
        QCOMPARE(startOfPeriod(firstDayOf(Span::FourWeeks, today), Period::Week), firstDayOf(Span::FourWeeks, today));
        for (const Span span : {Span::ThreeMonths, Span::TwelveMonths})
            QCOMPARE(startOfPeriod(firstDayOf(span, today), Period::Month), firstDayOf(span, today));
    }
    void chartsOverTimeThatHoldTodayMarkIt()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        fillBusyShop(database.connection());
        DemandQuestion question;
        question.today = callerAt().today();
        question.scope.products = {must(ProductService(database.connection()).show(busySku(1))).id};
        question.scope.from = firstDayOf(Span::ThreeMonths, question.today);
        question.scope.to = question.today;
        for (const DemandChart chart : {DemandChart::OverTime, DemandChart::Compare, DemandChart::FillRate, DemandChart::Withdrawn,
                                        DemandChart::KeepRate, DemandChart::Buyers}) {
            for (const Period by : {Period::Day, Period::Week, Period::Month}) {
                question.chart = chart;
                question.by = by;
                const ChartSheet sheet = must(demandSheet(database.connection(), question));
                if (sheet.points.empty())
                    continue;
                QCOMPARE(sheet.marks.size(), size_t(1));
                QVERIFY(sheet.marks.front().at > double(sheet.points.size()) - 1 && sheet.marks.front().at < double(sheet.points.size()));
                QCOMPARE(sheet.marks.front().name, QStringLiteral("today"));
                QCOMPARE(namesAbove(sheet).back().name, QStringLiteral("today, so far"));
            }
        }
        question.chart = DemandChart::OverTime;
        question.today = question.today.addDays(100);
        QVERIFY(must(demandSheet(database.connection(), question)).marks.empty());
    }
    void periodsAreNamedAsTheyAre()
    {
        const QDate day(2026, 8, 3);
        const Currency euro;
        QCOMPARE(chartText(day, ChartUnit::Month, euro), QStringLiteral("Aug 2026"));
        QCOMPARE(neutralText(day, ChartUnit::Month, euro), QStringLiteral("2026-08"));
        QCOMPARE(chartText(day, ChartUnit::Week, euro), QStringLiteral("Week of ") + dayText(day));
        QCOMPARE(neutralText(day, ChartUnit::Week, euro), QStringLiteral("2026-08-03"));
        QCOMPARE(periodColumn(Period::Month, {}).unit, ChartUnit::Month);
        QCOMPARE(periodColumn(Period::Week, {}).unit, ChartUnit::Week);
        QCOMPARE(periodColumn(Period::Day, {}).unit, ChartUnit::Day);
    }
    void theMeanReachesBackBeforeTheChart_data() { eachDatabase(); }
    void theMeanReachesBackBeforeTheChart()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("LAMP");
        terms.name = QStringLiteral("Brass lamp");
        must(ProductService(connection).add(terms, callerAt()));
        constexpr int minutesAWeek = 7 * 24 * 60;
        for (int week = 0; week < 30; ++week) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Eck");
            draft.lines = {{QStringLiteral("LAMP"), 1 + week, {}}};
            must(OrderService(connection).place(draft, callerAt(week * minutesAWeek)));
        }
        DemandQuestion question;
        question.chart = DemandChart::OverTime;
        question.today = callerAt(29 * minutesAWeek).today().addDays(7);
        question.scope.from = question.today.addDays(-28);
        question.scope.to = question.today;
        const ChartSheet sheet = must(demandSheet(connection, question));
        const ChartSeries &mean = sheet.series.back();
        QCOMPARE(sheet.points.size(), size_t(5));
        QCOMPARE(mean.values.front().value_or(0), 21.0); // of the orders of 15 to 27
        QCOMPARE(mean.values[3].value_or(0), 24.0);
        QCOMPARE(mean.values.back(), mean.values[3]); // the week that has begun does not pull it down
    }
    void theMeanOfTheLastPeriodsNeedsAsMany()
    {
        const auto means = movingAverage({2, 4, 6, 8}, 3);
        QVERIFY(!means[0] && !means[1]);
        QCOMPARE(means[2].value(), 4.0);
        QCOMPARE(means[3].value(), 6.0);
    }
    void valuesAreWrittenForPeopleAndForFiles()
    {
        const Currency euro;
        QCOMPARE(chartText(123456, ChartUnit::Amount, euro), QStringLiteral("1234.56"));
        QCOMPARE(neutralText(123456, ChartUnit::Amount, euro), QStringLiteral("1234.56"));
        QCOMPARE(neutralText(QDate(2026, 3, 2), ChartUnit::Day, euro), QStringLiteral("2026-03-02"));
        QCOMPARE(chartText(.256, ChartUnit::Share, euro), QStringLiteral("25.6 %"));
        QCOMPARE(chartText(QVariant(), ChartUnit::Count, euro), QString());
    }
};

QTEST_GUILESS_MAIN(DemandChartsTest)
#include "demandchartstest.moc"
