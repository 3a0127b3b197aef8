#include "models/forecast/courseofyear.h"

#include "models/forecast/seasonality.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// A factor of 0 would be divided by.
constexpr double leastFactor = 0.2;
/// Standard width of the neighbourhood: two weeks.
constexpr double widthInYears = 2.0 / 52;
/// So many places to either side tell together whether a place differs from its neighbourhood by more than chance.
constexpr size_t judgedTogether = 2;
/// Years more than one, over all places, from which chance is told by the differences between years.
constexpr double enoughRepeated = 13;

/// How much of differences with this sum of squares is no chance.
double shareBeyond(double chance, double squares) { return squares > 0 ? std::max(0.0, 1 - chance / squares) : 0.0; }

double squareOf(double value) { return value * value; }

} // namespace

/// The ratios by places of the year.
struct CourseOfYear::Places {
    std::vector<double> sum;
    std::vector<double> count;
    double variance = 0; ///< of a single ratio around its place's mean
};

CourseOfYear::CourseOfYear(const std::vector<double> &values, int season) : m_season(size_t(season))
{
    if (season < 2 || values.size() < 2 * m_season)
        return;
    m_ratios = centredAverage(values, season);
    for (size_t i = 0; i < values.size(); ++i)
        m_ratios[i] = m_ratios[i] > 0 ? values[i] / m_ratios[i] : missing;
    const double width = widthInYears * season;
    constexpr double farthest = 3;
    for (size_t apart = 0; double(apart) <= farthest * width && apart <= m_season / 2; ++apart)
        m_kernel.push_back(std::exp(-squareOf(double(apart) / width) / 2));
}

CourseOfYear::Places CourseOfYear::placesWithout(size_t from, size_t end) const
{
    Places places{std::vector<double>(m_season, 0.0), std::vector<double>(m_season, 0.0), 0};
    std::vector<double> squares(m_season, 0.0);
    std::vector<double> stepSquares;
    double last = missing;
    for (size_t i = 0; i < m_ratios.size(); ++i) {
        if (isMissing(m_ratios[i]) || (i >= from && i < end))
            continue;
        places.sum[i % m_season] += m_ratios[i];
        squares[i % m_season] += squareOf(m_ratios[i]);
        places.count[i % m_season] += 1;
        if (!isMissing(last))
            stepSquares.push_back(squareOf(m_ratios[i] - last));
        last = m_ratios[i];
    }
    double repeated = 0;
    double within = 0;
    for (size_t place = 0; place < m_season; ++place) {
        if (places.count[place] <= 1)
            continue;
        repeated += places.count[place] - 1;
        within += std::max(0.0, squares[place] - squareOf(places.sum[place]) / places.count[place]);
    }
    // Where hardly a place is known twice, the steps from period to period tell how much chance there can be at most.
    places.variance = repeated >= enoughRepeated ? within / repeated : meanOf(stepSquares) / 2;
    return places;
}

CourseOfYear::Means CourseOfYear::neighbourhoodsOf(const Places &places) const
{
    Means means{std::vector<double>(m_season, 1.0), std::vector<double>(m_season, 0.0), std::vector<double>(m_season, 0.0)};
    for (size_t place = 0; place < m_season; ++place) {
        double sum = 0;
        double weight = 0;
        double weightSquares = 0;
        const auto take = [&](size_t at, double share) {
            sum += share * places.sum[at];
            weight += share * places.count[at];
            weightSquares += share * share * places.count[at];
        };
        take(place, m_kernel.front());
        for (size_t apart = 1; apart < m_kernel.size(); ++apart) {
            take((place + apart) % m_season, m_kernel[apart]);
            take((place + m_season - apart) % m_season, m_kernel[apart]);
        }
        if (weight <= 0)
            continue;
        means.mean[place] = sum / weight;
        means.chance[place] = places.variance * weightSquares / squareOf(weight);
        means.ofPlace[place] = places.variance * m_kernel.front() / weight;
    }
    return means;
}

std::vector<double> CourseOfYear::factors(size_t from, size_t end) const
{
    std::vector<double> factors(m_season, 1.0);
    if (!isKnown())
        return factors;
    const Places places = placesWithout(from, end);
    const Means near = neighbourhoodsOf(places);
    std::vector<double> own(m_season, 0.0); // beyond the neighbourhood
    std::vector<double> chance(m_season, 0.0);
    double nearSquares = 0;
    double nearChance = 0;
    for (size_t place = 0; place < m_season; ++place) {
        nearSquares += squareOf(near.mean[place] - 1);
        nearChance += near.chance[place];
        if (places.count[place] <= 0)
            continue;
        own[place] = places.sum[place] / places.count[place] - near.mean[place];
        const double alone = places.variance / places.count[place];
        chance[place] = std::max(0.0, alone + near.chance[place] - 2 * near.ofPlace[place]);
    }
    const double nearShare = shareBeyond(nearChance, nearSquares);
    double all = 0;
    for (size_t place = 0; place < m_season; ++place) {
        double ownSquares = 0;
        double ownChance = 0;
        for (size_t i = 0; i <= 2 * judgedTogether; ++i) {
            const size_t at = (place + m_season + i - judgedTogether) % m_season;
            ownSquares += squareOf(own[at]);
            ownChance += chance[at];
        }
        const double course = 1 + nearShare * (near.mean[place] - 1) + shareBeyond(ownChance, ownSquares) * own[place];
        factors[place] = std::max(leastFactor, course);
        all += factors[place];
    }
    for (double &factor : factors)
        factor *= double(m_season) / all;
    return factors;
}

} // namespace waitline::forecasting
