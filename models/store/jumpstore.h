#pragma once

#include "models/domain/policy.h"
#include "models/store/movestore.h"
#include "models/store/operationstore.h"

#include <vector>

namespace waitline {

class Connection;

/// A move in line with whose it was and why.
struct StoredJump {
    LineMove move;
    OperationStamp operation;
    OrderId order;
    QString customer;
    QString sku;
    bool isUndone = false;
    bool isWaiting = false; ///< something of the line still waits
    RankKey before; ///< the key the line had before it
};

/// A serving that passed somebody over.
struct StoredException {
    OperationId operation;
    OperationStamp stamp;
    AllocationPolicy policy = AllocationPolicy::FirstCome;
    qint64 lines = 0; ///< served
    qint64 passedOver = 0; ///< lines ranked ahead of the last one served that got nothing
};

/// How a product's line was served.
struct StoredFairness {
    ProductId product;
    QString sku;
    QString name;
    qint64 servings = 0;
    qint64 inOrder = 0; ///< servings that passed nobody over
    qint64 moves = 0; ///< that stand
};

/// How lines were served within some days.
struct ServingsOfDays {
    qint64 servings = 0;
    qint64 inOrder = 0; ///< servings that passed nobody over
    qint64 moves = 0; ///< that stand
};

/// Reads who went ahead of whom.
class JumpStore final {
public:
    explicit JumpStore(Connection &connection) : m_connection(connection) {}

    /// All moves, the latest first.
    [[nodiscard]] std::vector<StoredJump> jumps();
    /// Products that were served or whose lines were moved, those with exceptions first.
    [[nodiscard]] std::vector<StoredFairness> fairness();
    [[nodiscard]] std::vector<StoredException> exceptions(ProductId product);
    /// Of all products; the days are inclusive.
    [[nodiscard]] ServingsOfDays servings(QDate from, QDate to);

private:
    Connection &m_connection;
};

} // namespace waitline
