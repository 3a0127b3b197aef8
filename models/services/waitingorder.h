#pragma once

#include "models/services/waitinglist.h"

#include <map>
#include <set>

namespace waitline {

/// Puts single waiting lines in an order their ranks do not give: each line is seen once, and kept as its id with
/// a number to sort by.
class WaitingOrder final {
public:
    /// `products` are the candidates, in the order of lines that are otherwise alike.
    WaitingOrder(Connection &connection, const WaitingQuestion &question, std::vector<WaitingProduct> products);

    /// Of products outside `whole`, keeps only `lines`.
    void keepOnly(std::set<ProductId> whole, const std::vector<QueueLine> &lines);
    /// Sees the candidates' lines. Call once.
    void collect();
    [[nodiscard]] const WaitingSum &totals() const { return m_totals; }
    [[nodiscard]] std::vector<OrderLineId> sortedLines();

private:
    /// A line where it stands.
    struct Seen {
        WaitingStep step;
        qint64 product = 0; ///< its position among the candidates
        qint64 place = 0;
        Units unitsAhead = 0;
        Coverage coverage;
    };
    struct Kept {
        qint64 key;
        OrderLineId line;
    };
    [[nodiscard]] bool needsSupply() const;
    [[nodiscard]] bool needsWalk() const;
    [[nodiscard]] bool isByProduct() const;
    void leaveOutProductsOnTime();
    void walk(const WaitingProduct &product, qint64 position);
    void take(const Seen &seen);
    [[nodiscard]] bool passes(const Seen &seen) const;
    [[nodiscard]] qint64 key(const Seen &seen) const;

    Connection &m_connection;
    WaitingQuestion m_question;
    std::vector<WaitingProduct> m_products;
    bool m_isRestricted = false;
    std::set<ProductId> m_whole;
    std::map<ProductId, std::vector<QueueLine>> m_chosen; // of the other products, in rank order
    std::map<CustomerId, qint64> m_customerPosition;
    WaitingSum m_totals;
    std::vector<Kept> m_kept;
};

} // namespace waitline
