#pragma once

#include "tests/bench/forecast/sets.h"

#include <functional>

namespace waitline::bench {

/// The level up to which stock is ordered, from the history up to now.
struct StockPolicy {
    const char *name;
    std::function<double(const std::vector<double> &history)> orderUpTo;
};

struct StockResult {
    double costAWeek = 0; ///< over all products
    double fillRate = 0; ///< share of demand met at once
};

/// What is needed over the weeks an order has to last: placed at the end of week t it arrives at the start of week t + 3.
inline constexpr int protectedWeeks = 3;
/// Holding 0.2, shortage 1.0: the probability of not being short that costs least.
inline constexpr double criticalShare = 1.0 / 1.2;

/// Weekly review over the last 26 weeks, the first 4 for warming up; unmet demand waits.
[[nodiscard]] StockResult simulateStock(const SeriesSet &set, const StockPolicy &policy, int stride);

/// The program's own policy, one without safety stock, and smoothing with negative binomial quantiles.
[[nodiscard]] std::vector<StockPolicy> stockPolicies();

} // namespace waitline::bench
