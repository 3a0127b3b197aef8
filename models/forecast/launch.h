#pragma once

#include "models/forecast/forecaster.h"
#include "models/forecast/replenishment.h"

#include <optional>
#include <vector>

namespace waitline::forecasting {

/// Cumulative share of all orders by time, from 0 to 1: at the start, at each further step, at the end.
using Curve = std::vector<double>;

/// The mean of the courses of similar products or campaigns, each given as units per step, stretched to `steps` steps.
/// Without any, a straight line.
[[nodiscard]] Curve meanCurve(const std::vector<std::vector<double>> &courses, size_t steps);

/// The share of a curve reached after `share` of its time.
[[nodiscard]] double reached(const Curve &curve, double share);

/// All orders expected of a campaign that has `ordered` after `elapsedShare` of its time. The orders so far divided by
/// the curve are drawn towards `usual`, the orders of similar campaigns, the more the less of the curve is behind:
/// Gamma–Poisson with the spread of the usual ones as prior (after Moe and Fader 2002). Without a usual they stand alone.
[[nodiscard]] DemandOver campaignTotal(double ordered, const Curve &curve, double elapsedShare, const DemandOver &usual);

/// Within what the orders of a campaign like the usual ones stand with 80 % after `elapsedShare` of its time: Gamma–Poisson.
struct Band {
    double low = 0;
    double high = 0;
};
[[nodiscard]] Band usualBookings(const Curve &curve, double elapsedShare, const DemandOver &usual);

/// The forecast of a product too new to tell its own: the periods after its `age`-th of similar ones, scaled by what it sold
/// so far against them (Gamma–Poisson, as for campaigns); none without three similar ones.
[[nodiscard]] std::optional<Forecast> launchForecast(const Series &own, const std::vector<std::vector<double>> &similar, int horizon);

/// While a product grows up: how similar ones went on from its age, with this share, and what its own history tells.
[[nodiscard]] Forecast growingUp(const Forecast &asLaunched, Forecast fromOwn, double shareOfLaunch);

/// Demand of the first `periods` periods of a new product from those of similar ones at the same age; the spread between
/// the similar ones, and never less than half of the mean: a launch is not known well.
[[nodiscard]] std::vector<Outlook> launchOutlook(const std::vector<std::vector<double>> &similar, int periods);

/// What is still ordered until the release at the pace of a product's own full weeks, the latest counting most, damped with
/// every week ahead; none before it has three weeks.
[[nodiscard]] std::optional<DemandOver> ordersAtOwnPace(const std::vector<double> &weeks, double weeksLeft);

/// The late orders as `launches` earlier launches tell them and as the product's own pace does, each as far as it is known.
[[nodiscard]] DemandOver lateOrders(const DemandOver &byLaunches, size_t launches, const std::optional<DemandOver> &atOwnPace);

/// What a production run has to cover: confirmed orders as far as they are kept, and the late ones. Deviations add up as
/// squares; each confirmed order is kept or not by itself.
[[nodiscard]] DemandOver productionDemand(double confirmed, double keepRate, const DemandOver &late);

/// The expected profit of making `units`: each sold earns `costOfShort`, each left loses `costOfOver`.
[[nodiscard]] double expectedProfit(const DemandOver &demand, double units, double costOfShort, double costOfOver);

/// The probability that less is asked for than `units`.
[[nodiscard]] double demandBelow(const DemandOver &demand, double units);

/// The smallest run with F(q) ≥ cu / (cu + co).
[[nodiscard]] double productionRun(const DemandOver &demand, double costOfShort, double costOfOver);

} // namespace waitline::forecasting
