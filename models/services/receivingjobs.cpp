#include "models/services/receivingjobs.h"

#include "models/services/previewedreceipt.h"

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

QFuture<Result<NamedOutcome>> previewReceipt(Session &session, const ReceiptDraft &draft)
{
    return session.read([draft](Connection &c) { return named(c, ReceivingService(c).preview(draft)); });
}

QFuture<Result<NamedOutcome>> postReceipt(Session &session, const ReceiptDraft &draft, const ReceiptOutcome &preview)
{
    return session.write(
        [draft, preview, caller = session.caller()](Connection &c) { return named(c, postAsPreviewed(c, draft, preview, caller)); });
}

QFuture<Result<VoidOutcome>> voidReceipt(Session &session, ReceiptId receipt, const QString &reason)
{
    return session.write(
        [=, caller = session.caller()](Connection &c) { return ReceivingService(c).voidReceipt(receipt, reason, caller); });
}

} // namespace waitline::jobs
