#pragma once

#include <functional>
#include <vector>

namespace waitline::forecasting {

/// One thing to be found, between its bounds.
struct Unknown {
    double start = 0;
    double lower = 0;
    double upper = 1;
};

/// Where `loss` is least within the bounds, by the method of Nelder and Mead; at most `evaluations` looks. A loss that is
/// no number counts as very large. Gives the best point seen, and the start where the search fails.
[[nodiscard]] std::vector<double> leastLoss(const std::vector<Unknown> &unknowns, int evaluations,
                                            const std::function<double(const std::vector<double> &)> &loss);

} // namespace waitline::forecasting
