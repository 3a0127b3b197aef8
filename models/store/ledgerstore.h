#pragma once

#include "models/domain/id.h"
#include "models/domain/lots.h"
#include "models/domain/policy.h"
#include "models/store/operationstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// One row of the append-only ledger: what an operation did to one product for one cause.
struct LedgerEntry {
    OperationId operation;
    ProductId product;
    QString cause; ///< "receive", "serve", "release", "ship", "count", "damage", "take_back", "give_back", "void", "void_ship", "return"
    Units onHandDelta = 0;
    Units allocatedDelta = 0;
    std::optional<AllocationPolicy> policy; ///< serve only
    std::optional<Units> unitsSeen; ///< serve only: free units the plan was given
};

/// A line's share of a ledger entry's allocated delta.
struct AllocationEntry {
    OrderLineId line;
    Units units = 0;
    std::optional<qint64> place;
    std::optional<Units> unitsAhead;
};

/// Units an operation allocated to a line.
struct FedLine {
    OrderLineId line;
    ProductId product;
    Units units = 0;
};

class LedgerStore final {
public:
    explicit LedgerStore(Connection &connection) : m_connection(connection) {}

    void post(const LedgerEntry &entry, const std::vector<AllocationEntry> &lines);
    /// The lines an operation gave units to, in line order.
    [[nodiscard]] std::vector<FedLine> fedBy(OperationId operation);
    /// Units of a product that counts found missing, or that were written off, after an operation.
    [[nodiscard]] Units countedAwaySince(ProductId product, OperationId operation);
    /// All changes of a line's allocated units, oldest first.
    [[nodiscard]] std::vector<AllocationStep> steps(OrderLineId line);
    /// The same with who made each, and why.
    struct Cause {
        OperationStamp operation;
        LedgerEntry entry;
        AllocationEntry line;
    };
    [[nodiscard]] std::vector<Cause> causes(OrderLineId line);

private:
    Connection &m_connection;
};

} // namespace waitline
