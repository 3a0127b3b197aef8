#include "models/services/purchasejobs.h"

namespace waitline::jobs {

QFuture<Result<StoredPurchase>> placePurchase(Session &session, const PurchaseDraft &draft, PurchaseDraftId kept)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PurchaseService(c).place(draft, caller, kept); });
}

QFuture<Result<StoredPurchase>> changePurchase(Session &session, PurchaseId purchase, const PurchaseDraft &draft)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PurchaseService(c).change(purchase, draft, caller); });
}

QFuture<Result<StoredPurchase>> expectPurchase(Session &session, PurchaseId purchase, QDate day)
{
    return session.write([=, caller = session.caller()](Connection &c) { return PurchaseService(c).expect(purchase, day, caller); });
}

QFuture<Result<PurchaseDraftId>> keepPurchaseDraft(Session &session, const StoredPurchaseDraft &draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return PurchaseService(c).keepDraft(draft, caller); });
}

QFuture<Result<StoredPurchaseDraft>> showPurchaseDraft(Session &session, PurchaseDraftId draft)
{
    return session.read([draft](Connection &c) { return PurchaseService(c).showDraft(draft); });
}

QFuture<Result<Done>> discardPurchaseDraft(Session &session, PurchaseDraftId draft)
{
    return session.write([draft, caller = session.caller()](Connection &c) { return PurchaseService(c).discardDraft(draft, caller); });
}

QFuture<Result<PurchaseView>> viewPurchase(Session &session, PurchaseId purchase)
{
    return session.read([purchase](Connection &c) { return waitline::viewPurchase(c, purchase); });
}

QFuture<Result<std::vector<AffectedLine>>> whoIsAffected(Session &session, PurchaseId purchase, QDate day)
{
    return session.read(
        [purchase, day, today = session.today()](Connection &c) { return waitline::whoIsAffected(c, purchase, day, today); });
}

QFuture<Result<WhatIfOutcome>> whatIf(Session &session, PurchaseId purchase, const WhatIf &change)
{
    return session.report(
        [purchase, change, today = session.today()](Connection &c) { return waitline::whatIf(c, purchase, change, today); });
}

QFuture<Result<std::vector<SupplierHit>>> searchSuppliers(Session &session, const QString &text, int limit)
{
    return session.read([text, limit](Connection &c) { return waitline::searchSuppliers(c, text, limit); });
}

QFuture<Result<SupplierId>> saveSupplier(Session &session, SupplierId supplier, const SupplierDetails &details)
{
    return session.write([=, caller = session.caller()](Connection &c) { return waitline::saveSupplier(c, supplier, details, caller); });
}

} // namespace waitline::jobs
