#pragma once

#include "models/forecast/replenishment.h"

#include <vector>

namespace waitline::forecasting {

/// What past deliveries, in days, say about the next: their mean and deviation where there are three of them and more,
/// otherwise `agreed` days with a fifth of them to and fro.
[[nodiscard]] LeadTime leadTimeOf(const std::vector<double> &days, double agreed);

/// How late the next delivery may be, from how late (or early, below 0) past ones were, in days. Each of them counts with the
/// days around it, the wider the fewer they are; two more stand for what none of them was like. So a later day is always surer
/// than an earlier one, and none is certain.
class Lateness final {
public:
    explicit Lateness(std::vector<double> daysLate);

    /// The probability that it is no more than `slack` days later than expected; of one that is overdue by so many days
    /// already, not having come before today.
    [[nodiscard]] double kept(double slack, double overdue = 0) const;
    /// The whole days of slack that make it so probable.
    [[nodiscard]] double slackFor(double probability, double overdue = 0) const;

private:
    [[nodiscard]] double within(double slack) const;

    std::vector<double> m_daysLate;
    double m_middle = 0;
    double m_width = 1; ///< of the days around each
    double m_surprise = 1; ///< half of what none was like lies no farther from the middle
};

} // namespace waitline::forecasting
