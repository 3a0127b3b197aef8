#pragma once

#include <cmath>
#include <limits>
#include <vector>

namespace waitline::forecasting {

/// A period nobody knows about, such as one out of stock without recorded demand. It is not a zero.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] inline bool isMissing(double value) { return std::isnan(value); }

/// Demand per period, oldest first.
struct Series {
    std::vector<double> values;
    int season = 1; ///< periods in a year: 12 for months, 52 for weeks, 1 where nothing returns
    bool isAlive = false; ///< demand has come since the last period: it has not ended, however long nothing came before
};

/// The same series fit for arithmetic: negative demand is none, what is no finite number is missing, and what stands
/// before the first period that is known and not zero is left out. Only the last `longest` periods are kept.
[[nodiscard]] Series cleaned(const Series &series);
inline constexpr int longest = 520;

/// The values that are known, in their order.
[[nodiscard]] std::vector<double> knownValues(const std::vector<double> &values);

/// The series told in units of `unit`, without the last bits, so that fits see the same numbers whatever it is told in.
[[nodiscard]] Series inUnits(Series series, double unit);

/// Each missing period filled from the same one of the neighbouring years, or between its neighbours.
[[nodiscard]] std::vector<double> filled(const Series &series);

[[nodiscard]] double meanOf(const std::vector<double> &values);
/// Population variance; 0 for fewer than two values.
[[nodiscard]] double varianceOf(const std::vector<double> &values);
/// The middle of the values; 0 for none.
[[nodiscard]] double medianOf(std::vector<double> values);

} // namespace waitline::forecasting
