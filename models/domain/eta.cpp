#include "models/domain/eta.h"

#include <algorithm>

namespace waitline {

std::optional<Supply> nextSupply(std::span<const Supply> supplies, QDate today)
{
    if (supplies.empty())
        return std::nullopt;
    Supply next = supplies.front();
    next.isOverdue = next.day < today;
    return next;
}

Coverage coverage(Units available, std::span<const Supply> supplies, Units unitsAhead, Units waiting, QDate today,
                  std::optional<QDate> release)
{
    const QDate earliest = release ? std::max(today, *release) : today;
    const Units needed = unitsAhead + waiting;
    if (waiting <= 0 || available >= needed)
        return {earliest, std::nullopt};
    Coverage part;
    Units supply = std::max<Units>(available, 0);
    for (const Supply &incoming : supplies) {
        supply += incoming.units;
        if (supply >= needed)
            return {std::max(earliest, incoming.day), incoming.purchase};
        if (const Units reaching = supply - unitsAhead; reaching > 0)
            part = {{}, {}, reaching, std::max(earliest, incoming.day), incoming.purchase};
    }
    return part;
}

} // namespace waitline
