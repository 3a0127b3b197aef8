#pragma once

#include "models/forecast/replenishment.h"

#include <vector>

namespace waitline::forecasting {

/// What past deliveries, in days, say about the next: their mean and deviation where there are three of them and more,
/// otherwise `agreed` days with a fifth of them to and fro.
[[nodiscard]] LeadTime leadTimeOf(const std::vector<double> &days, double agreed);

/// How probable it is that a delivery is no more than `slack` days later than expected, from how late (or early, below 0)
/// past ones were. One delivery in time and one late are taken for known before the first.
[[nodiscard]] double keptProbability(const std::vector<double> &daysLate, double slack);

/// The days of slack that make a delivery so probable.
[[nodiscard]] double slackFor(std::vector<double> daysLate, double probability);

} // namespace waitline::forecasting
