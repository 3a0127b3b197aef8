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
    LineLots result;
    for (const AllocationStep &step : steps) {
        if (step.units > 0) {
            lots.push_back({step.operation, step.units});
            continue;
        }
        Units wanted = -step.units;
        if (step.isShipment) {
            for (Lot &lot : lots) {
                const Units taken = takeFrom(lot, wanted);
                if (taken > 0)
                    result.shipped[lot.operation] += taken;
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
    for (const Lot &lot : lots) {
        if (lot.units > 0)
            result.held[lot.operation] += lot.units;
    }
    return result;
}

} // namespace waitline
