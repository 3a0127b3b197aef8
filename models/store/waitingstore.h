#pragma once

#include "models/domain/product.h"
#include "models/domain/rank.h"
#include "models/store/queuestore.h"

#include <functional>
#include <vector>

namespace waitline {

class Connection;

/// A product with waiting lines: what a list needs of it before it reads any line.
struct WaitingProduct {
    ProductId product;
    QString sku;
    QString name;
    std::optional<QDate> release;
    Units available = 0;
    Units waitingPreorder = 0;
    Units waitingBackorder = 0;
    qint64 lines = 0;
    Money value = 0;
    Units onOrder = 0;

    [[nodiscard]] Units waiting() const { return waitingPreorder + waitingBackorder; }
};

/// A waiting line with what people read of it.
struct WaitingDetail {
    QueueLine queue;
    QString reference;
    QString customer;
    Instant placedAt = 0; ///< of the order; a moved line's rank says another
    std::optional<QDate> promiseFirst;
    std::optional<QDate> promise;
};

/// A waiting line as a walk along the queue sees it.
struct WaitingStep {
    OrderLineId line;
    OrderId order;
    Units units = 0;
    Money unitPrice = 0;
    bool preorder = false;
    std::optional<QDate> promiseFirst; ///< these where the walk asks for promises
    std::optional<QDate> promise;
    CustomerId customer; ///< these where it asks for orders
    Instant placedAt = 0;
};

/// Lines of a queue added up.
struct WaitingSum {
    qint64 lines = 0;
    Units units = 0;
    Money value = 0;
};

/// Reads the waiting line for lists: products first, then single stretches of their lines.
class WaitingStore final {
public:
    enum class ProductOrder { Sku, Name };
    enum class From { Head, Tail };
    struct WalkColumns {
        bool promises = false;
        bool orders = false;
    };

    explicit WaitingStore(Connection &connection) : m_connection(connection) {}

    /// Products somebody waits for.
    [[nodiscard]] std::vector<WaitingProduct> products(ProductOrder order);
    [[nodiscard]] std::optional<WaitingProduct> product(ProductId product);
    /// Products with lines that are promised and may still wait, each with its earliest promise.
    [[nodiscard]] std::vector<std::pair<ProductId, QDate>> earliestPromises();

    /// `count` lines in rank order, after `skip` lines counted from one end; only pre-orders or only backorders
    /// where told.
    [[nodiscard]] std::vector<WaitingDetail> slice(ProductId product, std::optional<bool> preorder, From from, qint64 skip, qint64 count);
    /// These lines as far as they wait, in the order given.
    [[nodiscard]] std::vector<WaitingDetail> lines(const std::vector<OrderLineId> &ids);
    /// Waiting units of the `count` lines at one end.
    [[nodiscard]] Units unitsAtEnd(ProductId product, From end, qint64 count);
    /// The lines ranked from `first` on and before `end`.
    [[nodiscard]] WaitingSum between(ProductId product, const RankKey &first, const RankKey &end);
    /// The lines from the head on that `supply` units serve in full.
    [[nodiscard]] WaitingSum servedBy(ProductId product, Units supply);
    /// All lines, or only pre-orders or backorders.
    [[nodiscard]] WaitingSum sum(ProductId product, bool preorder);
    /// Walks a product's line from its head.
    void walk(ProductId product, WalkColumns columns, const std::function<void(const WaitingStep &)> &seen);

    // What a typed text can mean.
    [[nodiscard]] std::vector<ProductId> productsMatching(const QString &text);
    [[nodiscard]] std::vector<QueueLine> linesOfCustomersMatching(const QString &text);
    [[nodiscard]] std::vector<QueueLine> linesOfOrder(OrderId order);
    /// Every customer's position by name.
    [[nodiscard]] std::vector<CustomerId> customersByName();

private:
    Connection &m_connection;
};

} // namespace waitline
