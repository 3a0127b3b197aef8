#pragma once

#include "models/forecast/ets.h"

#include <algorithm>

namespace waitline::forecasting {

/// The recursions of a fitted model, one period after another.
class EtsRun final {
public:
    explicit EtsRun(const EtsFit &fit)
        : m_fit(fit)
        , m_level(fit.level)
        , m_slope(fit.slope)
        , m_seasonal(fit.seasonal)
        , m_trendShare(fit.alpha > 0 ? std::min(1.0, fit.beta / fit.alpha) : 0.0)
    {}

    /// What is expected of the next period.
    [[nodiscard]] double expected() const { return withSeason(m_level + m_fit.phi * m_slope, m_place); }

    void take(double value)
    {
        const double trend = m_fit.phi * m_slope;
        const double base = m_level + trend;
        double seasonless = value;
        switch (m_fit.shape.season) {
        case Season::None: break;
        case Season::Additive: seasonless = value - m_seasonal[m_place]; break;
        case Season::Multiplicative: seasonless = value / std::max(least, m_seasonal[m_place]); break;
        }
        const double level = base + m_fit.alpha * (seasonless - base);
        m_slope = trend + m_trendShare * (level - m_level - trend);
        m_level = level;
        takeSeason(value, base);
    }

    [[nodiscard]] double level() const { return m_level; }
    [[nodiscard]] double slope() const { return m_slope; }
    /// The season's part `step` + 1 periods from now laid on the base.
    [[nodiscard]] double seasonLater(double base, size_t step) const
    {
        return m_seasonal.empty() ? base : withSeason(base, (m_place + step) % m_seasonal.size());
    }

private:
    static constexpr double least = 1e-8;

    [[nodiscard]] double withSeason(double base, size_t place) const
    {
        switch (m_fit.shape.season) {
        case Season::None: return base;
        case Season::Additive: return base + m_seasonal[place];
        case Season::Multiplicative: return base * m_seasonal[place];
        }
        return base;
    }

    void takeSeason(double value, double base)
    {
        if (m_seasonal.empty())
            return;
        double &seasonal = m_seasonal[m_place];
        const double seen = m_fit.shape.season == Season::Additive ? value - base : value / std::max(least, base);
        seasonal += m_fit.gamma * (seen - seasonal);
        m_place = m_place + 1 == m_seasonal.size() ? 0 : m_place + 1;
    }

    const EtsFit &m_fit;
    double m_level;
    double m_slope;
    std::vector<double> m_seasonal;
    double m_trendShare;
    size_t m_place = 0;
};

} // namespace waitline::forecasting
