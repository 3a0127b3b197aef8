// What a person can do, each as one job on the right lane.
#include "models/services/session.h"

#include "models/services/previewedreceipt.h"
#include "models/store/backup.h"

namespace waitline {

namespace {

Result<Session::NamedOutcome> named(Connection &connection, const Result<ReceiptOutcome> &outcome)
{
    if (!outcome)
        return outcome.error();
    const auto customers = customersOf(connection, *outcome);
    if (!customers)
        return customers.error();
    return Session::NamedOutcome{*outcome, *customers};
}

} // namespace

QFuture<Result<OrderView>> Session::placeOrder(const OrderDraft &draft)
{
    return write([draft, caller = caller()](Connection &c) { return OrderService(c).place(draft, caller); });
}

QFuture<Result<OrderView>> Session::showOrder(OrderId order)
{
    return read([order, caller = caller()](Connection &c) { return OrderService(c).show(order, caller); });
}

QFuture<Result<OrderView>> Session::cancelOrder(OrderId order, std::optional<OrderLineId> line, std::optional<Units> units,
                                                const QString &reason)
{
    return write([=, caller = caller()](Connection &c) { return OrderService(c).cancel(order, line, units, reason, caller); });
}

QFuture<Result<OrderView>> Session::amendOrder(OrderId order, OrderLineId line, Units units)
{
    return write([=, caller = caller()](Connection &c) { return OrderService(c).amend(order, line, units, caller); });
}

QFuture<Result<OrderView>> Session::setPriority(OrderId order, int priority, const QString &reason)
{
    return write([=, caller = caller()](Connection &c) { return OrderService(c).setPriority(order, priority, reason, caller); });
}

QFuture<Result<OrderView>> Session::pay(OrderId order, Money amount, const QString &method)
{
    return write([=, caller = caller()](Connection &c) { return PaymentService(c).pay(order, amount, method, caller); });
}

QFuture<Result<OrderView>> Session::refund(OrderId order, Money amount, const QString &method)
{
    return write([=, caller = caller()](Connection &c) { return PaymentService(c).refund(order, amount, method, caller); });
}

QFuture<Result<StoredProduct>> Session::addProduct(const ProductTerms &terms)
{
    return write([terms, caller = caller()](Connection &c) { return ProductService(c).add(terms, caller); });
}

QFuture<Result<StoredProduct>> Session::changeProduct(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change)
{
    return write([=, caller = caller()](Connection &c) { return ProductService(c).change(sku, change, caller); });
}

QFuture<Result<StoredProduct>> Session::showProduct(const QString &sku)
{
    return read([sku](Connection &c) { return ProductService(c).show(sku); });
}

QFuture<Result<ProductView>> Session::viewProduct(ProductId product)
{
    return read([product, today = today()](Connection &c) { return waitline::viewProduct(c, product, today); });
}

QFuture<Result<ProductTotals>> Session::sumProducts(const ProductFilter &filter)
{
    return read([filter, today = today()](Connection &c) { return waitline::sumProducts(c, filter, today); });
}

QFuture<Result<std::vector<ProductHit>>> Session::searchProducts(const QString &text, int limit)
{
    return read([=](Connection &c) { return waitline::searchProducts(c, text, limit); });
}

QFuture<Result<std::vector<CustomerHit>>> Session::searchCustomers(const QString &text, int limit)
{
    return read([=](Connection &c) { return waitline::searchCustomers(c, text, limit); });
}

QFuture<Result<CountOutcome>> Session::count(const QString &sku, Units counted, const QString &reason)
{
    return write([=, caller = caller()](Connection &c) { return CountService(c).count(sku, counted, reason, caller); });
}

QFuture<Result<StoredPurchase>> Session::placePurchase(const PurchaseDraft &draft)
{
    return write([draft, caller = caller()](Connection &c) { return PurchaseService(c).place(draft, caller); });
}

QFuture<Result<StoredPurchase>> Session::showPurchase(PurchaseId purchase)
{
    return read([purchase](Connection &c) { return PurchaseService(c).show(purchase); });
}

QFuture<Result<StoredPurchase>> Session::closePurchase(PurchaseId purchase)
{
    return write([purchase, caller = caller()](Connection &c) { return PurchaseService(c).close(purchase, caller); });
}

QFuture<Result<ScannedProduct>> Session::resolveScan(const QString &code)
{
    return read([code](Connection &c) { return waitline::resolveScan(c, code); });
}

QFuture<Result<Session::NamedOutcome>> Session::previewReceipt(const ReceiptDraft &draft)
{
    return read([draft](Connection &c) { return named(c, ReceivingService(c).preview(draft)); });
}

QFuture<Result<Session::NamedOutcome>> Session::postReceipt(const ReceiptDraft &draft, const ReceiptOutcome &preview)
{
    return write([draft, preview, caller = caller()](Connection &c) { return named(c, postAsPreviewed(c, draft, preview, caller)); });
}

QFuture<Result<VoidOutcome>> Session::voidReceipt(ReceiptId receipt, const QString &reason)
{
    return write([=, caller = caller()](Connection &c) { return ReceivingService(c).voidReceipt(receipt, reason, caller); });
}

QFuture<Result<ShipmentView>> Session::ship(OrderId order)
{
    return write([order, caller = caller()](Connection &c) { return ShippingService(c).ship(order, {}, caller); });
}

QFuture<Result<Overview>> Session::overview()
{
    return report([today = today()](Connection &c) { return overviewOf(c, today); });
}

QFuture<Result<std::vector<SearchHit>>> Session::search(const QString &text, int limit)
{
    return read([text, limit](Connection &c) { return searchAll(c, text, limit); });
}

QFuture<Result<DemandBars>> Session::demandBars(const DemandBarsQuestion &question)
{
    return report([question](Connection &c) { return waitline::demandBars(c, question); });
}

QFuture<Result<DemandOverTime>> Session::demandOverTime(const DemandOverTimeQuestion &question)
{
    return report([question](Connection &c) { return waitline::demandOverTime(c, question); });
}

QFuture<Result<CheckReport>> Session::check()
{
    return runLong([](Connection &c, const Progress &) { return checkDatabase(c); });
}

QFuture<Result<Done>> Session::backUpTo(const QString &path)
{
    return runLong([path](Connection &c, const Progress &) { return backUp(c, path, Overwrite::Yes); });
}

QFuture<Result<Done>> Session::fillWithDemo(const DemoSize &size)
{
    return runLong(
        [size, now = caller().now](Connection &c, const Progress &progress) { return makeDemoBusiness(c, size, now, progress); });
}

} // namespace waitline
