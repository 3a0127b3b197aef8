#pragma once

#include "models/services/purchaselist.h"
#include "models/services/purchaseservice.h"
#include "models/services/session.h"
#include "models/services/suppliers.h"
#include "models/services/whatif.h"

/// Purchases and who they come from, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<StoredPurchase>> placePurchase(Session &session, const PurchaseDraft &draft, PurchaseDraftId kept);
QFuture<Result<StoredPurchase>> changePurchase(Session &session, PurchaseId purchase, const PurchaseDraft &draft);
QFuture<Result<StoredPurchase>> expectPurchase(Session &session, PurchaseId purchase, QDate day);
QFuture<Result<PurchaseDraftId>> keepPurchaseDraft(Session &session, const StoredPurchaseDraft &draft);
QFuture<Result<StoredPurchaseDraft>> showPurchaseDraft(Session &session, PurchaseDraftId draft);
QFuture<Result<Done>> discardPurchaseDraft(Session &session, PurchaseDraftId draft);
QFuture<Result<PurchaseView>> viewPurchase(Session &session, PurchaseId purchase);
QFuture<Result<std::vector<AffectedLine>>> whoIsAffected(Session &session, PurchaseId purchase, QDate day);

QFuture<Result<WhatIfOutcome>> whatIf(Session &session, PurchaseId purchase, const WhatIf &change);

QFuture<Result<std::vector<SupplierHit>>> searchSuppliers(Session &session, const QString &text, int limit);
QFuture<Result<SupplierId>> saveSupplier(Session &session, SupplierId supplier, const SupplierDetails &details);

} // namespace waitline::jobs
