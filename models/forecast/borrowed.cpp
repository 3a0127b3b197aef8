#include "models/forecast/borrowed.h"

#include "models/forecast/adjusted.h"

#include <algorithm>

namespace waitline::forecasting {

namespace {

constexpr double yearsNeeded = 1.5;
/// How much of the category's ups and downs a product is taken to share.
constexpr double shared = 0.75;
/// A factor of 0 would be divided by.
constexpr double leastFactor = 0.2;
constexpr int longSeason = 24;

/// The mean of the known values from `first` on, cut at the ends of the series.
double meanBetween(const std::vector<double> &values, std::ptrdiff_t first, std::ptrdiff_t end)
{
    double sum = 0;
    int count = 0;
    for (std::ptrdiff_t at = std::max<std::ptrdiff_t>(0, first); at < std::min(end, std::ptrdiff_t(values.size())); ++at) {
        if (isMissing(values[size_t(at)]))
            continue;
        sum += values[size_t(at)];
        ++count;
    }
    return count > 0 ? sum / count : 0.0;
}

} // namespace

YearOfCategory::YearOfCategory(Series category) : m_category(cleaned(category)) {}

bool YearOfCategory::isKnown() const
{
    return m_category.season > 1 && double(m_category.values.size()) >= yearsNeeded * m_category.season;
}

double YearOfCategory::factor(std::ptrdiff_t ahead) const
{
    const std::ptrdiff_t season = m_category.season;
    const std::ptrdiff_t width = season > longSeason ? 2 : 0; // weeks: five together
    const std::ptrdiff_t last = std::ptrdiff_t(m_category.values.size()) - 1;
    double sum = 0;
    int years = 0;
    for (const std::ptrdiff_t back : {season, 2 * season}) {
        const std::ptrdiff_t at = last + ahead - back;
        if (at - width < 0 || at + width > last)
            continue;
        const double around = meanBetween(m_category.values, at - season / 2, at + season / 2);
        if (around <= 0)
            continue;
        sum += meanBetween(m_category.values, at - width, at + width + 1) / around;
        ++years;
    }
    return years == 0 ? 1.0 : std::max(leastFactor, 1 + shared * (sum / years - 1));
}

bool borrowsYear(const Series &own) { return own.season > 1 && double(own.values.size()) < yearsNeeded * own.season; }

Forecast forecastBorrowing(const Series &own, const YearOfCategory &year, int horizon)
{
    Series level = own;
    const auto size = std::ptrdiff_t(own.values.size());
    for (std::ptrdiff_t at = 0; at < size; ++at)
        level.values[size_t(at)] /= year.factor(at - size + 1);
    Forecast made = forecast(level, horizon);
    if (made.method == Method::Nothing)
        return made;
    std::vector<double> means = meansOf(made);
    for (size_t step = 0; step < means.size(); ++step)
        means[step] *= year.factor(std::ptrdiff_t(step) + 1);
    made.method = Method::CountsByCategory;
    return withMeans(std::move(made), means);
}

} // namespace waitline::forecasting
