#pragma once

#include "models/domain/shortedition.h"
#include "models/services/caller.h"
#include "models/services/stockbook.h"

namespace waitline {

class Connection;

/// What one order loses when an edition becomes smaller.
struct EditionLoss {
    OrderId order;
    OrderLineId line;
    QString customer;
    Units waiting = 0;
    Units cut = 0;
    Money refundDue = 0; ///< more than was due before

    friend bool operator==(const EditionLoss &, const EditionLoss &) = default;
};

/// A smaller edition under one policy.
struct EditionChoice {
    AllocationPolicy policy = AllocationPolicy::FirstCome;
    std::vector<EditionLoss> losses; ///< in rank order
    Units cut = 0;
    qint64 emptied = 0; ///< lines that keep nothing of what waits
    Money refundDue = 0;
    Units leftFree = 0;

    friend bool operator==(const EditionChoice &, const EditionChoice &) = default;
};

struct EditionCutDone {
    OperationId operation;
    QString sku;
    std::optional<Units> sizeBefore;
    Units size = 0;
    EditionChoice choice;
    qint64 notices = 0; ///< prepared: one for each order that loses something
};

/// When 100 become 60: who of those that wait keeps what, compared by policy, and the cut itself. Units that are shipped
/// or allocated are never cut: a size below them is refused, and one that is not below all that is sold cuts nothing.
class ShortEditions final {
public:
    explicit ShortEditions(Connection &connection) : m_connection(connection) {}

    /// First-come, fair share, one each and paid first.
    Result<std::vector<EditionChoice>> compare(const QString &sku, Units size);
    /// Cancels what `choice` says, sets the edition's size and prepares the notices, as one operation. A Conflict where
    /// the line has changed since it was compared.
    Result<EditionCutDone> cut(const QString &sku, Units size, const EditionChoice &choice, const QString &reason, const Caller &caller);
    /// Takes a cut back: its units wait again at their own places, and the edition has its size again.
    Result<Units> takeBack(const EditionCutDone &done, const QString &reason, const Caller &caller);

private:
    /// A line that waits, by rank, with what the plan needs of it.
    struct Line {
        std::vector<QueueLine> queue;
        std::vector<WaitingEntry> entries;
        Units left = 0;
    };
    Line read(const StoredProduct &product, Units size);
    EditionChoice choose(const Line &line, AllocationPolicy policy);
    StoredProduct productOf(const QString &sku);

    Connection &m_connection;
};

} // namespace waitline
