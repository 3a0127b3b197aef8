#pragma once

#include "models/forecast/series.h"

#include <QString>

#include <vector>

namespace waitline::bench {

/// What the reference table of the design says of a method on a set; below 0 where it says nothing.
struct Tabled {
    const char *rival;
    double mase = -1;
    double pinball = -1;
};

/// Series of one kind, and how the last periods of each are held back to judge forecasts of them.
struct SeriesSet {
    QString name;
    int season = 1; ///< as the forecaster is told
    int scaleLag = 1; ///< of the in-sample naive forecast whose error is the scale: 12 for months, 1 otherwise
    int horizon = 1;
    int fewestDemands = 0; ///< in the training part, for a series to be scored
    std::vector<std::vector<double>> series;
    std::vector<Tabled> tabled = {};
};

/// The sets found under the folder of trial data; those that are not there are left out and named on stderr.
[[nodiscard]] std::vector<SeriesSet> seriesSets(const QString &folder);

/// Weekly sales by store and product as they stand; empty where the folder is not there.
[[nodiscard]] SeriesSet weeklyStoreSales(const QString &folder);

} // namespace waitline::bench
