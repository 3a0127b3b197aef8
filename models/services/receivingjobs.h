#pragma once

#include "models/services/purchaseservice.h"
#include "models/services/receiptcustomers.h"
#include "models/services/receivingcounts.h"
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
/// As it stood before it was closed; without that, all of it that did not come is on order again.
QFuture<Result<StoredPurchase>> reopenPurchase(Session &session, PurchaseId purchase, const std::optional<StoredPurchase> &before = {});
QFuture<Result<ReceivingCountView>> openCount(Session &session, PurchaseId purchase);
QFuture<Result<std::vector<ReceivingCountView>>> openCounts(Session &session);
QFuture<Result<ScanOutcome>> scan(Session &session, ReceivingCountId count, const ScanText &scan, bool isDamaged);
QFuture<Result<ScanOutcome>> takeBackScan(Session &session, ReceivingCountId count);
QFuture<Result<ScanOutcome>> correctCount(Session &session, ReceivingCountId count, ProductId product, std::optional<Units> accepted,
                                          std::optional<Units> damaged);
QFuture<Result<ScanOutcome>> completeCount(Session &session, ReceivingCountId count, std::optional<ProductId> product);
QFuture<Result<ScanOutcome>> bindCode(Session &session, ReceivingCountId count, const QString &code, const QString &sku, Units units);
QFuture<Result<Done>> forgetCode(Session &session, ReceivingCountId count, const QString &code);
QFuture<Result<std::vector<ReceiptId>>> setCountTerms(Session &session, ReceivingCountId count, const CountTerms &terms);
QFuture<Result<Done>> discardCount(Session &session, ReceivingCountId count);
QFuture<Result<ReceivingCountView>> reopenCount(Session &session, ReceivingCountId count);

/// A delivery as it is counted, and what posting it would do; none while nothing is counted.
struct CountPreview {
    ReceivingCountView view;
    std::optional<NamedOutcome> outcome;
    std::optional<NamedOutcome> asUsual; ///< under each product's own policy, where another one is chosen
    QString excess; ///< what came beyond the tolerance, in a sentence
};
QFuture<Result<CountPreview>> previewCount(Session &session, ReceivingCountId count);
/// Only if it does what the preview said.
QFuture<Result<NamedOutcome>> postCount(Session &session, ReceivingCountId count, const ReceiptOutcome &preview, bool takeExcess);
/// Its count is open again.
QFuture<Result<VoidOutcome>> voidReceipt(Session &session, ReceiptId receipt, const QString &reason);

} // namespace waitline::jobs
