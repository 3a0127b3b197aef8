#include "models/charts/forecastsheet.h"
#include "models/forecast/adjusted.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

/// Twelve weeks of demand, one of them without any stock, and what comes of them.
ProductForecast lamp()
{
    ProductForecast made;
    made.sku = QStringLiteral("LAMP");
    made.by = Grid::Week;
    made.history.firstPeriod = periodOf(toDayNumber(QDate(2026, 1, 5)), Grid::Week);
    made.history.series = {{4, 6, 5, forecasting::missing, 7, 5, 6, 4, 8, 5, 6, 5}, 52};
    made.firstForecast = made.history.firstPeriod + 12;
    made.soFar = 2;
    made.shareGone = 3.0 / 7; // a Wednesday
    made.methods = forecasting::forecast(made.history.series, 8);
    made.forecast = made.methods;
    return made;
}

StoredSuggestion run()
{
    StoredSuggestion suggestion;
    suggestion.sku = QStringLiteral("GAME");
    suggestion.needMilli = 500'000;
    suggestion.needSpreadMilli = 100'000;
    suggestion.price = 2000;
    suggestion.unitCost = 800;
    suggestion.orderUpTo = 526; // cu 12, co 8: the newsvendor's
    return suggestion;
}

} // namespace

/// A product's forecast and a production run's profit as charts.
class ForecastSheetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void historyAndForecastMeetInTheRunningPeriod()
    {
        const ProductForecast made = lamp();
        const ChartSheet sheet = forecastSheet(made, made.forecast);
        QCOMPARE(sheet.points.size(), size_t(20));
        QCOMPARE(sheet.rows.size(), sheet.points.size());
        QVERIFY(std::abs(sheet.marks.front().at - (12 + 3.0 / 7)) < 1e-9);
        const ChartSeries &past = sheet.series[0];
        const ChartSeries &expected = sheet.series[1];
        QCOMPARE(expected.shape, ChartSeries::Shape::Dashed);
        for (size_t point = 0; point < 20; ++point) {
            QCOMPARE(past.values[point].has_value(), point <= 12 && point != 3);
            QCOMPARE(sheet.points[point].isUnfinished, point == 12);
            QCOMPARE(expected.values[point].has_value(), point >= 12);
        }
        QCOMPARE(*past.values[12], 2.0);
        QCOMPARE(sheet.rows[12][1].toDouble(), 2.0);
        QVERIFY(sheet.points[12].words.contains(QStringLiteral("2 asked for so far")));
        QVERIFY(sheet.points[3].words.contains(QStringLiteral("Not to be had")));
        QVERIFY(sheet.points[12].words.contains(QStringLiteral("80 %")) && sheet.points[12].words.contains(QStringLiteral("95 %")));
    }
    void theWiderBandHoldsTheNarrowerOne()
    {
        const ProductForecast made = lamp();
        const ChartSheet sheet = forecastSheet(made, made.forecast);
        for (size_t point = 12; point < 20; ++point) {
            QVERIFY(*sheet.series[3].values[point] <= *sheet.series[2].values[point]);
            QVERIFY(*sheet.series[2].values[point] <= *sheet.series[2].upper[point]);
            QVERIFY(*sheet.series[2].upper[point] <= *sheet.series[3].upper[point]);
        }
    }
    void aLiftIsShownAtOnce()
    {
        const ProductForecast made = lamp();
        const WhatIfAnswer answer = answerOf(made, {1.5, std::nullopt});
        const ChartSheet plain = forecastSheet(made, made.forecast);
        const ChartSheet lifted = forecastSheet(made, answer.forecast);
        QVERIFY(std::abs(*lifted.series[1].values[15] - 1.5 * *plain.series[1].values[15]) < 1e-9);
        QCOMPARE(*lifted.series[0].values[5], *plain.series[0].values[5]);
    }
    void withoutAProductItAsksForOne()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        const ChartSheet sheet = must(forecastSheet(database.connection(), DemandQuestion{}));
        QVERIFY(sheet.isEmpty());
        QVERIFY(sheet.emptySentence.startsWith(QStringLiteral("Choose a product")));
    }
    void noOtherRunEarnsMoreThanTheSuggestedOne()
    {
        const ChartSheet sheet = profitSheet(run(), must(Currency::fromCode(QStringLiteral("EUR"))));
        QVERIFY(sheet.points.size() > 10);
        size_t best = 0;
        for (size_t point = 1; point < sheet.points.size(); ++point) {
            if (*sheet.series[0].values[point] > *sheet.series[0].values[best])
                best = point;
        }
        QVERIFY(std::abs(double(best) + 0.5 - sheet.marks.front().at) < 1.0);
        QVERIFY(sheet.marks.front().name.contains(QStringLiteral("526")));
        QVERIFY(sheet.points[best].words.contains(QStringLiteral("some stay")));
    }
    void aRunNobodyKnowsTheDemandOfIsEmpty()
    {
        StoredSuggestion nothing = run();
        nothing.needMilli = 0;
        QVERIFY(profitSheet(nothing, must(Currency::fromCode(QStringLiteral("EUR")))).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ForecastSheetTest)
#include "forecastsheettest.moc"
