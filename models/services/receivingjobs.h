#pragma once

#include "models/services/purchaseservice.h"
#include "models/services/receiptcustomers.h"
#include "models/services/receivingservice.h"
#include "models/services/session.h"

/// What the dock does with purchases and receipts, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

/// What a receipt does, and the customers of the orders it serves.
struct NamedOutcome {
    ReceiptOutcome outcome;
    OrderCustomers customers;
};

QFuture<Result<StoredPurchase>> placePurchase(Session &session, const PurchaseDraft &draft);
QFuture<Result<StoredPurchase>> showPurchase(Session &session, PurchaseId purchase);
QFuture<Result<StoredPurchase>> closePurchase(Session &session, PurchaseId purchase);
QFuture<Result<NamedOutcome>> previewReceipt(Session &session, const ReceiptDraft &draft);
/// Only if it does what the preview said (see postAsPreviewed).
QFuture<Result<NamedOutcome>> postReceipt(Session &session, const ReceiptDraft &draft, const ReceiptOutcome &preview);
QFuture<Result<VoidOutcome>> voidReceipt(Session &session, ReceiptId receipt, const QString &reason);

} // namespace waitline::jobs
