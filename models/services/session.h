#pragma once

#include "models/domain/changeset.h"
#include "models/domain/money.h"
#include "models/services/caller.h"
#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/databaselane.h"
#include "models/services/demandseries.h"
#include "models/services/demobusiness.h"
#include "models/services/orderservice.h"
#include "models/services/overview.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/producttotals.h"
#include "models/services/productview.h"
#include "models/services/progress.h"
#include "models/services/purchaseservice.h"
#include "models/services/receiptcustomers.h"
#include "models/services/receivingservice.h"
#include "models/services/scan.h"
#include "models/services/search.h"
#include "models/services/shippingservice.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <memory>
#include <type_traits>

namespace waitline {

/// An open database as the window works with it: every job runs off the ui thread, and what others or it itself
/// changed is told in one signal. Reads, reports, writes and long jobs have a thread and a connection each, so that a list
/// never waits for an import.
class Session final : public QObject {
    Q_OBJECT

public:
    struct Identity {
        QString actor;
        std::function<Instant()> clock; ///< passed in, so that tests and demos can set it
    };
    /// What a receipt does, and the customers of the orders it serves.
    struct NamedOutcome {
        ReceiptOutcome outcome;
        OrderCustomers customers;
    };

    Session(Location location, Identity identity, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the database, or makes it; to be awaited before anything else. Migrates an older one.
    QFuture<Result<Done>> open(Connection::Mode mode);

    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] const QString &actor() const { return m_identity.actor; }
    [[nodiscard]] Caller caller() const { return {m_identity.actor, m_identity.clock(), {}}; }
    [[nodiscard]] QDate today() const { return caller().today(); }
    /// The store's currency, once the database is open.
    [[nodiscard]] const Currency &currency() const { return m_currency; }

    // What a person can do, each as one job: see the services for what they refuse.
    QFuture<Result<OrderView>> placeOrder(const OrderDraft &draft);
    QFuture<Result<OrderView>> showOrder(OrderId order);
    QFuture<Result<OrderView>> cancelOrder(OrderId order, std::optional<OrderLineId> line, std::optional<Units> units,
                                           const QString &reason);
    QFuture<Result<OrderView>> amendOrder(OrderId order, OrderLineId line, Units units);
    QFuture<Result<OrderView>> setPriority(OrderId order, int priority, const QString &reason);
    QFuture<Result<OrderView>> pay(OrderId order, Money amount, const QString &method);
    QFuture<Result<OrderView>> refund(OrderId order, Money amount, const QString &method);
    QFuture<Result<StoredProduct>> addProduct(const ProductTerms &terms);
    QFuture<Result<StoredProduct>> changeProduct(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change);
    QFuture<Result<StoredProduct>> showProduct(const QString &sku);
    QFuture<Result<ProductView>> viewProduct(ProductId product);
    QFuture<Result<ProductTotals>> sumProducts(const ProductFilter &filter);
    QFuture<Result<std::vector<ProductHit>>> searchProducts(const QString &text, int limit);
    QFuture<Result<std::vector<CustomerHit>>> searchCustomers(const QString &text, int limit);
    QFuture<Result<CountOutcome>> count(const QString &sku, Units counted, const QString &reason);
    QFuture<Result<StoredPurchase>> placePurchase(const PurchaseDraft &draft);
    QFuture<Result<StoredPurchase>> showPurchase(PurchaseId purchase);
    QFuture<Result<StoredPurchase>> closePurchase(PurchaseId purchase);
    QFuture<Result<ScannedProduct>> resolveScan(const QString &code);
    QFuture<Result<NamedOutcome>> previewReceipt(const ReceiptDraft &draft);
    /// Only if it does what the preview said (see postAsPreviewed).
    QFuture<Result<NamedOutcome>> postReceipt(const ReceiptDraft &draft, const ReceiptOutcome &preview);
    QFuture<Result<VoidOutcome>> voidReceipt(ReceiptId receipt, const QString &reason);
    QFuture<Result<ShipmentView>> ship(OrderId order);
    QFuture<Result<Overview>> overview();
    QFuture<Result<std::vector<SearchHit>>> search(const QString &text, int limit);
    QFuture<Result<DemandBars>> demandBars(const DemandBarsQuestion &question);
    QFuture<Result<DemandOverTime>> demandOverTime(const DemandOverTimeQuestion &question);
    QFuture<Result<CheckReport>> check();
    QFuture<Result<Done>> backUpTo(const QString &path);
    QFuture<Result<Done>> fillWithDemo(const DemoSize &size);

    // The same for the layers of models/ above this one, with work of their own; the window uses what is named above.

    /// Runs `work(Connection &)`, which returns a Result. A future cancelled before its turn is stepped over.
    template <typename Work>
    auto read(Work work)
    {
        return run(*m_reads, std::move(work));
    }
    /// The same for what reads a great deal, an overview or a chart of everything: lists do not wait for it.
    template <typename Work>
    auto report(Work work)
    {
        return run(*m_reports, std::move(work));
    }
    template <typename Work>
    auto write(Work work)
    {
        return run(*m_writes, std::move(work));
    }
    /// Runs a long `work(Connection &, const Progress &)`; the future tells its progress (of 1000) and can cancel it.
    template <typename Work>
    auto runLong(Work work) -> QFuture<std::invoke_result_t<Work, Connection &, const Progress &>>
    {
        using Outcome = std::invoke_result_t<Work, Connection &, const Progress &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->setProgressRange(0, 1000);
        promise->start();
        m_long->post([promise, work = std::move(work)](Result<Connection *> connection) {
            const Progress progress = [&](qint64 done, qint64 total) {
                promise->setProgressValue(total > 0 ? int(std::clamp<qint64>(done * 1000 / total, 0, 1000)) : 0);
                return !promise->isCanceled();
            };
            promise->addResult(connection ? work(**connection, progress) : Outcome(connection.error()));
            promise->finish();
        });
        return promise->future();
    }

Q_SIGNALS:
    /// Something was committed: by this session, or (everything) by another program.
    void changed(const waitline::ChangeSet &changes);

private:
    template <typename Work>
    auto run(DatabaseLane &lane, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        using Outcome = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        lane.post([promise, work = std::move(work)](Result<Connection *> connection) {
            if (!promise->isCanceled())
                promise->addResult(connection ? work(**connection) : Outcome(connection.error()));
            promise->finish();
        });
        return promise->future();
    }
    void watch(Connection &connection);
    void watchFile(Connection &connection);
    void watchServer(Connection &connection);

    Location m_location;
    Identity m_identity;
    Currency m_currency;
    std::unique_ptr<DatabaseLane> m_reads;
    std::unique_ptr<DatabaseLane> m_reports;
    std::unique_ptr<DatabaseLane> m_writes;
    std::unique_ptr<DatabaseLane> m_long;
};

} // namespace waitline
