#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/rank.h"

#include <limits>
#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// A line as the waiting line knows it.
struct QueueLine {
    ProductId product;
    RankKey rank;
    OrderLineId line;
    OrderId order;
    Units units = 0; ///< waiting, or allocated in the other table
    Money unitPrice = 0;
    bool preorder = false;
    bool depositMet = true; ///< filled on request only
};

/// Where a line stands.
struct Standing {
    qint64 place = 1;
    Units unitsAhead = 0;
};

/// The waiting line and the units tied to its lines: two narrow tables clustered by (product, rank).
class QueueStore final {
public:
    explicit QueueStore(Connection &connection) : m_connection(connection) {}

    void insertWaiting(const std::vector<QueueLine> &lines);
    /// The first `limit` waiting lines in rank order, or fewer that wait for `enough` units together; `withDeposits`
    /// also tells whether deposits are met.
    [[nodiscard]] std::vector<QueueLine> head(ProductId product, qint64 limit, bool withDeposits,
                                              Units enough = std::numeric_limits<Units>::max());
    [[nodiscard]] std::optional<QueueLine> waiting(ProductId product, const RankKey &rank);
    [[nodiscard]] std::optional<QueueLine> allocated(ProductId product, const RankKey &rank);
    /// Changes a waiting row's units; `units` 0 removes it.
    void setWaiting(const QueueLine &line, Units units);
    /// Turns all waiting rows from `first` to `last`, both included, into allocated ones.
    void allocateRange(ProductId product, const RankKey &first, const RankKey &last);
    /// Adds `units` to what each line has allocated.
    void addAllocated(const std::vector<QueueLine> &lines);
    /// Changes an allocated row's units; `units` 0 removes it.
    void setAllocated(const QueueLine &line, Units units);
    /// Allocated lines from the end of the line forward, until they hold `units`.
    [[nodiscard]] std::vector<QueueLine> lowestAllocated(ProductId product, Units units);
    /// Place and units ahead of a rank among `lines` waiting lines with `units` waiting units in all. Counts
    /// from the nearer end, so newcomers and those served next cost little in a long line.
    [[nodiscard]] Standing standing(ProductId product, const RankKey &rank, qint64 lines, Units units);
    /// Gives a line another rank, waiting and allocated units alike.
    void rerank(ProductId product, const RankKey &from, const RankKey &to);
    /// Waiting lines ranked after `first` and before `last`, in rank order.
    [[nodiscard]] std::vector<QueueLine> between(ProductId product, const RankKey &first, const RankKey &last);

private:
    Connection &m_connection;
};

} // namespace waitline
