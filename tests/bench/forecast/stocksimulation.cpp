#include "tests/bench/forecast/stocksimulation.h"

#include "models/forecast/forecaster.h"
#include "models/forecast/intermittent.h"
#include "models/forecast/replenishment.h"
#include "tests/bench/forecast/rivals.h"

#include <algorithm>
#include <deque>

namespace waitline::bench {

using namespace forecasting;

namespace {

constexpr int weeksSimulated = 26;
constexpr int weeksOfWarmUp = 4;
constexpr double holdingCost = 0.2;
constexpr double shortageCost = 1.0;

struct Tally {
    double cost = 0;
    double demand = 0;
    double met = 0;
};

/// One product's weeks. Stock below zero is what waits.
void simulate(const std::vector<double> &sales, const StockPolicy &policy, Tally &tally)
{
    const size_t first = sales.size() - weeksSimulated;
    const auto levelAt = [&](size_t known) {
        return policy.orderUpTo(std::vector<double>(sales.begin(), sales.begin() + std::ptrdiff_t(known)));
    };
    double stock = std::ceil(levelAt(first));
    std::deque<double> pipeline(protectedWeeks, 0.0);
    for (size_t week = first; week < sales.size(); ++week) {
        stock += pipeline.front();
        pipeline.pop_front();
        const double met = std::clamp(stock, 0.0, sales[week]);
        stock -= sales[week];
        if (week >= first + weeksOfWarmUp) {
            tally.cost += stock >= 0 ? holdingCost * stock : -shortageCost * stock;
            tally.demand += sales[week];
            tally.met += met;
        }
        double position = stock;
        for (const double onOrder : pipeline)
            position += onOrder;
        pipeline.push_back(double(unitsToOrder(levelAt(week + 1), Units(position), 1, 0)));
    }
}

} // namespace

StockResult simulateStock(const SeriesSet &set, const StockPolicy &policy, int stride)
{
    Tally tally;
    for (size_t at = 0; at < set.series.size(); at += size_t(stride))
        simulate(set.series[at], policy, tally);
    return {tally.cost / (weeksSimulated - weeksOfWarmUp), tally.demand > 0 ? tally.met / tally.demand : 0.0};
}

std::vector<StockPolicy> stockPolicies()
{
    return {{"Waitline",
             [](const std::vector<double> &history) {
                 const Forecast made = forecast({history, 52}, protectedWeeks);
                 const Outlook &total = made.totals.back();
                 return demandNotExceeded({total.mean, total.deviation}, criticalShare, made.isCounted(total.mean, total.deviation));
             }},
            {"SES, no safety stock",
             [](const std::vector<double> &history) { return smoothedRates(history, 0.15).back() * protectedWeeks; }},
            {"SES, negative binomial",
             [](const std::vector<double> &history) { return quantileAt(smoothedCounts(history, protectedWeeks), criticalShare); }}};
}

} // namespace waitline::bench
