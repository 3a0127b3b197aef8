#pragma once

#include "models/domain/policy.h"
#include "models/store/movestore.h"
#include "models/store/operationstore.h"

#include <vector>

namespace waitline {

class Connection;

/// Somebody went ahead of others by what people decided: a line was moved, an order got a higher priority, or a receipt
/// was given out under another policy than its product's. With whose it was and why.
struct StoredJump {
    enum class Kind { Move, Priority, Policy };
    struct Priorities {
        int before = 0;
        int after = 0;
        int now = 0;
    };
    struct Policies {
        ReceiptId receipt;
        AllocationPolicy own = AllocationPolicy::FirstCome; ///< the product's, as it is now
        AllocationPolicy used = AllocationPolicy::FirstCome;
        OrderLineId lastServed; ///< the lowest ranked line that got units
        bool isException = false; ///< a line was served while a higher-ranked one still waited
        Units unitsSeen = 0; ///< free units that were given out
    };
    Kind kind = Kind::Move;
    LineMove move; ///< of a priority only line, product and key; of a policy only the product
    OperationStamp operation;
    OrderId order; ///< invalid: a policy's, which is of no single order
    QString customer;
    QString sku;
    bool isUndone = false;
    bool isWaiting = false; ///< something of the line still waits
    RankKey before; ///< the key the line had before it
    Priorities priorities = {};
    Policies policies = {};
};

/// A line that was served while higher-ranked ones still waited.
struct StoredException {
    OperationId operation;
    OperationStamp stamp;
    AllocationPolicy policy = AllocationPolicy::FirstCome;
    OrderId order;
    QString customer;
    Units units = 0; ///< it got
    qint64 place = 0; ///< at that moment
    Units stillAhead = 0; ///< units that waited ahead of it afterwards
};

/// How a product's line was served.
struct StoredFairness {
    ProductId product;
    QString sku;
    QString name;
    qint64 servings = 0;
    qint64 inOrder = 0; ///< servings after which nobody waited ahead of a line that got units
    qint64 moves = 0; ///< that stand
    qint64 outOfTurn = 0; ///< lines that were served while higher-ranked ones still waited: as many as exceptions() has
};

/// How lines were served within some days.
struct ServingsOfDays {
    qint64 servings = 0;
    qint64 inOrder = 0; ///< servings after which nobody waited ahead of a line that got units
    qint64 moves = 0; ///< that stand
};

/// Reads who went ahead of whom.
class JumpStore final {
public:
    explicit JumpStore(Connection &connection) : m_connection(connection) {}

    /// All moves, the latest first.
    [[nodiscard]] std::vector<StoredJump> jumps();
    /// Lines that went ahead because their order got a higher priority while they waited, the latest first.
    [[nodiscard]] std::vector<StoredJump> raisedPriorities();
    /// Products of receipts for which a policy was chosen, the latest first.
    [[nodiscard]] std::vector<StoredJump> chosenPolicies();
    /// The lines of a product that waited just before an operation, in rank order, each with what it waited for and what it
    /// got then. Deposits count as met.
    struct WaitedLine {
        OrderLineId line;
        OrderId order;
        Units waited = 0;
        Units got = 0;
    };
    [[nodiscard]] std::vector<WaitedLine> waitedAt(OperationId operation, ProductId product);
    /// Products that were served or whose lines were moved, those with exceptions first.
    [[nodiscard]] std::vector<StoredFairness> fairness();
    /// The latest of a product, by operation and place.
    [[nodiscard]] std::vector<StoredException> exceptions(ProductId product);
    /// Of all products; the days are inclusive.
    [[nodiscard]] ServingsOfDays servings(QDate from, QDate to);

private:
    Connection &m_connection;
};

} // namespace waitline
