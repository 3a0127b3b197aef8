#include "tests/bench/forecast/scores.h"

#include <algorithm>
#include <ctime>

namespace waitline::bench {

using namespace forecasting;

namespace {

/// Mean absolute error of the naive forecast within the training part; 0 where it cannot be told.
double scaleOf(const std::vector<double> &training, int lag)
{
    double sum = 0;
    for (size_t i = size_t(lag); i < training.size(); ++i)
        sum += std::abs(training[i] - training[i - size_t(lag)]);
    return training.size() > size_t(lag) ? sum / double(training.size() - size_t(lag)) : 0.0;
}

void add(Score &score, const std::vector<Outlook> &said, const std::vector<double> &came, double scale)
{
    const double share = 1.0 / double(came.size());
    for (size_t step = 0; step < came.size(); ++step) {
        const Quantiles &quantiles = said[step].quantiles;
        score.mase += share * std::abs(came[step] - said[step].mean) / scale;
        score.pinball += share * pinballLoss(quantiles, came[step]) / scale;
        score.covered95 += share * (came[step] >= quantiles[0] && came[step] <= quantiles[8]);
        score.below10 += share * (came[step] < quantiles[2]);
        score.above90 += share * (came[step] > quantiles[6]);
    }
    ++score.series;
}

} // namespace

Score scoreOf(const Rival &rival, const SeriesSet &set, int earlier, int stride)
{
    Score score;
    for (size_t at = 0; at < set.series.size(); at += size_t(stride)) {
        const std::vector<double> &values = set.series[at];
        if (values.size() <= size_t(set.horizon) * size_t(earlier + 1))
            continue; // too short to look back so far
        const auto end = values.end() - std::ptrdiff_t(set.horizon) * earlier;
        const auto split = end - set.horizon;
        const std::vector<double> training(values.begin(), split);
        const auto demands = std::count_if(training.begin(), training.end(), [](double value) { return value > 0; });
        const double scale = scaleOf(training, set.scaleLag);
        if (scale <= 0 || demands < set.fewestDemands)
            continue;
        const std::clock_t start = std::clock();
        const std::vector<Outlook> said = rival.forecast({training, set.season}, set.horizon);
        const double milliseconds = 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
        score.milliseconds += milliseconds;
        score.slowest = std::max(score.slowest, milliseconds);
        add(score, said, std::vector<double>(split, end), scale);
    }
    for (double *sum : {&score.mase, &score.pinball, &score.covered95, &score.below10, &score.above90, &score.milliseconds})
        *sum /= std::max(1, score.series);
    score.covered80 = 1 - score.below10 - score.above90;
    return score;
}

} // namespace waitline::bench
