#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/store/storystore.h"

#include <QStringList>

namespace waitline {

class Connection;

/// One operation on an order: who did it, when and why, and what it changed, each in a sentence.
struct StoryEntry {
    Instant at = 0;
    QString actor;
    QString what; ///< "Goods received", "Cancelled"
    QString reason; ///< as it was given; empty where none was
    QStringList changes;
};

/// What an operation of this kind did, in words: "Goods received".
[[nodiscard]] QString whatWasDone(const QString &kind);
/// Everything that was done to an order, the latest first.
[[nodiscard]] Result<std::vector<StoryEntry>> orderStory(Connection &connection, OrderId order);

/// Units that went to another line while this one waits, and why to that one.
struct ServedInstead {
    OrderId order;
    QString customer;
    Units units = 0;
    Instant at = 0;
    QString why; ///< "it was ordered earlier, on 1 Mar"
};

/// Who got units of the product since a waiting line was ordered, the latest first.
[[nodiscard]] Result<std::vector<ServedInstead>> whoWasServedInstead(Connection &connection, OrderLineId line);

} // namespace waitline
