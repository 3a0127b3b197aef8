#pragma once

#include "models/services/caller.h"
#include "models/services/orderview.h"

#include <vector>

namespace waitline {

class Connection;

/// Promises to be moved: of one line or of many.
struct PromiseMove {
    std::vector<OrderLineId> lines;
    std::optional<QDate> day; ///< none: each line to its own ETA
    QString reason;
    std::optional<QDate> consentBy; ///< customers whose day gets later are asked to agree by then; none: they are told
    bool isTakenBack = false; ///< no day is promised any more
};

struct PromiseOutcome {
    struct Moved {
        OrderId order;
        OrderLineId line;
        std::optional<QDate> before;
        std::optional<QDate> after;
    };
    OperationId operation; ///< takeBack() takes it back
    std::vector<Moved> moved;
    std::vector<OrderLineId> uncovered; ///< left as they are: no supply covers them, so they have no ETA
    qint64 unchanged = 0; ///< have that day already
    qint64 notices = 0; ///< prepared, one for each order whose customer had been told another day
};

/// The days customers were told (product.md §2.12): the first one is kept, each change is recorded and told of.
class PromiseService final {
public:
    explicit PromiseService(Connection &connection) : m_connection(connection) {}

    Result<PromiseOutcome> move(const PromiseMove &move, const Caller &caller);
    /// Puts the promises back that an operation moved or gave first, and withdraws its notices that nobody was told of.
    /// Promises moved again since stay.
    Result<PromiseOutcome> takeBack(OperationId operation, const Caller &caller);

private:
    void moveLine(const OrderLineView &line, const PromiseMove &move, PromiseOutcome &outcome);
    void tell(const PromiseMove &move, PromiseOutcome &outcome);

    Connection &m_connection;
};

} // namespace waitline
