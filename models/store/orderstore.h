#pragma once

#include "models/domain/deposit.h"
#include "models/domain/order.h"
#include "models/domain/rank.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace waitline {

class Connection;

struct StoredOrder {
    OrderId id;
    CustomerId customer;
    QString customerName;
    QString reference;
    Instant placedAt = 0;
    int priority = 0;
    bool shipComplete = false;
    QString campaign;
    Money paid = 0;
    Money refunded = 0;
    Money depositRequired = 0;
    QString note;

    [[nodiscard]] Money held() const { return paid - refunded; }
};

struct StoredOrderLine {
    OrderLineId id;
    OrderId order;
    ProductId product;
    QString sku;
    QString productName;
    Units ordered = 0;
    Units cancelled = 0;
    Units shipped = 0;
    Units backordered = 0;
    Units waiting = 0;
    Units allocated = 0;
    bool preorder = false;
    Money unitPrice = 0;
    DepositTerms deposit;
    std::optional<QDate> promiseFirst;
    std::optional<QDate> promise;
    RankKey rank;

    [[nodiscard]] Units active() const { return ordered - cancelled; }
};

/// A new order, ids still to be given.
struct NewOrder {
    OperationId operation;
    CustomerId customer;
    OrderDraft draft;
    Instant placedAt = 0;
    Money depositRequired = 0;
    Money shippedValue = 0; ///< of its lines' shipped units
};

struct NewOrderLine {
    OrderId order;
    ProductId product;
    Units units = 0;
    Units backordered = 0;
    bool preorder = false;
    Money unitPrice = 0;
    DepositTerms deposit;
    std::optional<QDate> promise;
    Units cancelled = 0; ///< in the past of an order taken over, as is `shipped`
    Units shipped = 0;
};

/// A promise as one operation changed it.
struct PromiseChange {
    OrderId order;
    OrderLineId line;
    std::optional<QDate> before;
    std::optional<QDate> after; ///< none: taken back
};

class OrderStore final {
public:
    explicit OrderStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<OrderId> insert(const std::vector<NewOrder> &orders);
    [[nodiscard]] std::vector<OrderLineId> insertLines(const std::vector<NewOrderLine> &lines);

    [[nodiscard]] std::optional<StoredOrder> find(OrderId id);
    /// Reads the order and locks it until the transaction ends; it counts as changed.
    [[nodiscard]] std::optional<StoredOrder> lock(OrderId id);
    [[nodiscard]] OrderId idOfReference(const QString &reference);
    /// An order that has a reference, with the units of its lines.
    struct Referred {
        OrderId id;
        Units ordered = 0;
        Units cancelled = 0;
    };
    /// The orders that have one of the references, by it.
    [[nodiscard]] QHash<QString, Referred> withReferences(const QStringList &references);
    [[nodiscard]] std::vector<StoredOrderLine> lines(OrderId id);
    [[nodiscard]] std::optional<StoredOrderLine> line(OrderLineId id);
    /// The products an order has lines of, ascending.
    [[nodiscard]] std::vector<ProductId> products(OrderId id);
    /// Units of a product this customer has ordered and not cancelled.
    [[nodiscard]] Units heldBy(CustomerId customer, ProductId product);

    /// Orders with allocated units, by order number.
    [[nodiscard]] std::vector<OrderId> withAllocatedUnits();

    void setOrdered(OrderLineId line, Units ordered, Units backordered);
    void cancel(OperationId operation, OrderLineId line, Units units);
    /// The documents of cancelled units that the lines were inserted with.
    void recordCancellations(OperationId operation, const std::vector<std::pair<OrderLineId, Units>> &cancelled);
    void addShipped(OrderLineId line, Units units);
    void setPriority(OrderId id, int priority);
    void setTerms(OrderId id, const QString &campaign, bool shipComplete, const QString &reference, const QString &note);
    void setCustomer(OrderId id, CustomerId customer);
    /// Of the line itself; what waits of it knows its price too.
    void setUnitPrice(OrderLineId line, Money price);
    /// Whether any of its units have ever left, also those brought back.
    [[nodiscard]] bool hasLeft(OrderLineId line);
    void setDepositRequired(OrderId id, Money required);
    /// A rank that is not moved gives the line back the one of its order and itself.
    void setRank(OrderLineId line, const RankKey &rank);
    /// The first promise is kept; one that is taken back before it ever moved counts as never given.
    void setPromise(OperationId operation, OrderLineId line, const std::optional<QDate> &day);
    [[nodiscard]] std::vector<PromiseChange> promisesChangedBy(OperationId operation);
    /// Shifts the promises of a product's unshipped pre-order lines by days, but none to a day before a later release or before
    /// today; answers how many lines have one.
    qint64 shiftPreorderPromises(OperationId operation, ProductId product, qint64 days, QDate release, QDate today);

private:
    [[nodiscard]] qint64 campaignOfCode(const QString &code);
    [[nodiscard]] std::optional<StoredOrder> read(const char *sql, OrderId id);

    Connection &m_connection;
};

} // namespace waitline
