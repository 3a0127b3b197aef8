#pragma once

#include <cstddef>
#include <vector>

namespace waitline::forecasting {

/// What a method says from every origin: after the first period, after the second …, after the last. The last origin's
/// words are the forecast; the others tell how far off the method would have been.
class Track final {
public:
    Track() = default;
    Track(size_t origins, int horizon) : m_origins(origins), m_horizon(size_t(horizon)), m_said(origins * size_t(horizon), 0.0) {}

    [[nodiscard]] size_t origins() const { return m_origins; }
    [[nodiscard]] size_t horizon() const { return m_horizon; }
    /// What is said after `origin` + 1 periods about `step` + 1 periods later.
    [[nodiscard]] double at(size_t origin, size_t step) const { return m_said[origin * m_horizon + step]; }
    [[nodiscard]] double &at(size_t origin, size_t step) { return m_said[origin * m_horizon + step]; }
    /// What is said now about `step` + 1 periods later.
    [[nodiscard]] double ahead(size_t step) const { return at(m_origins - 1, step); }
    /// Adds `weight` times the other track, which has the same size.
    void add(const Track &other, double weight);

private:
    size_t m_origins = 0;
    size_t m_horizon = 0;
    std::vector<double> m_said;
};

/// The mean of tracks of one size; the list is not empty.
[[nodiscard]] Track meanOf(const std::vector<Track> &tracks);

} // namespace waitline::forecasting
