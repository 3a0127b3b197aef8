#include "models/domain/demandspan.h"

#include <algorithm>

namespace waitline {

namespace {

// Day 0 was a Thursday.
constexpr DayNumber mondayBeforeDayZero = -3;

/// The start of a span that is nearest to a day.
DayNumber nearestStart(DayNumber day, qint64 days) { return startOfSpan(day + days / 2, days); }

/// The days from `from` up to but not `to`; or taken off, those from `to` up to but not `from`.
void addRun(std::vector<SpanRun> &runs, qint64 days, DayNumber from, DayNumber to)
{
    if (from != to)
        runs.push_back({days, std::min(from, to), std::max(from, to), to < from});
}

} // namespace

DayNumber startOfSpan(DayNumber day, qint64 days)
{
    const qint64 into = (day - mondayBeforeDayZero) % days;
    return day - (into < 0 ? into + days : into);
}

std::vector<SpanRun> spansOf(DayNumber from, DayNumber to)
{
    std::vector<SpanRun> runs;
    if (to < from)
        return runs;
    // Both ends move to where longer spans begin, and what they moved over is made good in the spans they were at.
    DayNumber first = from;
    DayNumber end = to + 1;
    for (size_t i = 0; i + 1 < demandSpans.size(); ++i) {
        const DayNumber firstOfLonger = nearestStart(first, demandSpans[i + 1]);
        const DayNumber endOfLonger = nearestStart(end, demandSpans[i + 1]);
        if (firstOfLonger == endOfLonger) {
            addRun(runs, demandSpans[i], first, end);
            return runs;
        }
        addRun(runs, demandSpans[i], first, firstOfLonger);
        addRun(runs, demandSpans[i], endOfLonger, end);
        first = firstOfLonger;
        end = endOfLonger;
    }
    addRun(runs, demandSpans.back(), first, end);
    return runs;
}

} // namespace waitline
