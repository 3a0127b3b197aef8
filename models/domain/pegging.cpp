#include "models/domain/pegging.h"

#include <algorithm>

namespace waitline {

std::vector<PeggedSupply> pegSupplies(Units available, std::span<const Supply> supplies, std::span<const Units> waiting)
{
    std::vector<PeggedSupply> pegged(supplies.size());
    size_t entry = 0;
    Units open = waiting.empty() ? 0 : waiting.front(); // of that entry
    const auto serve = [&](Units units, PeggedSupply *from) {
        while (units > 0 && entry < waiting.size()) {
            const Units given = std::min(units, open);
            units -= given;
            open -= given;
            if (from && given > 0)
                from->pegs.push_back({entry, given, open == 0});
            if (open == 0)
                open = ++entry < waiting.size() ? waiting[entry] : 0;
        }
        return units;
    };
    serve(std::max<Units>(available, 0), nullptr);
    for (size_t i = 0; i < supplies.size(); ++i)
        pegged[i].leftOver = serve(supplies[i].units, &pegged[i]);
    return pegged;
}

} // namespace waitline
