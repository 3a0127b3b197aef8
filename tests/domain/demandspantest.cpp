#include "models/domain/demandspan.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace waitline;

class DemandSpanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansBeginOnMondays()
    {
        for (const QDate day : {QDate(2026, 3, 2), QDate(2026, 3, 8), QDate(1969, 12, 30), QDate(1970, 1, 1)}) {
            const QDate monday = day.addDays(1 - day.dayOfWeek());
            QCOMPARE(fromDayNumber(startOfSpan(toDayNumber(day), 7)), monday);
            const QDate longest = fromDayNumber(startOfSpan(toDayNumber(day), 28));
            QCOMPARE(longest.dayOfWeek(), 1);
            QVERIFY(longest <= day && longest.daysTo(day) < 28);
            QCOMPARE(startOfSpan(toDayNumber(day), 1), toDayNumber(day));
        }
    }
    void aPeriodIsLongSpansInsideAndShortOnesAtItsEnds()
    {
        const DayNumber start = startOfSpan(20'000, 28);
        QCOMPARE(spansOf(start, start + 83), (std::vector<SpanRun>{{28, start, start + 84, false}}));
        QCOMPARE(spansOf(start + 1, start + 2), (std::vector<SpanRun>{{1, start + 1, start + 3, false}}));
        // All but a day: that day is taken off.
        QCOMPARE(spansOf(start + 1, start + 83), (std::vector<SpanRun>{{1, start, start + 1, true}, {28, start, start + 84, false}}));
        QVERIFY(spansOf(start, start - 1).empty());
    }
    void theSpansTogetherAreTheDaysOfThePeriod()
    {
        QVERIFY(rc::check([] {
            const DayNumber from = *rc::gen::inRange<DayNumber>(-400, 400);
            const DayNumber to = from + *rc::gen::inRange<DayNumber>(0, 300);
            std::map<DayNumber, int> days;
            size_t spans = 0;
            for (const SpanRun &run : spansOf(from, to)) {
                RC_ASSERT(run.first < run.end);
                RC_ASSERT(startOfSpan(run.first, run.days) == run.first && startOfSpan(run.end, run.days) == run.end);
                for (DayNumber day = run.first; day < run.end; ++day)
                    days[day] += run.isTakenOff ? -1 : 1;
                spans += size_t((run.end - run.first) / run.days);
            }
            std::erase_if(days, [](const auto &day) { return day.second == 0; });
            RC_ASSERT(qint64(days.size()) == to - from + 1);
            RC_ASSERT(days.begin()->first == from && days.rbegin()->first == to);
            RC_ASSERT(std::all_of(days.begin(), days.end(), [](const auto &day) { return day.second == 1; }));
            RC_ASSERT(qint64(spans) <= (to - from + 1) / 28 + 12);
        }));
    }
};

QTEST_APPLESS_MAIN(DemandSpanTest)
#include "demandspantest.moc"
