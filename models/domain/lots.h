#pragma once

#include "models/domain/id.h"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace waitline {

/// One change of a line's allocated units, as its allocation rows tell, oldest first.
struct AllocationStep {
    OperationId operation; ///< the operation that made the step
    Units units = 0; ///< > 0 given to the line, < 0 taken from it
    bool isShipment = false; ///< taken because it left the building
    OperationId takesFrom; ///< for a void receipt: the operation whose units it takes back
    OperationId bringsBack = {}; ///< for a void shipment: the operation whose units come back
};

/// Which operations' units a line holds, and which of them have shipped.
struct LineLots {
    std::map<OperationId, Units> held;
    std::map<OperationId, Units> shipped;
    std::map<OperationId, std::set<OperationId>> shippedBy; ///< the shipments that took them
};

/// Replays a line's allocation steps. Units are alike, so the attribution is a convention: what ships is
/// what the line has held longest; what it gives back otherwise is what it got last. A void shipment brings back the
/// very units that had shipped, and they are the longest held again.
[[nodiscard]] LineLots replayLots(std::span<const AllocationStep> steps);

} // namespace waitline
