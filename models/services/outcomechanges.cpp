#include "models/services/outcomechanges.h"

#include <map>

namespace waitline {

std::vector<OutcomeChange> changesBetween(const ReceiptOutcome &before, const ReceiptOutcome &after)
{
    std::vector<OutcomeChange> lines;
    std::map<OrderLineId, size_t> known;
    const auto lineOf = [&](const ReceiptOutcome::Served &served) -> OutcomeChange & {
        const auto [found, isNew] = known.try_emplace(served.units.line, lines.size());
        if (isNew)
            lines.push_back({served.units.order, served.units.line, served.sku, 0, 0});
        return lines[found->second];
    };
    for (const ReceiptOutcome::Served &served : before.served)
        lineOf(served).before += served.units.units;
    for (const ReceiptOutcome::Served &served : after.served)
        lineOf(served).after += served.units.units;
    std::erase_if(lines, [](const OutcomeChange &line) { return line.difference() == 0; });
    return lines;
}

} // namespace waitline
