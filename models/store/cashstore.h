#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/store/demandscope.h"

#include <QDate>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace waitline {

class Connection;

/// A line of an order that holds money, as the cash report needs it.
struct CashLine {
    OrderId order;
    OrderLineId line;
    Money held = 0; ///< of its order: paid − refunded
    Units openUnits = 0; ///< neither shipped nor cancelled
    Money openValue = 0; ///< neither shipped nor cancelled
    Money shippedValue = 0;
    Money waitingValue = 0;
    bool isCovered = true; ///< stock and open purchases reach all of it
    std::optional<QDate> promise;
};

/// An order's money before a period and in it.
struct OrderDeposit {
    OrderId order;
    QString customer;
    Money heldBefore = 0; ///< paid − refunded before the period
    Money shippedBefore = 0; ///< value
    Money in = 0; ///< payments in the period, less those taken back
    Money refunded = 0; ///< refunds in the period, less those taken back
    Money shipped = 0; ///< value shipped in the period
};

/// What happened to the cash on a day.
struct CashDay {
    DayNumber day = 0;
    Money in = 0;
    Money refunded = 0;
    Money shipped = 0; ///< value of all shipments
    Money depositsDelta = 0; ///< by how much customer deposits grew
};

/// A product's pre-orders and what was bought of it.
struct RunFigures {
    ProductId product;
    QString sku;
    QString name;
    Money price = 0;
    Money unitCost = 0;
    Units ordered = 0; ///< by pre-orders, without what was cancelled
    Money value = 0; ///< of those units
    Money collected = 0; ///< an order's money lies on its lines by their value
    Units bought = 0; ///< on all purchases, without what is not coming
    Money boughtCost = 0;
};

/// Reads for the cash report.
class CashStore final {
public:
    explicit CashStore(Connection &connection) : m_connection(connection) {}

    /// All lines of orders that hold more money than the value shipped, order by order.
    [[nodiscard]] std::vector<CashLine> linesWithMoney();
    /// Every order with a payment up to `to`, by number.
    [[nodiscard]] std::vector<OrderDeposit> deposits(QDate from, QDate to);
    /// Products with pre-orders, by id; of the scope, what is about products counts.
    [[nodiscard]] std::vector<RunFigures> preorderRuns(const DemandScope &scope);
    /// The days on which something happened, oldest first.
    [[nodiscard]] std::vector<CashDay> byDay();

private:
    /// What a line waits for, and whether supply reaches all of it.
    struct Waiting {
        Units units = 0;
        bool isCovered = true;
    };
    /// By the line's number, which grows without gaps; those that do not wait have no units.
    [[nodiscard]] std::vector<Waiting> waitingLines();
    /// Every product of the condition with what it costs, nothing ordered or bought yet.
    [[nodiscard]] std::map<ProductId, RunFigures> runsOf(const SqlPart &condition);

    Connection &m_connection;
};

} // namespace waitline
