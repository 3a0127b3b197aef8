#include "models/services/expecteddemand.h"
#include "models/services/productionrisk.h"
#include "tests/services/lampshop.h"

#include <cmath>

using namespace waitline;
using namespace waitline::test;
using forecasting::Method;

namespace {

/// A hundred in the first week, ten in the end, a quarter less of the rest each week.
double asked(size_t week) { return 10 + 90 * std::pow(0.75, double(week)); }

ProductDemandSeries launch(size_t weeks)
{
    ProductDemandSeries series;
    series.series.season = 52;
    for (size_t week = 0; week < weeks; ++week)
        series.series.values.push_back(std::round(asked(week)));
    return series;
}

Kin threeLaunches()
{
    Kin kin;
    for (const double factor : {0.5, 1.0, 1.5}) {
        kin.courses.push_back(launch(70).series.values);
        for (double &value : kin.courses.back())
            value *= factor;
    }
    return kin;
}

} // namespace

/// What is expected of products that are sold for less than half a year, from how similar ones went on.
class YoungProductsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLaunchSettlesAsOthersDid()
    {
        const Kin kin = threeLaunches();
        for (const size_t age : {4u, 8u, 9u, 10u, 12u, 14u}) {
            const forecasting::Forecast made = methodForecast(launch(age), kin, Grid::Week, 4);
            QCOMPARE(made.method, age <= 8 ? Method::Launch : Method::LaunchAndOwn);
            double comes = 0;
            for (size_t week = age; week < age + 4; ++week)
                comes += asked(week);
            QVERIFY2(std::abs(made.totals[3].mean - comes) < 0.25 * comes,
                     qPrintable(QStringLiteral("week %1: %2 for %3").arg(age).arg(made.totals[3].mean).arg(comes)));
            QVERIFY(made.totals[3].quantiles.front() <= made.totals[3].quantiles.back());
        }
    }
    void itsOwnHistoryTakesOverEvenlyUntilHalfAYear()
    {
        // The others fall; its own does not. The older it is, the more its own is believed.
        Kin kin = threeLaunches();
        double before = 0;
        for (const size_t age : {8u, 12u, 18u, 25u}) {
            ProductDemandSeries own = launch(0);
            own.series.values.assign(age, 60.0);
            const double share =
                methodForecast(own, kin, Grid::Week, 1).periods[0].mean / methodForecast(own, {}, Grid::Week, 1).periods[0].mean;
            QVERIFY(share > before && share < 1.001);
            before = share;
        }
        QVERIFY(before > 0.95);
        ProductDemandSeries grown = launch(0);
        grown.series.values.assign(26, 60.0);
        QVERIFY(methodForecast(grown, kin, Grid::Week, 1).method != Method::LaunchAndOwn);
        QVERIFY(methodForecast(launch(4), kin, Grid::Month, 1).method == Method::LaunchAndOwn); // months: from two to six
        QVERIFY(methodForecast(launch(6), kin, Grid::Month, 1).method != Method::LaunchAndOwn);
    }
    void howFarOffItWasIsMeasured()
    {
        const forecasting::Backtest test = backtestOfYoung(launch(12), threeLaunches(), Grid::Week);
        QCOMPARE(test.periods, 6);
        QVERIFY(test.meanMiss < 0.25 * test.meanActual);
        QVERIFY(test.meanMiss > 0);
    }
    void whatARunWouldEarnIsToldOfRoundSizes()
    {
        for (const auto &[needed, spread, suggested, step] :
             {std::tuple(549.0, 48.0, Units(536), Units(20)), std::tuple(3.2, 1.8, Units(4), Units(1)),
              std::tuple(40'000.0, 900.0, Units(90'000), Units(5000))}) {
            StoredSuggestion suggestion;
            suggestion.price = 5000;
            suggestion.unitCost = 2000;
            suggestion.needMilli = qint64(needed * 1000);
            suggestion.needSpreadMilli = qint64(spread * 1000);
            suggestion.orderUpTo = suggested;
            const ProductionRisk risk = productionRiskOf(suggestion);
            QVERIFY(risk.runs.size() > 5 && risk.runs.size() < 28);
            for (size_t run = 1; run < risk.runs.size(); ++run)
                QCOMPARE(risk.runs[run].units - risk.runs[run - 1].units, step);
            QCOMPARE(risk.runs.front().units % step, Units(0));
            QVERIFY(double(risk.runs.front().units) <= needed && risk.runs.back().units >= suggested);
            QCOMPARE(risk.placeOfSuggested * double(step), double(suggested - risk.runs.front().units));
        }
    }
    void whatWasSoldWhenTheRecordsBeganTellsNoLaunch_data() { eachDatabase(); }
    void whatWasSoldWhenTheRecordsBeganTellsNoLaunch()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        const auto sell = [&](const QString &sku, qint64 firstWeek) {
            ProductTerms terms = lamp(sku);
            terms.category = QStringLiteral("Lamps");
            const ProductId id = must(ProductService(connection).add(terms, callerAt())).id;
            for (qint64 week = firstWeek; week < 16; ++week)
                order(connection, sku, Units(5), 7 * week);
            return id;
        };
        const ProductId old = sell(QStringLiteral("OLD"), 0);
        const ProductId nearly = sell(QStringLiteral("NEARLY"), 3);
        const ProductId launched = sell(QStringLiteral("LAUNCHED"), 4);
        const QDate today = callerAt(16 * 7 * minutesADay).today();
        const DemandHistory history(connection, {{}, QStringLiteral("Lamps")});
        QCOMPARE(fromDayNumber(history.begun()), QDate(2026, 3, 2));
        const Kin kin = kinOf(history, {old, nearly, launched}, Grid::Week, today);
        QCOMPARE(kin.courses.size(), size_t(1));
        QCOMPARE(kin.courses.front().size(), size_t(12));
        QCOMPARE(kin.category.series.values.size(), size_t(16)); // the year of the category is that of all
        QCOMPARE(kin.category.series.values.back(), 15.0);
    }
};

QTEST_GUILESS_MAIN(YoungProductsTest)
#include "youngproductstest.moc"
