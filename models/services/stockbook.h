#pragma once

#include "models/domain/allocationplan.h"
#include "models/store/ledgerstore.h"
#include "models/store/productstore.h"
#include "models/store/queuestore.h"

#include <map>
#include <set>
#include <vector>

namespace waitline {

class Connection;

/// Units a line got or gave back in an operation.
struct LineUnits {
    OrderId order;
    OrderLineId line;
    ProductId product;
    Units units = 0;
    qint64 place = 0; ///< at that moment; 0 where it says nothing
    Units unitsAhead = 0;
    Units remaining = 0; ///< still waiting afterwards
};

/// The books of one operation: it locks products, keeps the waiting line, the allocated units, the ledger
/// and the counters in step, and ends each product with the same step (product.md §2.2). Used inside a
/// write transaction by every service that moves stock or demand; finish() writes the counters.
class StockBook final {
public:
    explicit StockBook(Connection &connection);

    /// Locks products in ascending id order and reads them. Call once, first.
    void lock(std::vector<ProductId> products);
    /// The same without locks, for a preview.
    void load(const std::vector<ProductId> &products);
    void setOperation(OperationId operation) { m_operation = operation; }
    /// Whoever is served knows of it otherwise: no notices of goods allocated are prepared.
    void tellNobody() { m_tells = false; }
    [[nodiscard]] OperationId operation() const { return m_operation; }
    /// A locked product with its counters as this operation has left them so far.
    [[nodiscard]] StoredProduct &product(ProductId id);

    // The waiting line.
    void addWaiting(const std::vector<QueueLine> &newLines);
    void changeWaiting(const QueueLine &line, Units delta);

    // Stock and allocations; `units` are positive.
    void changeOnHand(ProductId product, const QString &cause, Units delta);
    /// Gives units of a line back to free stock; with `waitAgain` they wait at the line's own rank.
    void release(const std::vector<QueueLine> &lines, const QString &cause, bool waitAgain);
    /// The other way round: waiting units of a line are set aside for it out of what is free, whatever the policy and its
    /// place. Only for units that were taken from it, or it would jump the line.
    void giveBack(const QueueLine &line);
    /// Units leave the building.
    void ship(const std::vector<QueueLine> &lines);
    /// They come back as they left: allocated to the same lines.
    void bringBack(const std::vector<QueueLine> &lines);
    /// A customer sent units back: none of them counts as shipped any more, `toStock` of them are on hand again.
    void takeReturn(ProductId product, Units units, Units toStock);
    void changeOnOrder(ProductId product, Units delta);
    /// Units that came in for these lines and left again before this database knew of them: they meet neither the
    /// stock nor the waiting line of today.
    void passThrough(ProductId product, const std::vector<AllocationEntry> &lines);
    /// Lets the caps of a product be exceeded by what was sold before: they were lowered after the sale.
    void forgiveExcess(ProductId product);

    /// Lets each customer exceed the limit per customer by what it holds now, and by no more: units shipped elsewhere, or
    /// two customers that turned out to be one.
    void fitCustomerLimit(ProductId product);

    /// Takes units back from the lowest-ranked lines until allocated ≤ on hand (product.md §2.7).
    std::vector<LineUnits> takeBackShortage(ProductId product, const QString &cause);
    /// What planAllocation gives out of the units now free, and the part of the queue it looked at.
    struct Proposal {
        ProductId product;
        AllocationPolicy policy = AllocationPolicy::FirstCome;
        Units available = 0;
        std::vector<QueueLine> queue;
        AllocationPlan plan;

        [[nodiscard]] Units units() const { return available - plan.leftFree; }
        [[nodiscard]] std::vector<LineUnits> served() const;
    };
    /// With `newcomers` (in rank order) as if they waited too.
    [[nodiscard]] Proposal propose(ProductId product, std::optional<AllocationPolicy> policy = {},
                                   const std::vector<QueueLine> &newcomers = {});
    /// The proposal, applied. Returns who was served.
    std::vector<LineUnits> settle(ProductId product, std::optional<AllocationPolicy> policy = {});
    /// Settles every locked product and writes the counters. Returns who was served.
    std::vector<LineUnits> finish(std::optional<AllocationPolicy> policy = {});

private:
    void applyGiven(const Proposal &proposal);
    void keep(const StoredProduct &product);
    void countWaiting(StoredProduct &product, bool preorder, Money unitPrice, Units delta, qint64 lines);
    void writeCounters();
    void writeExcess(const StoredProduct &product);

    Connection &m_connection;
    QueueStore m_queue;
    LedgerStore m_ledger;
    OperationId m_operation;
    bool m_tells = true;
    std::map<ProductId, StoredProduct> m_products;
    std::map<ProductId, StockFigures> m_before;
    std::set<ProductId> m_waitAgain; ///< products with units taken back: their backorders may exceed the limit
    std::set<ProductId> m_forgiven;
};

} // namespace waitline
