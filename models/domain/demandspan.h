#pragma once

#include "models/domain/clock.h"

#include <array>
#include <vector>

namespace waitline {

/// Lengths in days of the spans over which demand is summed up. Each is a multiple of the one before; all but the
/// first begin on a Monday.
inline constexpr std::array<qint64, 3> demandSpans{1, 7, 28};

/// First day of the span of this length that a day falls in.
[[nodiscard]] DayNumber startOfSpan(DayNumber day, qint64 days);

/// Spans of one length that follow one another, to be added or taken off.
struct SpanRun {
    qint64 days = 1;
    DayNumber first = 0; ///< first day of the first span
    DayNumber end = 0; ///< the day after the last one
    bool isTakenOff = false;

    friend bool operator==(const SpanRun &, const SpanRun &) = default;
};

/// Few spans that together are the days from `from` to `to`, both included: long ones inside, and at the ends short
/// ones that fill up or are taken off, whichever are fewer. Empty where `to` is before `from`.
[[nodiscard]] std::vector<SpanRun> spansOf(DayNumber from, DayNumber to);

} // namespace waitline
