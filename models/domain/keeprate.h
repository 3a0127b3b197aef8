#pragma once

#include "models/domain/id.h"

#include <optional>
#include <utility>

namespace waitline {

/// Of the units that had to wait when they were ordered, those that were not withdrawn while they waited.
struct KeepRate {
    Units placed = 0;
    Units withdrawn = 0;

    /// 1 − withdrawn ÷ placed, within 0 and 1; none where nothing was placed.
    [[nodiscard]] std::optional<double> rate() const;
    /// The 95 % interval (Wilson 1927): 0 and 1 where nothing was placed.
    [[nodiscard]] std::pair<double, double> interval() const;
};

/// The 95 % score interval of a share of `hits` in `trials` (Wilson 1927).
[[nodiscard]] std::pair<double, double> wilsonInterval(qint64 hits, qint64 trials);

} // namespace waitline
