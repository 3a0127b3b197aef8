#pragma once

#include <cstddef>
#include <vector>

namespace waitline::forecasting {

/// How demand runs through a year of many periods, such as 52 weeks, of which only few years are known. The ratios to the
/// year around them are drawn towards those of the neighbouring periods, and these towards 1, by how much of the
/// differences is chance (James and Stein 1961): a peak of four weeks stays one, noise does not become a season.
class CourseOfYear final {
public:
    /// `values` are without gaps.
    CourseOfYear(const std::vector<double> &values, int season);

    /// Whether two full years are there.
    [[nodiscard]] bool isKnown() const { return !m_ratios.empty(); }
    /// One factor for each place of the year, of mean 1; place 0 is the series' first period. What came from period `from`
    /// to before `end` is not asked, so that it can be judged.
    [[nodiscard]] std::vector<double> factors(size_t from = 0, size_t end = 0) const;

private:
    /// A mean of ratios at each place of the year, and how much of it is chance.
    struct Means {
        std::vector<double> mean; ///< 1 where nothing is known
        std::vector<double> chance; ///< its variance
        std::vector<double> ofPlace; ///< its covariance with the place's own mean
    };
    struct Places;
    [[nodiscard]] Places placesWithout(size_t from, size_t end) const;
    [[nodiscard]] Means neighbourhoodsOf(const Places &places) const;

    size_t m_season;
    std::vector<double> m_ratios; ///< missing where the year around is not known
    std::vector<double> m_kernel; ///< weights by distance in places
};

} // namespace waitline::forecasting
