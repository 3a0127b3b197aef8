#include "models/forecast/adjusted.h"
#include "models/forecast/borrowed.h"
#include "models/forecast/launch.h"

#include <QTest>

#include <rapidcheck.h>

#include <numbers>

using namespace waitline::forecasting;

namespace {

bool isNear(double a, double b, double tolerance = 1e-6) { return std::abs(a - b) <= tolerance; }

bool isProper(const Forecast &forecast)
{
    for (const auto *outlooks : {&forecast.periods, &forecast.totals}) {
        for (const Outlook &outlook : *outlooks) {
            if (!std::isfinite(outlook.mean) || outlook.mean < 0 || !std::is_sorted(outlook.quantiles.begin(), outlook.quantiles.end()) ||
                outlook.quantiles.front() < 0)
                return false;
        }
    }
    return true;
}

/// A category that sells twice as much in the middle of the year as at its ends, over so many weeks.
Series wave(size_t weeks)
{
    Series series{{}, 52};
    for (size_t week = 0; week < weeks; ++week)
        series.values.push_back(1000 + 500 * std::sin(2 * std::numbers::pi * double(week) / 52));
    return series;
}

rc::Gen<std::vector<double>> counts(int fewest, int most)
{
    return rc::gen::mapcat(rc::gen::inRange(fewest, most), [](int size) {
        return rc::gen::container<std::vector<double>>(size_t(size), rc::gen::cast<double>(rc::gen::inRange(0, 40)));
    });
}

} // namespace

