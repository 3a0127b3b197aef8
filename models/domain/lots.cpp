#include "models/domain/lots.h"

#include <algorithm>

namespace waitline {

namespace {

struct Lot {
    OperationId operation;
    Units units = 0;
};

Units takeFrom(Lot &lot, Units &wanted)
{
    const Units taken = std::min(lot.units, wanted);
    lot.units -= taken;
    wanted -= taken;
    return taken;
}

} // namespace

LineLots replayLots(std::span<const AllocationStep> steps)
{
    std::vector<Lot> lots;
    std::map<OperationId, std::vector<Lot>> shipments;
    for (const AllocationStep &step : steps) {
        if (step.bringsBack.isValid()) {
            const std::vector<Lot> &back = shipments[step.bringsBack];
            lots.insert(lots.begin(), back.begin(), back.end());
            shipments.erase(step.bringsBack);
            continue;
        }
        if (step.units > 0) {
            lots.push_back({step.operation, step.units});
            continue;
        }
        Units wanted = -step.units;
        if (step.isShipment) {
            for (Lot &lot : lots) {
                const Units taken = takeFrom(lot, wanted);
                if (taken > 0)
                    shipments[step.operation].push_back({lot.operation, taken});
            }
            continue;
        }
        for (Lot &lot : lots) {
            if (step.takesFrom.isValid() && lot.operation == step.takesFrom)
                takeFrom(lot, wanted);
        }
        for (auto lot = lots.rbegin(); lot != lots.rend(); ++lot)
            takeFrom(*lot, wanted);
    }
    LineLots result;
    for (const Lot &lot : lots) {
        if (lot.units > 0)
            result.held[lot.operation] += lot.units;
    }
    for (const auto &[shipment, left] : shipments) {
        for (const Lot &lot : left) {
            result.shipped[lot.operation] += lot.units;
            result.shippedBy[lot.operation].insert(shipment);
        }
    }
    return result;
}

} // namespace waitline
