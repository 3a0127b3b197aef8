#include "models/forecast/optimum.h"

#include <nlopt.h>

#include <cmath>
#include <memory>

namespace waitline::forecasting {

namespace {

constexpr double veryLarge = 1e30;

struct Search {
    const std::function<double(const std::vector<double> &)> &loss;
    std::vector<double> point;
    std::vector<double> best;
    double least = veryLarge;
};

double look(unsigned count, const double *point, double *, void *context)
{
    Search &search = *static_cast<Search *>(context);
    search.point.assign(point, point + count);
    const double loss = search.loss(search.point);
    if (!std::isfinite(loss))
        return veryLarge;
    if (loss < search.least) {
        search.least = loss;
        search.best = search.point;
    }
    return loss;
}

} // namespace

std::vector<double> leastLoss(const std::vector<Unknown> &unknowns, int evaluations,
                              const std::function<double(const std::vector<double> &)> &loss)
{
    std::vector<double> start;
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<double> step;
    for (const Unknown &unknown : unknowns) {
        start.push_back(unknown.start);
        lower.push_back(unknown.lower);
        upper.push_back(unknown.upper);
        step.push_back((unknown.upper - unknown.lower) / 5);
    }
    Search search{loss, start, start, veryLarge};
    if (unknowns.empty())
        return start;
    const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> optimiser(nlopt_create(NLOPT_LN_NELDERMEAD, unsigned(start.size())),
                                                                           &nlopt_destroy);
    nlopt_set_min_objective(optimiser.get(), &look, &search);
    nlopt_set_lower_bounds(optimiser.get(), lower.data());
    nlopt_set_upper_bounds(optimiser.get(), upper.data());
    nlopt_set_initial_step(optimiser.get(), step.data());
    nlopt_set_ftol_rel(optimiser.get(), 1e-5);
    nlopt_set_xtol_abs1(optimiser.get(), 1e-3);
    nlopt_set_maxeval(optimiser.get(), evaluations);
    double found = 0;
    // A search that ends early has still told its best point.
    nlopt_optimize(optimiser.get(), start.data(), &found);
    return search.best;
}

} // namespace waitline::forecasting
