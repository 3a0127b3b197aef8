#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/policy.h"
#include "models/store/operationstore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Something an operation did to an order.
struct StoryEvent {
    enum class Kind {
        Placed,
        Ordered, ///< `units` with the order itself, promised for day `after` (0: for none)
        Refused, ///< `units` the customer asked for and would not wait for, or that could not be sold
        Edited, ///< the value `word`, from `textBefore` to `textAfter`
        Cancelled,
        CancellationTakenBack,
        Moved, ///< from place `before` to `after`
        MoveTakenBack,
        Promised, ///< from day `before` (0: none) to `after`
        Split,
        Paid, ///< `amount`, negative when it was given back
        Shipped,
        Allocated, ///< `units`, negative when they were given back
        PushedBack, ///< order `number` went ahead
        NoticePrepared, ///< of kind `number`; these from day `before` (0: none) to `after`
        NoticeTold,
        NoticeWithdrawn,
        DelayAccepted,
        DelayRefused
    };
    Kind kind = Kind::Placed;
    OperationId operation;
    QString sku; ///< of the line; empty: the order as a whole
    Units units = 0;
    qint64 before = 0;
    qint64 after = 0;
    Money amount = 0;
    QString word; ///< field of an edit, method and reference of a payment, cause of an allocation
    QString textBefore;
    QString textAfter;
    qint64 number = 0; ///< of the shipment, the other order, the notice's kind, or the entry that a counter-entry takes back
    std::optional<AllocationPolicy> policy; ///< these of what served it
    std::optional<Units> unitsSeen;
    std::optional<qint64> place;
    std::optional<Units> unitsAhead;
};

/// Units that went to a line of a product.
struct ServedTo {
    OrderLineId line;
    Units units = 0;
    std::optional<qint64> place;
    std::optional<AllocationPolicy> policy;
    std::optional<Units> unitsSeen;
    OperationId operation;
};

/// Reads what has been with an order.
class StoryStore final {
public:
    explicit StoryStore(Connection &connection) : m_connection(connection) {}

    /// All events of an order, in the order of their operations.
    [[nodiscard]] std::vector<StoryEvent> events(OrderId order);
    [[nodiscard]] std::optional<OperationStamp> operation(OperationId id);
    /// Units that went to other lines of the line's product at or after an instant, the latest first; at most `most`.
    [[nodiscard]] std::vector<ServedTo> servedToOthers(ProductId product, OrderLineId line, Instant since, int most);
    /// Why the line was last moved, if the move stands.
    [[nodiscard]] QString reasonOfLastMove(OrderLineId line);

private:
    Connection &m_connection;
};

} // namespace waitline
