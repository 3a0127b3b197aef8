#pragma once

#include "models/services/caller.h"
#include "models/services/stockbook.h"
#include "models/store/returnstore.h"

namespace waitline {

class Connection;

/// What a customer sent back of one line of a shipment.
struct ReturnLineDraft {
    OrderLineId line;
    Units toStock = 0;
    Units scrapped = 0;
};

struct ReturnDraft {
    ShipmentId shipment;
    std::vector<ReturnLineDraft> lines;
    QString reason;
};

struct ReturnOutcome {
    ShipmentId shipment;
    OrderId order;
    struct Line {
        OrderLineId line;
        QString sku;
        Units toStock = 0;
        Units scrapped = 0;
    };
    std::vector<Line> lines;
    Money refundDue = 0; ///< of the order, now
    std::vector<LineUnits> served; ///< who got what came back to stock
};

/// Goods that come back from customers. Their units count as cancelled: what was paid for them is due to the customer,
/// and what is as good as new serves the waiting line.
class ReturnService final {
public:
    explicit ReturnService(Connection &connection) : m_connection(connection) {}

    Result<ReturnOutcome> take(const ReturnDraft &draft, const Caller &caller);

private:
    Connection &m_connection;
};

} // namespace waitline
