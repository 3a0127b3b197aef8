#include "models/services/receivingjobs.h"

namespace waitline::jobs {

namespace {

Result<NamedOutcome> named(Connection &connection, const Result<ReceiptOutcome> &outcome)
{
    if (!outcome)
        return outcome.error();
    const auto customers = customersOf(connection, *outcome);
    if (!customers)
        return customers.error();
    return NamedOutcome{*outcome, *customers};
}

} // namespace

QFuture<Result<StoredPurchase>> placePurchase(Session &session, const PurchaseDraft &draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return PurchaseService(c).place(draft, caller); });
}

QFuture<Result<StoredPurchase>> showPurchase(Session &session, PurchaseId purchase)
{
    return session.read([purchase](Connection &c) { return PurchaseService(c).show(purchase); });
}

QFuture<Result<StoredPurchase>> closePurchase(Session &session, PurchaseId purchase)
{
    return session.write([purchase, caller = session.caller()](Connection &c) { return PurchaseService(c).close(purchase, caller); });
}

QFuture<Result<StoredPurchase>> reopenPurchase(Session &session, PurchaseId purchase, const std::optional<StoredPurchase> &before)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PurchaseService(c).reopen(purchase, caller, before); });
}

QFuture<Result<ReceivingCountView>> openCount(Session &session, PurchaseId purchase)
{
    return session.write([purchase, caller = session.caller()](Connection &c) { return ReceivingCounts(c).open(purchase, caller); });
}

QFuture<Result<std::vector<ReceivingCountView>>> openCounts(Session &session)
{
    return session.read([](Connection &c) { return ReceivingCounts(c).openCounts(); });
}

QFuture<Result<ScanOutcome>> scan(Session &session, ReceivingCountId count, const ScanText &scan, bool isDamaged)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ReceivingCounts(c).scan(count, scan, isDamaged, caller); });
}

QFuture<Result<ScanOutcome>> takeBackScan(Session &session, ReceivingCountId count)
{
    return session.write([count, caller = session.caller()](Connection &c) { return ReceivingCounts(c).takeBack(count, caller); });
}

QFuture<Result<ScanOutcome>> correctCount(Session &session, ReceivingCountId count, ProductId product, std::optional<Units> accepted,
                                          std::optional<Units> damaged)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return ReceivingCounts(c).correct(count, product, accepted, damaged, caller); });
}

QFuture<Result<ScanOutcome>> completeCount(Session &session, ReceivingCountId count, std::optional<ProductId> product)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ReceivingCounts(c).complete(count, product, caller); });
}

QFuture<Result<ScanOutcome>> bindCode(Session &session, ReceivingCountId count, const QString &code, const QString &sku, Units units)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return ReceivingCounts(c).bind(count, code, sku, units, caller); });
}

QFuture<Result<Done>> forgetCode(Session &session, ReceivingCountId count, const QString &code)
{
    return session.write([count, code](Connection &c) { return ReceivingCounts(c).forget(count, code); });
}

QFuture<Result<std::vector<ReceiptId>>> setCountTerms(Session &session, ReceivingCountId count, const CountTerms &terms)
{
    return session.write([count, terms](Connection &c) { return ReceivingCounts(c).setTerms(count, terms); });
}

QFuture<Result<Done>> discardCount(Session &session, ReceivingCountId count)
{
    return session.write([count, caller = session.caller()](Connection &c) { return ReceivingCounts(c).discard(count, caller); });
}

QFuture<Result<ReceivingCountView>> reopenCount(Session &session, ReceivingCountId count)
{
    return session.write([count](Connection &c) { return ReceivingCounts(c).reopen(count); });
}

QFuture<Result<CountPreview>> previewCount(Session &session, ReceivingCountId count)
{
    return session.read([count](Connection &c) -> Result<CountPreview> {
        const auto preview = ReceivingCounts(c).preview(count);
        if (!preview)
            return preview.error();
        CountPreview known{preview->view, std::nullopt, std::nullopt, preview->excess};
        for (const auto &[outcome, told] : {std::pair(&preview->outcome, &known.outcome), std::pair(&preview->asUsual, &known.asUsual)}) {
            if (!*outcome)
                continue;
            const auto withNames = named(c, **outcome);
            if (!withNames)
                return withNames.error();
            *told = *withNames;
        }
        return known;
    });
}

QFuture<Result<NamedOutcome>> postCount(Session &session, ReceivingCountId count, const ReceiptOutcome &preview, bool takeExcess)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return named(c, ReceivingCounts(c).post(count, preview, takeExcess, caller)); });
}

QFuture<Result<VoidOutcome>> voidReceipt(Session &session, ReceiptId receipt, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ReceivingCounts(c).voidReceipt(receipt, reason, caller); });
}

} // namespace waitline::jobs
