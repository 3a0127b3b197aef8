#include "models/forecast/forecaster.h"

#include <QTest>

#include <rapidcheck.h>

#include <functional>
#include <numbers>
#include <random>

using namespace waitline::forecasting;

namespace {

using Course = std::function<double(int period)>;

/// So many periods of a course, each with a normal deviation.
std::vector<double> seriesOf(const Course &course, int periods, double deviation)
{
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 1);
    std::vector<double> values;
    for (int period = 0; period < periods; ++period)
        values.push_back(std::max(0.0, course(period) + deviation * noise(random)));
    return values;
}

double level(int) { return 100; }
double trend(int period) { return 20 + 2.0 * period; }
double peak(int week) { return week % 52 >= 48 ? 200 : 100; }
double wave(int week) { return 100 + 60 * std::cos(2 * std::numbers::pi * (week - 50) / 52); }
double growingWave(int week) { return (100 + week) * (1 + 0.4 * std::cos(2 * std::numbers::pi * (week - 50) / 52)); }

bool isWithin(double value, double truth, double share) { return std::abs(value - truth) <= share * truth; }

} // namespace

/// Series whose truth is known: what everybody sees in them is forecast.
class CleanSeriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCourseGoesOn_data()
    {
        QTest::addColumn<Course>("course");
        QTest::addColumn<int>("season");
        QTest::addColumn<int>("periods");
        QTest::addColumn<double>("deviation");
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char *name, const Course &course, int season, int periods, double deviation, double tolerance) {
            QTest::addRow("%s ± %g, season %d, %d periods", name, deviation, season, periods)
                << course << season << periods << deviation << tolerance;
        };
        for (const int season : {1, 7, 12, 52, 365}) {
            for (const int periods : {30, 60, 110, 260}) {
                row("level", &level, season, periods, 0, 1e-6);
                row("level", &level, season, periods, 5, 0.05);
                row("trend", &trend, season, periods, 0, 0.01);
                if (periods > 30)
                    row("trend", &trend, season, periods, 5, 0.1);
            }
        }
        for (const int periods : {125, 150, 202}) {
            row("peak", &peak, 52, periods, 0, 0.02);
            row("peak", &peak, 52, periods, 5, 0.15);
        }
        for (const int periods : {110, 157, 257}) {
            row("wave", &wave, 52, periods, 0, 0.1);
            row("wave", &wave, 52, periods, 3, 0.15);
            row("growing wave", &growingWave, 52, periods, 3, 0.15);
        }
    }
    void aCourseGoesOn()
    {
        QFETCH(Course, course);
        QFETCH(int, season);
        QFETCH(int, periods);
        QFETCH(double, deviation);
        QFETCH(double, tolerance);
        constexpr int horizon = 26;
        const Forecast made = forecast({seriesOf(course, periods, deviation), season}, horizon);
        for (int step = 0; step < horizon; ++step) {
            const double truth = course(periods + step);
            QVERIFY2(isWithin(made.periods[size_t(step)].mean, truth, tolerance),
                     qPrintable(QStringLiteral("step %1: %2 for %3").arg(step).arg(made.periods[size_t(step)].mean).arg(truth)));
        }
    }
    void aConstantIsSure()
    {
        for (const int season : {1, 4, 7, 12, 52, 365}) {
            for (const double value : {0.5, 5.0, 100.0, 1e9}) {
                for (const size_t periods : {8, 12, 30, 60, 104, 105, 160, 260}) {
                    const Forecast made = forecast({std::vector<double>(periods, value), season}, 4);
                    for (const Outlook &outlook : made.periods) {
                        QVERIFY(isWithin(outlook.mean, value, 1e-6));
                        for (const double quantile : outlook.quantiles)
                            QVERIFY2(isWithin(quantile, value, 1e-4),
                                     qPrintable(
                                         QStringLiteral("season %1, %2 times %3: %4").arg(season).arg(periods).arg(value).arg(quantile)));
                    }
                    QVERIFY(made.totals.back().deviation < 1e-4 * value);
                }
            }
        }
    }
    void aConstantWithGapsIsSureToo()
    {
        std::vector<double> values(120, 8.0);
        for (const size_t gap : {20, 21, 22, 60, 100})
            values[gap] = missing;
        for (const int season : {1, 12, 52}) {
            const Outlook outlook = forecast({values, season}, 3).periods[2];
            QVERIFY(isWithin(outlook.mean, 8, 1e-6));
            QVERIFY(isWithin(outlook.quantiles.front(), 8, 1e-4) && isWithin(outlook.quantiles.back(), 8, 1e-4));
        }
    }
    void bandsAreAsWideAsTheMisses()
    {
        // Normal with a deviation of 5: the 80 % band is 12.8 wide.
        for (const int season : {1, 12, 52}) {
            const Outlook outlook = forecast({seriesOf(&level, 160, 5), season}, 1).periods[0];
            const double width = outlook.quantiles[6] - outlook.quantiles[2];
            QVERIFY(width > 9 && width < 18);
        }
    }
    void aLonePointIsTheMiddleOfWhatIsExpected()
    {
        for (const int season : {1, 12, 52}) {
            const Outlook outlook = forecast({{7}, season}, 2).periods[1];
            QCOMPARE(outlook.mean, 7.0);
            QVERIFY(isWithin(outlook.quantiles[4], 7, 0.15));
            QVERIFY(outlook.quantiles[2] < 5 && outlook.quantiles[6] > 9);
        }
    }
    void aPeakOfOneYearIsToldWithItsBand()
    {
        const Forecast made = forecast({seriesOf(&peak, 150, 5), 52}, 12);
        QCOMPARE(made.method, Method::BlendByYear);
        for (size_t week = 2; week < 6; ++week)
            QVERIFY(made.periods[week].quantiles[0] > 150);
        QVERIFY(made.periods[8].quantiles[8] < 130);
    }
    void sparseDemandIsCountedStill()
    {
        std::vector<double> values;
        for (int week = 0; week < 160; ++week)
            values.push_back(week % 3 == 0 ? 1 : 0);
        QCOMPARE(forecast({values, 52}, 1).method, Method::CountsByYear);
        QCOMPARE(forecast({{4, 5, 3, 6, 4}, 52}, 1).method, Method::Counts);
    }
    void weeksTimesAFactorHaveTheirForecastTimesThatFactor()
    {
        QVERIFY(rc::check([] {
            const auto counts = *rc::gen::container<std::vector<int>>(size_t(*rc::gen::element(20, 70, 130)), rc::gen::inRange(1, 40));
            const double factor = *rc::gen::element(2.0, 10.0, 1000.0);
            Series series{{}, *rc::gen::element(1, 52)};
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
                for (size_t place = 0; place < quantileLevels.size(); ++place) {
                    RC_ASSERT(isTimes(a.periods[step].quantiles[place], b.periods[step].quantiles[place]));
                    RC_ASSERT(isTimes(a.totals[step].quantiles[place], b.totals[step].quantiles[place]));
                }
            }
        }));
    }
    void aSeriesOfFiveThousandIsForecastByItsEnd()
    {
        for (const int season : {1, 12, 52, 365})
            QVERIFY(isWithin(forecast({seriesOf(&level, 5000, 5), season}, 6).periods[5].mean, 100, 0.05));
    }
};

QTEST_APPLESS_MAIN(CleanSeriesTest)
#include "cleanseriestest.moc"
