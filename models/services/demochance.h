#pragma once

#include "models/domain/id.h"

#include <QtGlobal>

#include <random>
#include <vector>

namespace waitline {

/// Chance that can be repeated: the same seed gives the same draws with every library, which the standard
/// distributions do not promise.
class Chance final {
public:
    /// `stream` tells apart the draws of independent parts.
    Chance(qint64 seed, qint64 stream) : m_engine(quint64(seed) * 0x9E3779B97F4A7C15u + quint64(stream)) {}

    /// From 0 to `n` − 1.
    qint64 below(qint64 n) { return qint64(m_engine() % quint64(n)); }
    qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }
    bool isOneIn(qint64 n) { return below(n) == 0; }
    bool hasPercent(qint64 percent) { return below(100) < percent; }
    template <typename T, size_t n>
    const T &pick(const T (&list)[n])
    {
        return list[below(qint64(n))];
    }
    /// Units of an ordinary line: one most often, a few now and then.
    Units lineUnits() { return hasPercent(70) ? 1 : between(1, 4); }
    template <typename T>
    void shuffle(std::vector<T> &list)
    {
        for (size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[size_t(below(qint64(i)))]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace waitline
