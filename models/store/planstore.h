#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace waitline {

class Connection;

/// When and how the last plan was made.
struct StoredPlan {
    Instant madeAt = 0;
    bool byMonth = false;
    int servicePermille = 950;
    std::set<ProductId> overruled; ///< what somebody has said of their demand, or taken back, since it was made
};

/// What a plan says of a product, with the product's words where it is read.
struct StoredSuggestion {
    ProductId product;
    QString sku;
    QString name;
    QString supplier;
    Units pack = 1;
    Units minimum = 0;
    Units units = 0;
    Money unitCost = 0;
    Money worth = 0;
    Units reorderPoint = 0;
    Units orderUpTo = 0;
    Units safetyStock = 0;
    Units onHand = 0;
    Units onOrder = 0;
    Units committed = 0;
    Units waiting = 0;
    qint64 demandMilli = 0; ///< thousandths of a unit a day
    qint64 leadMilli = 0; ///< thousandths of a day
    qint64 leadSpreadMilli = 0;
    QDate orderBy;
    QString method;
    qint64 needMilli = 0; ///< thousandths of the demand it is held against
    qint64 needSpreadMilli = 0; ///< of its deviation
    Units economicUnits = 0; ///< economic order quantity; 0 where an order costs nothing
    Money price = 0; ///< of the product, as it is now
    qint64 waitingLines = 0; ///< of orders that wait for it now
    Units drafted = 0; ///< in purchases that are written and not placed
    qint64 firstDraft = 0; ///< the number of the first of them
    qint64 drafts = 0;
    Units came = 0; ///< by how much its position has risen since the plan: what was ordered meanwhile
    Units shipped = 0; ///< of the product so far
    std::optional<Units> editionSize; ///< of the product, as it is now
    bool isTakenUp = false; ///< all of it is drafted or ordered
    std::optional<QDate> silentSince; ///< the last day it sold, where its demand has probably ended
    Units needed = 0; ///< its units before a budget cut them; 0 where none did

    [[nodiscard]] Units position() const { return onHand + onOrder - committed; }
    /// What the edition may still give beyond what is there and coming; none without an edition.
    [[nodiscard]] std::optional<Units> editionLeft() const
    {
        return editionSize ? std::optional(std::max<Units>(0, *editionSize - shipped - onHand - onOrder)) : std::nullopt;
    }
    [[nodiscard]] Money cost() const { return units * unitCost; }
};

/// A product whose pre-orders stand outside of what campaigns like it have had by now.
struct BookingAlert {
    ProductId product;
    QString sku;
    QString name;
    Units booked = 0;
    Units low = 0; ///< 80 % of the usual ones lie between
    Units high = 0;
};

class PlanStore final {
public:
    explicit PlanStore(Connection &connection) : m_connection(connection) {}

    /// Keeps others from drafting by the same plan until the transaction ends.
    void lock();
    /// Puts a plan in the place of the last one.
    void replace(const StoredPlan &plan, const std::vector<StoredSuggestion> &suggestions, const std::vector<BookingAlert> &alerts);
    [[nodiscard]] std::optional<StoredPlan> last();
    /// By supplier, then by what is most urgent.
    [[nodiscard]] std::vector<StoredSuggestion> suggestions();
    /// What is in purchase drafts costs in all.
    [[nodiscard]] Money draftedCost();
    /// By SKU.
    [[nodiscard]] std::vector<BookingAlert> bookingAlerts();

private:
    Connection &m_connection;
};

} // namespace waitline
