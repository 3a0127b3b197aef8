#pragma once

#include "models/domain/id.h"

#include <vector>

namespace waitline {

class Connection;

/// Units a customer sent back from one shipment.
struct CustomerReturn {
    ShipmentId shipment;
    OrderLineId line;
    ProductId product;
    Units toStock = 0;
    Units scrapped = 0;

    [[nodiscard]] Units units() const { return toStock + scrapped; }
};

class ReturnStore final {
public:
    explicit ReturnStore(Connection &connection) : m_connection(connection) {}

    /// Records it: the line's units are cancelled now, and shipped no longer.
    void insert(OperationId operation, const CustomerReturn &back);

private:
    Connection &m_connection;
};

} // namespace waitline
