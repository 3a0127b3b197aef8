#include "models/forecast/drift.h"

#include "models/forecast/pool.h"

#include <algorithm>
#include <cmath>

namespace waitline::forecasting {

namespace {

/// A drift no larger than so many of its standard errors is taken for chance.
constexpr double clearErrors = 3;
/// What is left of a drift with each period ahead.
constexpr double kept = 0.98;
/// Squared misses have to fall to this share: cross-validated over earlier windows of monthly and weekly series.
constexpr double clearlyLess = 0.8;
constexpr double mostAlike = 0.9;

/// A mean drift or slope with the rests around it, of which neighbours are alike.
class Rests final {
public:
    void add(double rest)
    {
        m_squares += rest * rest;
        m_neighbours += m_count > 0 ? rest * m_last : 0.0;
        m_last = rest;
        ++m_count;
    }
    /// The sum of squares of as many rests that were not alike.
    [[nodiscard]] double squares() const
    {
        const double alike = m_squares > 0 ? std::clamp(m_neighbours / m_squares, 0.0, mostAlike) : 0.0;
        return m_squares * (1 + alike) / (1 - alike);
    }

private:
    double m_squares = 0;
    double m_neighbours = 0;
    double m_last = 0;
    size_t m_count = 0;
};

double drawnToNone(double drift, double squaredError)
{
    const double chance = clearErrors * clearErrors * squaredError;
    return drift * drift > chance ? drift * (1 - chance / (drift * drift)) : 0.0;
}

double byYearBefore(const std::vector<double> &values, size_t known, size_t season)
{
    // The differences of a year; where a year is short, of so many that chance does not tell.
    constexpr size_t months = 12;
    const size_t first = known - std::min(known - season, season < months ? 2 * months : season);
    const double count = double(known - first);
    double rise = 0;
    for (size_t at = first; at < known; ++at)
        rise += (values[at] - values[at - season]) / count;
    Rests rests;
    for (size_t at = first; at < known; ++at)
        rests.add(values[at] - values[at - season] - rise);
    const double year = double(season);
    return drawnToNone(rise / year, rests.squares() / (count - 1) / count / (year * year));
}

double byLine(const std::vector<double> &values, size_t known)
{
    const double count = double(known);
    const double middle = (count - 1) / 2;
    const double width = count * (count * count - 1) / 12;
    double mean = 0;
    double slope = 0;
    for (size_t at = 0; at < known; ++at) {
        mean += values[at] / count;
        slope += (double(at) - middle) * values[at] / width;
    }
    Rests rests;
    for (size_t at = 0; at < known; ++at)
        rests.add(values[at] - mean - slope * (double(at) - middle));
    return drawnToNone(slope, rests.squares() / (count - 2) / width);
}

} // namespace

bool riseOrFallClearly(const std::vector<double> &values)
{
    constexpr size_t fewest = 5; // fewer rests around a line tell nothing of chance
    return values.size() >= fewest && byLine(values, values.size()) != 0;
}

std::vector<double> driftsOf(const std::vector<double> &values, int season)
{
    constexpr size_t fewest = 12;
    const size_t year = size_t(season);
    std::vector<double> drifts;
    for (size_t known = 1; known <= values.size(); ++known) {
        const bool hasTwoYears = season > 1 && known >= 2 * year;
        drifts.push_back(hasTwoYears ? byYearBefore(values, known, year) : known >= std::max(fewest, year) ? byLine(values, known) : 0.0);
    }
    return drifts;
}

std::optional<Track> carriedOn(Track track, const std::vector<double> &values, const std::vector<double> &drifts, size_t first,
                               const Age &age)
{
    const double before = squaredMiss(track, values, first);
    for (size_t origin = first; origin < track.origins(); ++origin) {
        double ahead = 0;
        double left = 1;
        for (size_t step = 0; step < track.horizon() && drifts[origin] != 0; ++step) {
            left *= kept;
            ahead += left;
            track.at(origin, step) = std::max(0.0, track.at(origin, step) + drifts[origin] * (age(origin, step) + ahead));
        }
    }
    return squaredMiss(track, values, first) < clearlyLess * before ? std::optional(std::move(track)) : std::nullopt;
}

} // namespace waitline::forecasting
