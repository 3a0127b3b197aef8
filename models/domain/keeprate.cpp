#include "models/domain/keeprate.h"

#include <algorithm>
#include <cmath>

namespace waitline {

std::pair<double, double> wilsonInterval(qint64 hits, qint64 trials)
{
    if (trials <= 0)
        return {0, 1};
    constexpr double z = 1.959963984540054; // the normal distribution's 97.5 % point
    const double n = double(trials);
    const double share = std::clamp(double(hits) / n, 0.0, 1.0);
    const double scale = 1 + z * z / n;
    const double centre = share + z * z / (2 * n);
    const double spread = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

std::optional<double> KeepRate::rate() const
{
    if (placed <= 0)
        return std::nullopt;
    return std::clamp(1 - double(withdrawn) / double(placed), 0.0, 1.0);
}

std::pair<double, double> KeepRate::interval() const { return wilsonInterval(placed - std::clamp<Units>(withdrawn, 0, placed), placed); }

} // namespace waitline
