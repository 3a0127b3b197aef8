#include "models/forecast/classification.h"
#include "models/forecast/counts.h"
#include "models/forecast/courseofyear.h"
#include "models/forecast/discounted.h"
#include "models/forecast/ets.h"
#include "models/forecast/giants.h"
#include "models/forecast/intermittent.h"
#include "models/forecast/normal.h"
#include "models/forecast/optimum.h"
#include "models/forecast/pool.h"
#include "models/forecast/seasonality.h"
#include "models/forecast/stl.h"
#include "models/forecast/theta.h"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace waitline::forecasting;

namespace {

constexpr double pi = 3.14159265358979;

/// A year of 12 months that returns, on a level that grows.
std::vector<double> seasonalYears(int years, double growth = 0)
{
    std::vector<double> values;
    for (int month = 0; month < years * 12; ++month)
        values.push_back((100 + growth * month) * (1 + 0.4 * std::sin(2 * pi * month / 12)));
    return values;
}

bool isNear(double a, double b, double tolerance = 1e-6) { return std::abs(a - b) <= tolerance; }

} // namespace

/// The parts a forecast is made of, each by what its authors say of it.
class MethodsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void demandIsClassifiedBySyntetosAndBoylan()
    {
        QCOMPARE(classify({5, 6, 5, 4, 5, 6}).pattern, Pattern::Smooth);
        QCOMPARE(classify({1, 20, 1, 30, 1, 1}).pattern, Pattern::Erratic);
        QCOMPARE(classify({5, 0, 0, 5, 0, 4}).pattern, Pattern::Intermittent);
        QCOMPARE(classify({1, 0, 0, 40, 0, 1}).pattern, Pattern::Lumpy);
        QCOMPARE(classify({0, 0, 0}).pattern, Pattern::None);
        QCOMPARE(classify({}).pattern, Pattern::None);
        QVERIFY(isNear(classify({2, 0, 2, 0}).interval, 2));
    }
    void missingPeriodsAreNoGaps() { QCOMPARE(classify({5, missing, missing, 5, missing, 4}).pattern, Pattern::Smooth); }
    void slowProductsAreTakenByTheMonth()
    {
        QVERIFY(prefersMonths({0.2, 0.5, 3}));
        QVERIFY(!prefersMonths({0.2, 5, 3}));
        QVERIFY(!prefersMonths({}));
    }

    void crostonSmoothsSizeAndIntervalAtEachDemand()
    {
        const Rates rates = croston({0, 4, 0, 0, 8}, 0.5);
        QVERIFY(isNear(rates[0], 0));
        QVERIFY(isNear(rates[1], 4.0 / 2));
        QVERIFY(isNear(rates[3], 4.0 / 2));
        QVERIFY(isNear(rates[4], 6.0 / 2.5));
    }
    void sbaTakesCrostonsBiasAway()
    {
        const std::vector<double> values{0, 4, 0, 0, 8};
        QVERIFY(isNear(sba(values, 0.2).back(), croston(values, 0.2).back() * 0.9));
    }
    void tsbForgetsADemandThatEnds()
    {
        std::vector<double> values{5, 5, 5, 5};
        values.resize(60, 0.0);
        QVERIFY(tsb(values, 0.1, 0.1).back() < 0.3);
        QVERIFY(isNear(croston(values, 0.1).back(), 5));
    }
    void imapaOfAConstantIsTheConstant() { QVERIFY(isNear(imapa(std::vector<double>(40, 7.0), 6, 0.1).back(), 7)); }
    void recentRatesFollowTheWindow()
    {
        const Rates rates = recentRates({1, 2, 3, 4}, 2);
        QCOMPARE(rates, (Rates{1, 1.5, 2.5, 3.5}));
        // From the mean 16/3 of the first values on.
        QVERIFY(isNear(smoothedRates({4, 4, 8}, 0.5).back(), 16.0 / 3 / 8 + 4.0 / 8 + 4.0 / 4 + 8.0 / 2));
    }

    void theStraightModelGoesOnAsALine()
    {
        std::vector<double> line(40);
        std::iota(line.begin(), line.end(), 10.0);
        const EtsFit fit = fitEts(line, {Noise::Additive, Trend::Straight, Season::None}, {});
        const Track track = trackOf(fit, line, 3);
        QVERIFY(isNear(track.ahead(0), 50, 0.5));
        QVERIFY(isNear(track.ahead(2), 52, 0.5));
    }
    void theDampedTrendFlattens()
    {
        std::vector<double> line(40);
        std::iota(line.begin(), line.end(), 10.0);
        const Track track = dampedTrend(line, {}, 60);
        QVERIFY(track.ahead(59) - track.ahead(58) < track.ahead(1) - track.ahead(0));
    }
    void thetaAddsHalfTheSlope()
    {
        std::vector<double> line(60);
        std::iota(line.begin(), line.end(), 10.0);
        const Track track = theta(line, {}, 5);
        QVERIFY(isNear(track.ahead(4) - track.ahead(3), 0.5, 1e-6));
    }
    void theSeasonalModelRepeatsTheYear()
    {
        const std::vector<double> values = seasonalYears(5);
        const auto factors = factorsOf(*seasonalIndices(values, 12));
        const Track track = trackOf(fitEts(values, {Noise::Multiplicative, Trend::None, Season::Multiplicative}, factors), values, 12);
        for (size_t month = 0; month < 12; ++month)
            QVERIFY(isNear(track.ahead(month), values[month], 3));
    }
    void seasonalNaiveSaysLastYear()
    {
        const std::vector<double> values = seasonalYears(3);
        const Track track = seasonalNaive(values, 12, 18);
        QCOMPARE(track.ahead(0), values[24]);
        QCOMPARE(track.ahead(13), values[25]);
    }
    void akaikeWeightsAddUpToOne()
    {
        std::vector<EtsFit> fits(3);
        fits[0].aicc = 100;
        fits[1].aicc = 102;
        fits[2].aicc = std::numeric_limits<double>::infinity();
        const std::vector<double> weights = akaikeWeights(fits);
        QVERIFY(isNear(weights[0] + weights[1] + weights[2], 1));
        QVERIFY(isNear(weights[1] / weights[0], std::exp(-1.0)));
        QVERIFY(isNear(weights[2], 0));
    }

    void seasonalIndicesHaveMeanOneAndAnError()
    {
        const auto indices = seasonalIndices(seasonalYears(4), 12);
        QVERIFY(indices);
        double sum = 0;
        for (const SeasonalIndex &index : *indices)
            sum += index.factor;
        QVERIFY(isNear(sum, 12));
        QVERIFY(isNear(indices->at(3).factor, 1.4, 0.02));
        QVERIFY(!seasonalIndices(std::vector<double>(23, 1.0), 12));
        QVERIFY(!seasonalIndices(std::vector<double>(48, 0.0), 12));
    }
    void uncertainIndicesAreDrawnToOne()
    {
        const auto drawn = drawnToOne({{1.2, 0.2}, {0.8, 0.2}});
        QVERIFY(isNear(drawn[0].factor, 1));
        QVERIFY(isNear(drawnToOne({{1.2, 0}, {0.8, 0}})[0].factor, 1.2));
    }
    void strengthTellsASeasonFromNone()
    {
        QVERIFY(seasonalStrength(seasonalYears(5), 12) > 0.95);
        QVERIFY(trendStrength(seasonalYears(5, 3), 12) > 0.95);
        QVERIFY(returnsYearly(seasonalYears(5), 12));
        std::vector<double> noise;
        unsigned state = 1;
        for (int i = 0; i < 60; ++i)
            noise.push_back(50 + double((state = state * 1103515245U + 12345U) >> 16 & 0x7fff) / 1000);
        QVERIFY(seasonalStrength(noise, 12) < 0.6);
        QVERIFY(!returnsYearly(noise, 12));
    }
    void stlAddsUpToTheValues()
    {
        const std::vector<double> values = seasonalYears(4, 1);
        const Decomposition parts = stl(values, 12);
        for (size_t i = 0; i < values.size(); ++i)
            QVERIFY(isNear(parts.trend[i] + parts.seasonal[i] + parts.rest[i], values[i]));
    }

    void poissonAndNegativeBinomialQuantilesAreTheTables()
    {
        // R: qpois(c(.025,.5,.975), 3) = 0 3 7; qnbinom(c(.05,.5,.95), size = 2, mu = 4) = 0 3 11.
        const Quantiles poisson = countQuantiles(3, 3);
        QCOMPARE(poisson[0], 0.0);
        QCOMPARE(std::ceil(poisson[4]), 3.0);
        QCOMPARE(std::ceil(poisson[8]), 7.0);
        const Quantiles binomial = countQuantiles(4, 4 + 16 / 2.0);
        QCOMPARE(binomial[1], 0.0);
        QCOMPARE(std::ceil(binomial[4]), 3.0);
        QCOMPARE(std::ceil(binomial[7]), 11.0);
        QCOMPARE(countQuantile(3, 3, 0.975), 7.0);
    }
    void betweenTheStepsOfACountLiesAStraightLine()
    {
        // R: ppois(2, 3) = 0.42319008, ppois(3, 3) = 0.64723189.
        QVERIFY(isNear(countQuantiles(3, 3)[4], 2 + (0.5 - 0.42319008) / (0.64723189 - 0.42319008), 1e-6));
    }
    void aBandFromZeroEndsHalfWayToTheShortest()
    {
        // Nothing in 3 of 4 periods: both bands begin at 0, and levels between them stay.
        const Quantiles levels = bandLevels(countQuantiles(0.3, 0.35));
        QCOMPARE(levels[6], 0.85);
        QCOMPARE(levels[8], 0.9625);
        QCOMPARE(levels[7], 0.95);
        QCOMPARE(bandLevels(countQuantiles(100, 120)), quantileLevels);
        QCOMPARE(bandLevels(countQuantiles(3.2, 3.2)), quantileLevels); // nothing in 4 % of the periods
    }
    void largeCountsAreNearlyNormal()
    {
        const Quantiles quantiles = countQuantiles(10000, 10000);
        QVERIFY(isNear(quantiles[4], 10000, 2));
        QVERIFY(isNear(quantiles[8], 10000 + 1.95996 * 100, 2));
    }
    void empiricalQuantilesFollowTheWeights()
    {
        const Quantiles quantiles = weightedQuantiles({3, 1, 2}, {1, 1, 2});
        QCOMPARE(quantiles[0], 1.0);
        QCOMPARE(quantiles[4], 2.0);
        QCOMPARE(quantiles[8], 3.0);
    }
    void theLotIsTheLargestCommonPart()
    {
        QCOMPARE(lotOf({24, 36, 0, 12}).value(), 12.0);
        QCOMPARE(lotOf({3, 5}).value(), 1.0);
        QVERIFY(isNear(lotOf({2.5, 7.5, 5}).value(), 2.5));
        QVERIFY(!lotOf({}));
        QVERIFY(!lotOf({1e9, 1}));
    }

    void aSingleGiantIsDampedAndTold()
    {
        Series series{std::vector<double>(30, 0.0), 12};
        for (size_t i = 0; i < 30; ++i)
            series.values[i] = 10 + double(i % 5);
        series.values[20] = 5000;
        const std::vector<Giant> giants = giantsOf(series);
        QCOMPARE(giants.size(), size_t(1));
        QCOMPARE(giants[0].period, size_t(20));
        QVERIFY(damped(series, giants).values[20] < 30);
        // The same month of the year before knows it: a season, no giant.
        series.values[8] = 4000;
        QVERIFY(giantsOf(series).empty());
    }

    void weightsPreferTheRecentAndTheSameTimeOfYear()
    {
        const Series series{std::vector<double>(120, 1.0), 52};
        const std::vector<double> weights = WeightedHistory(series, 1, true).weights(120, 0);
        QVERIFY(isNear(std::accumulate(weights.begin(), weights.end(), 0.0), 1));
        QVERIFY(weights[119] > weights[100]);
        QVERIFY(weights[68] > weights[90]);
        const std::vector<double> flat = WeightedHistory(series, 1, false).weights(120, 0);
        QVERIFY(flat[68] < flat[90]);
    }
    void missingPeriodsWeighNothing()
    {
        const Series series{{4, missing, 4, missing, 4}, 12};
        const WeightedHistory history(series, 1, false);
        QVERIFY(isNear(history.moments(5, 0).mean, 4));
        QVERIFY(isNear(history.mean(5, 0), 4));
        QCOMPARE(history.weights(5, 0)[3], 0.0);
    }
    void theMeanIsThatOfTheWeights()
    {
        Series series{{}, 52};
        for (int week = 0; week < 130; ++week)
            series.values.push_back(week % 9 == 4 ? missing : (week * 7) % 23);
        for (const bool byYear : {false, true}) {
            const WeightedHistory history(series, 8, byYear);
            for (const size_t known : {1, 40, 52, 130}) {
                const std::vector<double> weights = history.weights(known, 7);
                double mean = 0;
                for (size_t i = 0; i < known; ++i)
                    mean += isMissing(series.values[i]) ? 0.0 : weights[i] * series.values[i];
                QVERIFY(isNear(history.mean(known, 7), mean, 1e-9));
            }
        }
    }
    void fewValuesDoNotTellTheirVariance()
    {
        const Series one{{7}, 1};
        QVERIFY(isNear(WeightedHistory(one, 1, false).moments(1, 0).variance, 0.25 * 49));
        const Series eight{std::vector<double>(8, 7.0), 1};
        QVERIFY(isNear(WeightedHistory(eight, 1, false).moments(8, 0).variance, 0));
    }
    void whatVariesLessThanCountsIsFoundByItsDispersion()
    {
        QVERIFY(isSurerThanCounts(100, 25, 60));
        QVERIFY(!isSurerThanCounts(100, 90, 60));
        QVERIFY(!isSurerThanCounts(100, 25, 7));
        QVERIFY(isSurerThanCounts(1, 0, 8));
    }

    void theCourseOfAYearKeepsAPeakAndLeavesNoiseOut()
    {
        std::vector<double> values;
        for (int week = 0; week < 160; ++week)
            values.push_back(week % 52 >= 48 ? 200 : 100);
        const std::vector<double> factors = CourseOfYear(values, 52).factors();
        QVERIFY(isNear(factors[48] / factors[40], 2, 0.02));
        QVERIFY(isNear(factors[47] / factors[40], 1, 0.02));
        QVERIFY(isNear(std::accumulate(factors.begin(), factors.end(), 0.0), 52));
        unsigned state = 1;
        for (double &value : values)
            value = 50 + double((state = state * 1103515245U + 12345U) >> 16 & 0x7fff) / 1000;
        for (const double factor : CourseOfYear(values, 52).factors())
            QVERIFY(isNear(factor, 1, 0.2));
        QVERIFY(!CourseOfYear(std::vector<double>(103, 1.0), 52).isKnown());
        QVERIFY(!CourseOfYear(values, 1).isKnown());
    }
    void theCourseOfAYearDoesNotSeeWhatItIsJudgedBy()
    {
        std::vector<double> values(156, 100.0);
        std::vector<double> other = values;
        other[120] = 900;
        QVERIFY(!isNear(CourseOfYear(values, 52).factors()[16], CourseOfYear(other, 52).factors()[16], 0.1));
        QVERIFY(isNear(CourseOfYear(values, 52).factors(120, 121)[16], CourseOfYear(other, 52).factors(120, 121)[16], 0.1));
    }
    void whoIsFarOffHasNoVoice()
    {
        Track right(3, 1);
        Track wrong(3, 1);
        for (size_t origin = 0; origin < 3; ++origin) {
            right.at(origin, 0) = 1;
            wrong.at(origin, 0) = 2;
        }
        const std::vector<double> values{1, 1.1, missing};
        QVERIFY(isNear(squaredMiss(right, values, 0), 0.01, 1e-9));
        QVERIFY(isNear(squaredMiss(wrong, values, 0), 0.81 / 2, 1e-9));
        const std::vector<double> weights = weightsByMiss({squaredMiss(right, values, 0), squaredMiss(wrong, values, 0)});
        QVERIFY(isNear(weights[0] + weights[1], 1) && weights[0] > 0.99);
        QVERIFY(isNear(weightedSum({right, wrong}, {0.25, 0.75}).ahead(0), 1.75));
    }

    void theLeastLossIsFound()
    {
        const auto point = leastLoss({{0.15, 0, 1}, {0.9, 0, 1}}, 400, [](const std::vector<double> &at) {
            return (at[0] - 0.3) * (at[0] - 0.3) + (at[1] - 0.6) * (at[1] - 0.6);
        });
        QVERIFY(isNear(point[0], 0.3, 0.01));
        QVERIFY(isNear(point[1], 0.6, 0.01));
    }
    void theNormalDistributionIsTheTable()
    {
        QVERIFY(isNear(normalQuantile(0.95), 1.644854, 1e-6));
        QVERIFY(isNear(normalProbability(1.959964), 0.975, 1e-6));
        QVERIFY(isNear(normalDensity(0), 0.398942, 1e-6));
    }
};

QTEST_APPLESS_MAIN(MethodsTest)
#include "methodstest.moc"
