#include "models/domain/apportionment.h"

#include <algorithm>

namespace waitline {

Money consumedBy(const ShipmentMoney &shipment)
{
    const Money kept = shipment.total > 0 ? proportion(shipment.stillToShip, shipment.deposit, shipment.total) : 0;
    return std::clamp<Money>(shipment.paidLeft - kept, 0, shipment.value);
}

} // namespace waitline
