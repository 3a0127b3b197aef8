#include "models/forecast/forecaster.h"
#include "models/forecast/spread.h"

#include <QTest>

#include <rapidcheck.h>

using namespace waitline::forecasting;

namespace {

/// No NaN, nothing negative, the quantiles in order, for periods and totals alike.
bool isProper(const Outlook &outlook)
{
    bool proper = std::isfinite(outlook.mean) && outlook.mean >= 0 && std::isfinite(outlook.deviation) && outlook.deviation >= 0;
    for (size_t i = 0; i < outlook.quantiles.size(); ++i) {
        proper = proper && std::isfinite(outlook.quantiles[i]) && outlook.quantiles[i] >= 0;
        proper = proper && (i == 0 || outlook.quantiles[i] >= outlook.quantiles[i - 1]);
    }
    const Bands bands = bandsOf(outlook);
    return proper && bands.low95 <= bands.low80 && bands.low80 <= outlook.mean && outlook.mean <= bands.high80 &&
           bands.high80 <= bands.high95 && outlook.quantiles.front() <= outlook.mean && outlook.mean <= outlook.quantiles.back();
}

/// Values around a line, by chance but always the same.
std::vector<double> rising(size_t count, double from, double step)
{
    std::vector<double> values;
    for (size_t i = 0; i < count; ++i)
        values.push_back(std::round((from + step * double(i)) * (1 + 0.1 * std::sin(double(i * i)))));
    return values;
}

bool isProper(const Forecast &forecast, int horizon)
{
    return forecast.periods.size() == size_t(horizon) && forecast.totals.size() == size_t(horizon) &&
           std::all_of(forecast.periods.begin(), forecast.periods.end(), [](const Outlook &each) { return isProper(each); }) &&
           std::all_of(forecast.totals.begin(), forecast.totals.end(), [](const Outlook &each) { return isProper(each); });
}

std::vector<double> repeated(size_t count, const std::vector<double> &values)
{
    std::vector<double> all;
    for (size_t i = 0; i < count; ++i)
        all.push_back(values[i % values.size()]);
    return all;
}

rc::Gen<double> anyDemand()
{
    return rc::gen::weightedOneOf<double>({{4, rc::gen::cast<double>(rc::gen::inRange(0, 50))},
                                           {2, rc::gen::just(0.0)},
                                           {1, rc::gen::cast<double>(rc::gen::inRange(-100, 1'000'000'000))},
                                           {1, rc::gen::just(missing)}});
}

rc::Gen<Series> anySeries()
{
    return rc::gen::map(rc::gen::pair(rc::gen::resize(140, rc::gen::container<std::vector<double>>(anyDemand())),
                                      rc::gen::element(1, 4, 7, 12, 52)),
                        [](const std::pair<std::vector<double>, int> &drawn) {
                            return Series{drawn.first, drawn.second};
                        });
}

} // namespace

/// What holds for every series, and that forecasts say what a person would expect.
class ForecasterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileSeriesHaveAnAnswer_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<int>("season");
        const std::vector<double> none;
        for (const int season : {1, 12, 52}) {
            const auto row = [&](const char *name, const std::vector<double> &values) {
                QTest::addRow("%s, season %d", name, season) << values << season;
            };
            row("empty", none);
            row("one point", {7});
            row("one zero", {0});
            row("two points", {7, 8});
            row("zero", std::vector<double>(80, 0.0));
            row("constant", std::vector<double>(80, 5.0));
            row("constant and large", std::vector<double>(80, 1e9));
            row("one giant", {0, 0, 0, 1e9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            row("beyond all", std::vector<double>(60, 1e300));
            row("all missing", std::vector<double>(60, missing));
            row("infinite", {1, std::numeric_limits<double>::infinity(), 3, -std::numeric_limits<double>::infinity()});
            row("negative", std::vector<double>(60, -5.0));
            row("gaps", repeated(120, {3, missing, missing, 4, 0, missing}));
            row("ends in gaps", repeated(40, {3, 4}));
            row("5,000 points", repeated(5000, {3, 9, 0, 4, 12, 7}));
            row("giants in a heavy tail", repeated(90, {0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 5e8, 0, 0, 0, 0, 1, 0, 0, 0}));
            row("ends in a giant",
                repeated(60, {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1e9}));
            row("tiny", repeated(60, {1e-9, 2e-9, 0}));
            row("last one only", repeated(60, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3}));
        }
    }
    void hostileSeriesHaveAnAnswer()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(int, season);
        QVERIFY(isProper(forecast({values, season}, 24), 24));
    }
    void aPeriodIsToldAlikeHoweverManyAreAskedFor()
    {
        QVERIFY(rc::check([] {
            const Series series{*rc::gen::container<std::vector<double>>(*rc::gen::inRange(1, 140), anyDemand()),
                                *rc::gen::element(1, 12, 52)};
            const Forecast far = forecast(series, 30);
            const int horizon = *rc::gen::inRange(1, 30);
            const Forecast near = forecast(series, horizon);
            for (size_t step = 0; step < size_t(horizon); ++step) {
                RC_ASSERT(near.periods[step].mean == far.periods[step].mean && near.totals[step].mean == far.totals[step].mean);
                RC_ASSERT(near.periods[step].quantiles == far.periods[step].quantiles);
                RC_ASSERT(near.totals[step].quantiles == far.totals[step].quantiles);
            }
        }));
    }
    void anySeriesHasAnAnswer()
    {
        QVERIFY(rc::check([] {
            const int horizon = *rc::gen::inRange(1, 30);
            RC_ASSERT(isProper(forecast(*anySeries(), horizon), horizon));
        }));
    }
    void aSeriesTimesAFactorHasItsForecastTimesThatFactor()
    {
        QVERIFY(rc::check([] {
            const int years = *rc::gen::inRange(1, 5);
            const int most = *rc::gen::element(3, 50, 500);
            const auto counts = *rc::gen::container<std::vector<int>>(size_t(years * 12 + 1), rc::gen::inRange(0, most));
            const double factor = *rc::gen::element(2.0, 10.0, 12.0, 1000.0);
            Series series{{}, *rc::gen::element(1, 12)};
            Series larger{{}, series.season};
            for (const int count : counts) {
                series.values.push_back(count);
                larger.values.push_back(count * factor);
            }
            const Forecast a = forecast(series, 6);
            const Forecast b = forecast(larger, 6);
            const auto isTimes = [&](double x, double y) { return std::abs(x * factor - y) <= 1e-6 * (1 + std::abs(y)); };
            RC_ASSERT(a.method == b.method);
            for (size_t step = 0; step < 6; ++step) {
                RC_ASSERT(isTimes(a.periods[step].mean, b.periods[step].mean));
                for (size_t level = 0; level < quantileLevels.size(); ++level)
                    RC_ASSERT(isTimes(a.periods[step].quantiles[level], b.periods[step].quantiles[level]));
            }
        }));
    }
    void totalsAreOfThePeriods()
    {
        QVERIFY(rc::check([] {
            const Forecast made = forecast(*anySeries(), 8);
            double sum = 0;
            for (size_t step = 0; step < 8; ++step) {
                sum += made.periods[step].mean;
                RC_ASSERT(std::abs(made.totals[step].mean - sum) <= 1e-6 * (1 + sum));
            }
        }));
    }
    void whatLiesBeyondAllMeasuringIsLessSure()
    {
        const Forecast young = forecast({repeated(20, {30, 41, 35, 38, 27}), 52}, 26);
        const auto width = [](const Outlook &outlook) { return outlook.quantiles[7] - outlook.quantiles[1]; };
        QVERIFY(width(young.periods[25]) > 1.3 * width(young.periods[0]));
        for (size_t step = 1; step < young.periods.size(); ++step)
            QVERIFY(width(young.periods[step]) >= 0.999 * width(young.periods[step - 1]));
    }
    void demandThatStoppedFades()
    {
        QVERIFY(rc::check([] {
            const int season = *rc::gen::element(12, 52);
            const auto counts = *rc::gen::container<std::vector<int>>(size_t(3 * season), rc::gen::inRange(1, 30));
            Series series{std::vector<double>(counts.begin(), counts.end()), season};
            const double before = forecast(series, int(stepsJudged)).totals.back().mean;
            series.values.insert(series.values.end(), 3, 0.0);
            const Forecast young = forecast(series, 4);
            RC_ASSERT(young.goingOn < 1 && isProper(young, 4));
            series.values.insert(series.values.end(), size_t(season / 2 - 3), 0.0);
            const Forecast old = forecast(series, 4);
            RC_ASSERT(old.goingOn < 0.5 * likelyEnded && old.goingOn < young.goingOn && isProper(old, 4));
            // Of all steps together, of which last year's values may say more of some.
            RC_ASSERT(forecast(series, int(stepsJudged)).totals.back().mean < 0.3 * before);
            series.isAlive = true; // something has come in the running period
            RC_ASSERT(forecast(series, 4).goingOn >= 1);
        }));
    }
    void evenDemandThatStoppedFadesStepByStep()
    {
        std::vector<double> values(30, 14.0);
        double before = forecast({values, 52}, 4).totals.back().mean;
        for (int silent = 1; silent <= 40; ++silent) {
            values.push_back(0);
            const Forecast made = forecast({values, 52}, 4);
            QVERIFY2(made.totals.back().mean > 0.3 * made.goingOn * 4 * 14 && made.totals.back().mean < 1.5 * before,
                     qPrintable(QString::number(silent)));
            before = made.totals.back().mean;
        }
    }
    void silenceIsHeldAgainstTheProductsOwnGaps()
    {
        // Once in eight weeks: after nine without any nothing is told, after a year it is.
        std::vector<double> values = repeated(97, {3, 0, 0, 0, 0, 0, 0, 0});
        values.insert(values.end(), 9, 0.0);
        QCOMPARE(forecast({values, 52}, 4).goingOn, 1.0);
        values.insert(values.end(), 43, 0.0);
        QVERIFY(forecast({values, 52}, 4).goingOn < likelyEnded);
        // What could not be had was not silent.
        std::vector<double> without = repeated(100, {3, 4, 2});
        without.insert(without.end(), 30, missing);
        QCOMPARE(forecast({without, 52}, 4).goingOn, 1.0);
    }
    void demandThatRisesIsForecastToRise()
    {
        for (const size_t years : {2, 3}) {
            const Forecast months = forecast({rising(12 * years, 20, 2), 12}, 6);
            const Forecast weeks = forecast({rising(52 * years, 20, 0.5), 52}, 8);
            double monthsCome = 0;
            double weeksCome = 0;
            for (size_t i = 0; i < 6; ++i)
                monthsCome += 20 + 2 * double(12 * years + i);
            for (size_t i = 0; i < 8; ++i)
                weeksCome += 20 + 0.5 * double(52 * years + i);
            QVERIFY2(months.totals.back().mean > 0.93 * monthsCome && months.totals.back().mean < 1.07 * monthsCome,
                     qPrintable(QString::number(months.totals.back().mean / monthsCome)));
            QVERIFY2(weeks.totals.back().mean > 0.93 * weeksCome && weeks.totals.back().mean < 1.07 * weeksCome,
                     qPrintable(QString::number(weeks.totals.back().mean / weeksCome)));
        }
    }
    void aGiantAmongEvenDemandIsDamped()
    {
        std::vector<double> values(60, 10.0);
        values[40] = 3000;
        const Forecast made = forecast({values, 52}, 4);
        QCOMPARE(made.giants.size(), size_t(1));
        QVERIFY(made.periods[0].mean > 9.5 && made.periods[0].mean < 13);
        QVERIFY(made.periods[0].quantiles[0] <= 10 && made.periods[0].quantiles[8] >= 10);
    }
    void aLaunchThatWearsOffIsFollowed()
    {
        std::vector<double> launch;
        for (int week = 0; week < 10; ++week)
            launch.push_back(std::round(300 * std::pow(0.8, week) + 20));
        QVERIFY(forecast({launch, 52}, 4).periods[0].mean < 75); // the last week had 60
    }
    void whatFallsInTheFirstWeeksGoesOnFalling()
    {
        // Six weeks with no product like it: 100 a week fewer each time was no chance, and it never falls below nothing.
        const Forecast made = forecast({{240, 180, 130, 100, 76, 60}, 52}, 8);
        QVERIFY2(made.periods[0].mean > 30 && made.periods[0].mean < 75, qPrintable(QString::number(made.periods[0].mean)));
        for (size_t week = 1; week < 8; ++week)
            QVERIFY(made.periods[week].mean <= made.periods[week - 1].mean + 1e-9 && made.periods[week].mean > 1);
        const Forecast even = forecast({{11, 8, 10, 12, 9, 10}, 52}, 8); // chance alone is no trend
        QVERIFY(std::abs(even.periods[7].mean - 10) < 1.5);
    }
    void aStepOfFourWeeksIsFollowedThoughYearsAreKnown()
    {
        for (const double now : {60.0, 7.0}) {
            for (const int since : {4, 8, 13, 26}) {
                std::vector<double> values;
                for (int week = 0; week < 120; ++week)
                    values.push_back(std::round((week < 120 - since ? 20 : now) * (1 + 0.2 * std::sin(week * week))));
                const Forecast made = forecast({values, 52}, 8);
                const Outlook &last = made.periods[7];
                QVERIFY2(std::abs(last.mean - now) < 0.2 * now,
                         qPrintable(QStringLiteral("%1 weeks at %2: %3").arg(since).arg(now).arg(last.mean)));
                QVERIFY(made.giants.empty() && last.quantiles[2] <= now && last.quantiles[6] >= now);
            }
        }
    }
    void aTimeOfTheYearIsNoStep()
    {
        std::vector<double> values; // twelve weeks of the year three times as much, and they have just begun
        for (int week = 0; week < 52 * 3 + 5; ++week)
            values.push_back(std::round((week % 52 < 12 ? 60 : 20) * (1 + 0.1 * std::sin(week * week))));
        const Forecast made = forecast({values, 52}, 20);
        QVERIFY2(made.periods[18].mean < 35, qPrintable(QString::number(made.periods[18].mean))); // it is over by then
    }
    void amountsInARowAreNoGiants()
    {
        std::vector<double> values(60, 0.0);
        for (size_t week = 0; week < values.size(); ++week)
            values[week] = double(9 + week % 3);
        values[20] = 400; // one, and by itself
        for (const size_t week : {40, 41, 43})
            values[week] = 200;
        const std::vector<Giant> giants = giantsOf({values, 1});
        QCOMPARE(giants.size(), size_t(1));
        QCOMPARE(giants.front().period, size_t(20));
    }
    void weeksWithoutDemandTellItsEnd()
    {
        std::vector<double> values;
        for (int week = 0; week < 112; ++week)
            values.push_back(10 + week % 7);
        values.insert(values.end(), 8, 0.0);
        const Forecast made = forecast({values, 52}, 4);
        QVERIFY2(made.goingOn < 0.2, qPrintable(QString::number(made.goingOn)));
        QVERIFY(made.periods[0].mean < 3);
    }
    void aYearAndAHalfTellsThatItReturns()
    {
        const std::vector<double> year{10, 12, 15, 20, 30, 45, 60, 45, 30, 20, 15, 12};
        std::vector<double> values;
        for (size_t month = 0; month < 18; ++month)
            values.push_back(year[month % 12] + double(month % 5) - 2);
        const Forecast made = forecast({values, 12}, 6);
        QCOMPARE(made.method, Method::BlendByYear);
        QVERIFY2(made.periods[0].mean > 45, qPrintable(QString::number(made.periods[0].mean)));
        QVERIFY2(made.periods[5].mean < 25, qPrintable(QString::number(made.periods[5].mean)));
    }
    void aLevelThatSteppedIsTheOneThatHolds()
    {
        for (const auto &[before, now] : {std::pair(40.0, 12.0), std::pair(12.0, 40.0)}) {
            std::vector<double> values;
            for (int week = 0; week < 70; ++week)
                values.push_back(std::round((week < 60 ? before : now) * (1 + 0.15 * std::sin(week * week))));
            const Forecast made = forecast({values, 52}, 4);
            QVERIFY2(std::abs(made.periods[3].mean - now) < 0.15 * now, qPrintable(QString::number(made.periods[3].mean)));
            QVERIFY(made.giants.empty());
        }
    }
    void aYearThatRisesGoesOnRising()
    {
        // Half as much again each year; what expects no trend is left out where it is twice as far off.
        const auto comes = [](int month) {
            return 100 * std::pow(1.5, month / 12.0) * (1 + 0.7 * std::sin(2 * std::numbers::pi * month / 12.0));
        };
        std::vector<double> values;
        for (int month = 0; month < 60; ++month)
            values.push_back(std::round(comes(month) * (1 + 0.15 * std::sin(month * month))));
        double year = 0;
        for (int month = 60; month < 72; ++month)
            year += comes(month);
        const double said = forecast({values, 12}, 12).totals[11].mean;
        QVERIFY2(said > 0.9 * year && said < 1.05 * year, qPrintable(QString::number(said / year)));
    }
    void aFewEqualValuesGoOn()
    {
        double widest = 1000;
        for (const size_t count : {2, 4, 7}) {
            const Quantiles &quantiles = forecast({std::vector<double>(count, 10.0), 52}, 1).periods[0].quantiles;
            QVERIFY2(quantiles[4] > 6 && quantiles[4] < 11, qPrintable(QString::number(quantiles[4])));
            const double width = quantiles[6] - quantiles[2];
            QVERIFY(width < widest); // the more of them, the surer
            widest = width;
        }
        QVERIFY2(widest < 10, qPrintable(QString::number(widest)));
    }
    void aConstantGoesOn()
    {
        for (const int season : {1, 12, 52}) {
            const Forecast made = forecast({std::vector<double>(80, 5.0), season}, 3);
            QVERIFY(std::abs(made.periods[2].mean - 5) < 1e-6);
        }
    }
    void noDemandExpectsNone()
    {
        const Forecast made = forecast({std::vector<double>(30, 0.0), 12}, 3);
        QCOMPARE(made.method, Method::Nothing);
        QCOMPARE(made.periods[0].quantiles.back(), 0.0);
    }
    void aYearThatReturnsIsForecast()
    {
        const std::vector<double> year{10, 12, 15, 20, 30, 45, 60, 45, 30, 20, 15, 12};
        const Forecast made = forecast({repeated(60, year), 12}, 12);
        QCOMPARE(made.method, Method::SmoothingWithYear);
        QVERIFY(made.seasonalStrength > 0.9);
        for (size_t month = 0; month < 12; ++month)
            QVERIFY(std::abs(made.periods[month].mean - year[month]) < 0.15 * year[month]);
    }
    void weeksOfManyYearsFollowTheTimeOfYear()
    {
        std::vector<double> values;
        for (int week = 0; week < 150; ++week)
            values.push_back(week % 52 >= 20 && week % 52 < 30 ? 40 : 4);
        // Week 150 is the year's 46th: three weeks after the season nothing of it is left.
        const Forecast made = forecast({values, 52}, 30);
        QCOMPARE(made.method, Method::BlendByYear);
        QVERIFY(std::abs(made.periods[0].mean - 4) < 0.6);
        QVERIFY(std::abs(made.periods[29].mean - 40) < 6);
    }
    void aGapIsNotAZero()
    {
        std::vector<double> sold(40, 6.0);
        std::vector<double> withGap = sold;
        for (size_t i = 30; i < 38; ++i)
            withGap[i] = missing;
        QVERIFY(std::abs(forecast({withGap, 12}, 1).periods[0].mean - 6) < 0.2);
        for (size_t i = 30; i < 38; ++i)
            withGap[i] = 0;
        QVERIFY(forecast({withGap, 12}, 1).periods[0].mean < 5.5);
    }
    void zerosBeforeTheFirstSaleDoNotCount()
    {
        std::vector<double> values(30, 0.0);
        values.insert(values.end(), 20, 6.0);
        QVERIFY(std::abs(forecast({values, 12}, 1).periods[0].mean - 6) < 1e-6);
    }
    void theBacktestTellsHowFarOffItWas()
    {
        const Backtest test = forecast({repeated(60, {4, 6}), 12}, 1).backtest;
        QCOMPARE(test.periods, 12);
        QVERIFY(std::abs(test.meanActual - 5) < 1e-9);
        QVERIFY(test.meanMiss < 1.5);
        QCOMPARE(forecast({{5}, 12}, 1).backtest.periods, 0);
    }
    void quantilesBetweenTheLevelsLieBetweenThem()
    {
        const Outlook outlook = forecast({repeated(60, {4, 6, 9, 2}), 12}, 1).periods[0];
        QVERIFY(quantileAt(outlook, 0.8) >= outlook.quantiles[5]);
        QVERIFY(quantileAt(outlook, 0.8) <= outlook.quantiles[6]);
        QVERIFY(quantileAt(outlook, 0.99) >= outlook.quantiles[8]);
    }
};

QTEST_APPLESS_MAIN(ForecasterTest)
#include "forecastertest.moc"
