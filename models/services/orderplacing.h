#pragma once

#include "models/domain/order.h"
#include "models/services/caller.h"
#include "models/services/campaigncap.h"
#include "models/services/refuseddemand.h"
#include "models/services/stockbook.h"
#include "models/store/demandstore.h"
#include "models/store/orderstore.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <map>

namespace waitline {

class Connection;

/// The placing of one or many orders in one operation, inside a write transaction. Throws Refusal.
class OrderPlacing final {
public:
    /// `refused` is filled with what a cap forbids before place() throws.
    OrderPlacing(Connection &connection, const Caller &caller, std::optional<RefusedWish> &refused)
        : m_connection(connection)
        , m_caller(caller)
        , m_refused(refused)
        , m_book(connection)
    {}

    std::vector<OrderId> place(const std::vector<OrderDraft> &drafts);
    /// The same, but an order that a rule refuses is left out and does not cost the others. Draft by draft.
    std::vector<Result<OrderId>> placeEach(const std::vector<OrderDraft> &drafts);

    /// The operation of what was placed.
    [[nodiscard]] OperationId operation() const { return m_book.operation(); }

    /// Units of each product in what was placed.
    [[nodiscard]] std::map<ProductId, Units> soldUnits() const;

    /// Units of `wishes` that will wait; throws Refusal when a cap forbids them, after calling `onRefusal`.
    static Units mustFit(const StoredProduct &product, Units customerHolds, const std::vector<Units> &wishes, bool preorder,
                         const std::function<void()> &onRefusal);

private:
    struct Wish {
        std::vector<Units> open; ///< units of each line that are to be served
        Units cancelled = 0;
        Units shipped = 0;
        Units waits = 0;
    };
    void begin(const std::vector<OrderDraft> &drafts);
    void gather(const OrderDraft &draft, CustomerId customer);
    std::map<ProductId, Wish> wishesOf(const OrderDraft &draft);
    void mustBeAllowed(const OrderDraft &draft, CustomerId customer, ProductId id, Wish &wish, QDate day);
    void mustBeOffered(const OrderDraft &draft, const std::map<ProductId, Wish> &wishes);
    [[nodiscard]] Units heldBy(CustomerId customer, ProductId id);
    void refuseUnreleased(const OrderDraft &draft, QDate day);
    void keep(const OrderDraft &draft, CustomerId customer, std::map<ProductId, Wish> wishes);
    std::vector<OrderId> write();
    void recordWhatCameWith(const std::vector<OrderId> &orders);
    void recordGivenPriorities(const std::vector<OrderId> &orders);
    [[nodiscard]] ProductId productOf(const QString &sku) const;
    CustomerId customerOf(const OrderDraft &draft);
    int priorityOf(CustomerId customer);
    void refuseKnownReference(const QString &reference);

    Connection &m_connection;
    Caller m_caller;
    std::optional<RefusedWish> &m_refused;
    StockBook m_book;
    QHash<QString, OrderStore::Referred> m_taken; ///< references of the drafts that orders have already
    QHash<QString, ProductId> m_productOfSku;
    QHash<QString, CustomerId> m_customerOfName;
    QHash<CustomerId, int> m_priorities;
    std::map<ProductId, StoredProduct> m_expected; ///< products as the orders gathered so far will leave them
    std::map<std::pair<CustomerId, ProductId>, Units> m_held;
    std::map<QString, CampaignCap> m_campaigns; ///< as the orders gathered so far will leave them
    std::vector<NewOrder> m_orders;
    std::vector<NewOrderLine> m_lines;
    std::vector<size_t> m_orderOfLine;
    std::vector<DemandDelta> m_demand;
    std::vector<std::pair<size_t, int>> m_givenPriorities; ///< orders with another priority than their customer's, and that one
};

} // namespace waitline
