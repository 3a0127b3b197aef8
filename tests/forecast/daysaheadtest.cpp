#include "models/forecast/daysahead.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>

using namespace waitline::forecasting;

namespace {

bool isNear(double a, double b, double tolerance = 1e-6) { return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b)); }

DaysAhead wholeWeeks(const Forecast &made)
{
    std::vector<Stretch> stretches;
    for (size_t week = 0; week < made.periods.size(); ++week)
        stretches.push_back({week, 1, 7});
    return inStretches(made, stretches);
}

Forecast told(const std::vector<double> &means)
{
    Forecast made;
    double total = 0;
    for (size_t at = 0; at < means.size(); ++at) {
        total += means[at];
        made.periods.push_back({means[at], 2, {}});
        made.totals.push_back({total, 2 * std::sqrt(double(at + 1)), {}});
    }
    return made;
}

} // namespace

/// Demand of the days to come, from any day of the period that is running.
class DaysAheadTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void demandBetweenTwoPeriodsLiesBetweenThem()
    {
        const DaysAhead ahead = wholeWeeks(forecast({std::vector<double>(60, 7.0), 52}, 4));
        QVERIFY(isNear(demandOverDays(ahead, 7).mean, 7));
        QVERIFY(isNear(demandOverDays(ahead, 10.5).mean, 10.5));
        QVERIFY(isNear(demandOverDays(ahead, 700).mean, 28));
        QVERIFY(isNear(demandOverDays(ahead, 0).mean, 0));
    }
    void whatIsOverOfTheRunningPeriodIsNotExpectedAnyMore()
    {
        // Two days are left of a period of 2, then one of 30 begins.
        const DaysAhead ahead = inStretches(told({2, 30, 2}), {{0, 2.0 / 30, 2}, {1, 1, 31}, {2, 1, 31}});
        QVERIFY(isNear(demandOverDays(ahead, 21).mean, 2 * 2.0 / 30 + 30 * 19.0 / 31));
        QVERIFY(isNear(demandOverDays(ahead, 2).deviation, std::sqrt(4 * 2.0 / 30)));
        QVERIFY(isNear(demandOverDays(ahead, 40).mean, 2 * 2.0 / 30 + 30 + 2 * 7.0 / 31));
    }
    void wholePeriodsHaveTheForecastsOwnTotals()
    {
        QVERIFY(rc::check([] {
            const auto counts = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(0, 30));
            const Forecast made = forecast({std::vector<double>(counts.begin(), counts.end()), 52}, 6);
            const DaysAhead ahead = wholeWeeks(made);
            for (size_t week = 0; week < made.totals.size(); ++week) {
                const DemandOver demand = demandOverDays(ahead, 7.0 * double(week + 1));
                RC_ASSERT(isNear(demand.mean, made.totals[week].mean, 1e-4));
                RC_ASSERT(isNear(demand.deviation, made.totals[week].deviation, 1e-4));
            }
        }));
    }
    void moreDaysAreNeverAskedForLess()
    {
        QVERIFY(rc::check([] {
            const auto counts = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(0, 30));
            const Forecast made = forecast({std::vector<double>(counts.begin(), counts.end()), 52}, 6);
            const int left = *rc::gen::inRange(1, 8);
            std::vector<Stretch> stretches{{0, left / 7.0, double(left)}};
            for (size_t week = 1; week < 6; ++week)
                stretches.push_back({week, 1, 7});
            const DaysAhead ahead = inStretches(made, stretches);
            const DaysAhead whole = wholeWeeks(made);
            double before = 0;
            for (int days = 0; days <= left + 35; ++days) {
                const DemandOver demand = demandOverDays(ahead, days);
                RC_ASSERT(demand.mean >= before - 1e-9 && std::isfinite(demand.deviation));
                // It is what comes of all until then less what is over of the first.
                const double over = (7 - left) / 7.0 * made.periods[0].mean;
                RC_ASSERT(isNear(demand.mean, demandOverDays(whole, 7 - left + days).mean - over, 1e-6));
                before = demand.mean;
            }
        }));
    }
    void cuttingAPeriodChangesNothing()
    {
        const Forecast made = told({14, 28, 7});
        const DaysAhead whole = wholeWeeks(made);
        const DaysAhead cut = inStretches(made, {{0, 3.0 / 7, 3}, {0, 4.0 / 7, 4}, {1, 2.0 / 7, 2}, {1, 5.0 / 7, 5}, {2, 1, 7}});
        for (const double days : {1.0, 3.0, 5.5, 8.0, 12.0, 21.0}) {
            QVERIFY(isNear(demandOverDays(cut, days).mean, demandOverDays(whole, days).mean));
            QVERIFY(isNear(demandOverDays(cut, days).deviation, demandOverDays(whole, days).deviation));
        }
    }
};

QTEST_APPLESS_MAIN(DaysAheadTest)
#include "daysaheadtest.moc"
