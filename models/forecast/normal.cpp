#include "models/forecast/normal.h"

#include <boost/math/distributions/normal.hpp>

namespace waitline::forecasting {

double normalQuantile(double probability) { return boost::math::quantile(boost::math::normal_distribution<>(), probability); }
double normalProbability(double deviate) { return boost::math::cdf(boost::math::normal_distribution<>(), deviate); }
double normalDensity(double deviate) { return boost::math::pdf(boost::math::normal_distribution<>(), deviate); }

} // namespace waitline::forecasting