/// Forecasts of what is too young to tell its own, and of what somebody knows better.
class NewProductsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLiftMultipliesMeansAndBands()
    {
        const Forecast plain = forecast({{4, 6, 5, 7, 5, 6, 4, 8, 5, 6}, 52}, 4);
        const Forecast twice = lifted(plain, 2);
        for (size_t step = 0; step < 4; ++step) {
            QVERIFY(isNear(twice.periods[step].mean, 2 * plain.periods[step].mean));
            QVERIFY(isNear(twice.periods[step].quantiles[7], 2 * plain.periods[step].quantiles[7]));
            QVERIFY(isNear(twice.totals[step].mean, 2 * plain.totals[step].mean));
        }
        QVERIFY(isNear(lifted(plain, 0).totals.back().quantiles.back(), 0));
    }
    void whatIsExpectedOfNothingHasTheBandsOfACount()
    {
        const Forecast none = forecast({{0, 0, 0, 0}, 52}, 3);
        const Forecast some = withMeans(none, {0, 4, 4});
        QCOMPARE(some.periods[0].quantiles.back(), 0.0);
        QVERIFY(some.periods[1].quantiles[6] > 4 && some.periods[1].quantiles[2] < 4);
        QVERIFY(isNear(some.totals[2].mean, 8));
    }
    void whatIsSaidOfSomeDaysLeavesTheOthersAlone()
    {
        const Forecast plain = forecast({{1, 0, 3, 0, 2, 0, 0, 4, 0, 1, 2, 0, 3, 0}, 52}, 6);
        const Forecast said = overruled(plain, {{}, {0.5, 40}, {0, 60}, {}, {}, {}}, {});
        for (const size_t step : {0, 3, 4, 5}) {
            QCOMPARE(said.periods[step].mean, plain.periods[step].mean);
            QCOMPARE(said.periods[step].quantiles, plain.periods[step].quantiles);
        }
        QCOMPARE(said.totals[0].quantiles, plain.totals[0].quantiles);
        QVERIFY(isNear(said.periods[1].mean, 40 + plain.periods[1].mean / 2));
        QVERIFY(isNear(said.totals[5].mean, 100 + plain.totals[5].mean - 1.5 * plain.periods[1].mean));
    }
    void moreIsSaidWithoutBeingThatMuchLessSure()
    {
        const Forecast plain = forecast({{1, 0, 3, 0, 2, 0, 0, 4, 0, 1, 2, 0, 3, 0}, 52}, 5);
        const Forecast said = overruled(plain, {{0, 50}, {0, 50}, {}, {}, {}}, {});
        QVERIFY(said.periods[0].quantiles[2] > 25 && said.periods[0].quantiles[6] < 80);
        QVERIFY(said.totals[4].quantiles[7] < 160 && said.totals[4].quantiles[1] > 60);
        const Forecast less = overruled(plain, {{0, 0}, {}, {}, {}, {}}, {});
        QCOMPARE(less.periods[0].quantiles.back(), 0.0);
    }
    void whoHasBeenRightIsTrusted()
    {
        const Forecast plain = forecast({{9, 11, 10, 8, 12, 9, 10, 11, 10, 9, 11, 10, 12}, 52}, 2);
        const auto width = [&](const SaidMiss &miss) {
            const Outlook total = overruled(plain, {{0, 40}, {0, 40}}, miss).totals[1];
            return total.quantiles[6] - total.quantiles[2];
        };
        QVERIFY(width({0.5, 10}) > 2 * width({}));
        QVERIFY(width({0.02, 10}) <= width({}));
        QVERIFY(width({0.5, 10}) > width({0.5, 2}));
    }
    void anyMeansGiveAProperForecast()
    {
        QVERIFY(rc::check("withMeans", [] {
            const Forecast made = forecast({*counts(1, 60), *rc::gen::element(1, 12, 52)}, 6);
            RC_ASSERT(isProper(withMeans(made, *counts(6, 7))));
            std::vector<Overruling> said;
            for (int step = 0; step < 6; ++step)
                said.push_back({*rc::gen::inRange(0, 5) / 4.0, double(*rc::gen::inRange(0, 300))});
            RC_ASSERT(isProper(overruled(made, said, {*rc::gen::inRange(0, 30) / 10.0, *rc::gen::inRange(0, 9)})));
            RC_ASSERT(isProper(lifted(made, *rc::gen::cast<double>(rc::gen::inRange(0, 5)))));
        }));
    }
    void aCategorysYearIsTheRatioToTheYearAround()
    {
        const YearOfCategory year(wave(130)); // 130 = 2.5 years: the last week is half a year after the peak's quarter
        QVERIFY(year.isKnown());
        // 26 + 13 weeks on the wave is at its lowest, 13 at its highest.
        const auto ahead = [](int week) { return std::ptrdiff_t(week - 129); };
        QVERIFY(year.factor(ahead(130 + 13 - 130 % 52 + 52)) > 1.2);
        QVERIFY(year.factor(ahead(130 + 39 - 130 % 52)) < 0.8);
        QVERIFY(!YearOfCategory(wave(60)).isKnown());
    }
    void aYoungProductRisesWithItsCategory()
    {
        const Series category = wave(130); // week 130 is the 26th of its year: on the way down
        const Series own{std::vector<double>(category.values.end() - 20, category.values.end()), 52};
        QVERIFY(borrowsYear(own));
        const Forecast plain = forecast(own, 12);
        const Forecast borrowed = forecastBorrowing(own, YearOfCategory(category), 12);
        QCOMPARE(borrowed.method, Method::CountsByCategory);
        QVERIFY(borrowed.periods[11].mean < plain.periods[11].mean * 0.8);
        const double comes = 1000 + 500 * std::sin(2 * std::numbers::pi * (130 + 11) / 52.0);
        QVERIFY(std::abs(borrowed.periods[11].mean - comes) < std::abs(plain.periods[11].mean - comes));
    }
    void anyYoungProductHasAProperForecast()
    {
        QVERIFY(rc::check("borrowed and launched", [] {
            const Series own{*counts(1, 40), 52};
            const Forecast made = forecastBorrowing(own, YearOfCategory({*counts(78, 160), 52}), 8);
            RC_ASSERT(made.periods.size() == 8u && isProper(made));
            const auto similar = *rc::gen::container<std::vector<std::vector<double>>>(4, counts(5, 60));
            const auto launched = launchForecast({*counts(1, 5), 52}, similar, 8);
            RC_ASSERT(launched && launched->periods.size() == 8u && isProper(*launched));
        }));
    }
    void aLaunchGoesOnAsSimilarOnesDidTimesItsOwnStart()
    {
        const std::vector<std::vector<double>> similar{{40, 20, 10, 10, 10}, {44, 22, 11, 11, 11}, {36, 18, 9, 9, 9}};
        const auto twice = launchForecast({{80, 40}, 52}, similar, 3);
        QVERIFY(twice);
        QCOMPARE(twice->method, Method::Launch);
        QVERIFY(twice->periods[0].mean > 17 && twice->periods[0].mean < 20.5);
        QVERIFY(!launchForecast({{80, 40}, 52}, {similar[0], similar[1]}, 3)); // two are not enough
        QVERIFY(!launchForecast({{80, 40}, 52}, {{1}, {1, 2}, {3}}, 3)); // none is older
    }
    void aLaunchIsNoJaggedCurveOfFewProducts()
    {
        std::vector<double> first;
        std::vector<double> second;
        std::vector<double> third;
        for (int week = 0; week < 40; ++week) {
            first.push_back(week == 20 ? 90 : 1 + week % 3); // once
            second.push_back(week % 4 == 0 ? 12 : 0);
            third.push_back(week % 3 == 0 ? 9 : 0);
        }
        const auto made = launchForecast({{3, 2, 4, 3, 3, 2, 4}, 52}, {first, second, third}, 26);
        QVERIFY(made);
        for (size_t week = 1; week < 26; ++week) {
            QVERIFY(std::abs(made->periods[week].mean - made->periods[week - 1].mean) < 1);
            QVERIFY(made->periods[week].quantiles[8] < 25);
        }
    }
    void usualBookingsGrowAlongTheCurve()
    {
        const Curve line = meanCurve({}, 10);
        const Band half = usualBookings(line, 0.5, {200, 40});
        QVERIFY(half.low > 60 && half.low < 100 && half.high > 100 && half.high < 140);
        const Band all = usualBookings(line, 1, {200, 40});
        QVERIFY(all.low > half.low && all.high > half.high);
    }
    void someStayWithWhatIsBelowInTheDistribution()
    {
        QVERIFY(isNear(demandBelow({500, 100}, 500), 0.5));
        QVERIFY(isNear(demandBelow({500, 100}, 664.5), 0.95, 1e-3));
        QCOMPARE(demandBelow({500, 0}, 499), 0.0);
    }
};

QTEST_APPLESS_MAIN(NewProductsTest)
#include "newproductstest.moc"
