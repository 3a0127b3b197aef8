#include "models/charts/demandcharts.h"
#include "models/services/demandseries.h"
#include "models/tables/tabletext.h"
#include "tests/support/busyshop.h"

#include <QAbstractItemModelTester>
#include <QBuffer>

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
    void theTablesShowTheChartsNumbers_data() { eachDatabase(); }
    void theTablesShowTheChartsNumbers()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        DemandBarsModel bars;
        QAbstractItemModelTester barsTester(&bars);
        bars.setBars(must(demandBars(connection, {DemandBarsQuestion::Measure::Waiting, {}, {}, 4})));
        QCOMPARE(bars.rowCount(), 5);
        QCOMPARE(bars.index(0, DemandBarsModel::Total).data(NumberRole).toLongLong(), bars.bars().bars[0].units());
        QCOMPARE(bars.index(0, 0).data(ProductIdRole).toLongLong(), bars.bars().bars[0].product.value);
        QVERIFY(!bars.index(4, 0).data(ProductIdRole).isValid());
        QCOMPARE(bars.index(4, DemandBarsModel::Name).data().toString(), QStringLiteral("%1 other products").arg(bars.bars().restProducts));
        DemandOverTimeModel time;
        QAbstractItemModelTester timeTester(&time);
        const QDate day = callerAt().today();
        time.setSeries(must(demandOverTime(connection, {{}, day.addDays(-7), day, Period::Week})));
        QCOMPARE(time.rowCount(), 2);
        QCOMPARE(time.index(1, DemandOverTimeModel::Total).data(NumberRole).toLongLong(), time.series().buckets[1].units());
        QCOMPARE(time.index(1, DemandOverTimeModel::PeriodStart).data(NumberRole).toDate(), day); // a Monday
    }
    void aTableGoesIntoAFileInNeutralWords()
    {
        DemandBars bars;
        bars.bars.push_back({ProductId{1}, QStringLiteral("=1+1"), QStringLiteral("Lamp, \"brass\""), 1200, 3, 123456});
        DemandBarsModel model;
        model.setBars(bars);
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        must(toCsv(model, file));
        QCOMPARE(QString::fromUtf8(file.data()), QStringLiteral("SKU,Name,Pre-order,Backorder,Together,Value\r\n"
                                                                "'=1+1,\"Lamp, \"\"brass\"\"\",1200,3,1203,1234.56\r\n"));
        QCOMPARE(toTabbedText(model), QStringLiteral("SKU\tName\tPre-order\tBackorder\tTogether\tValue\n"
                                                     "'=1+1\tLamp, \"brass\"\t1200\t3\t1203\t1234.56\n"));
        file.close();
        QVERIFY(!toCsv(model, file));
    }
};

QTEST_GUILESS_MAIN(DemandChartsTest)
#include "demandchartstest.moc"
